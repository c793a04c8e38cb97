/** The languages that our own pages speak. */
export const LANGUAGES = ['pl', 'ru', 'en'];

/** The languages' names for switches, each in its own words. */
export const LANGUAGE_NAMES = { pl: 'Polski', ru: 'Русский', en: 'English' };

/** The first of `wanted` (codes such as `pl` or `pl-PL`, or nothing) that is among `available`, else the last resort. */
export function pickLanguage(wanted, available = LANGUAGES, lastResort = 'en') {
  const codes = wanted.filter(Boolean).map((code) => String(code).toLowerCase().split(/[-_]/)[0]);
  return codes.find((code) => available.includes(code)) ?? (available.includes(lastResort) ? lastResort : available[0]);
}

/**
 * Says the text of a key; `has` tells whether there is one.
 *
 * @typedef {((key: string, values?: Record<string, any>) => string) & {language: string, has: (key: string) => boolean}} Say
 */

/**
 * The text of each key in one language.
 *
 * A message is a text with `{placeholders}`, or an object of plural forms chosen by the value `count`.
 *
 * @param {Record<string, Record<string, any>>} catalogues messages by language
 * @param {string} language one that need not be among the catalogues; English helps out
 * @returns {Say}
 */
export function translator(catalogues, language) {
  const spoken = pickLanguage([language], Object.keys(catalogues));
  const messages = catalogues[spoken];
  const plurals = new Intl.PluralRules(spoken);
  const say = (key, values = {}) => {
    const message = messages[key];
    if (message === undefined) {
      return key;
    }
    const text = typeof message === 'string' ? message : (message[plurals.select(values.count ?? 0)] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (hole, name) => (values[name] === undefined ? hole : String(values[name])));
  };
  say.language = spoken;
  say.has = (key) => messages[key] !== undefined;
  return say;
}

/** A text that exists in several languages: the wanted one, else English, else any. */
export function localText(texts, language) {
  if (!texts) {
    return '';
  }
  return texts[language] ?? texts.en ?? Object.values(texts)[0] ?? '';
}
