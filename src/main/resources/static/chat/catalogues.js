import { translator } from '../shared/i18n.js';
import { en as filesEn } from '../shared/messages/files.en.js';
import { pl as filesPl } from '../shared/messages/files.pl.js';
import { ru as filesRu } from '../shared/messages/files.ru.js';
import { en } from './messages/en.js';
import { pl } from './messages/pl.js';
import { ru } from './messages/ru.js';

const CATALOGUES = { pl: { ...filesPl, ...pl }, ru: { ...filesRu, ...ru }, en: { ...filesEn, ...en } };
/** @type {Map<string, import('./wording.js').Say>} */
const made = new Map();

/** The page's words in that language; always the same function, so that nothing is drawn again for its sake. @param {string} language */
export function wordsIn(language) {
  const say = made.get(language) ?? /** @type {import('./wording.js').Say} */ (translator(CATALOGUES, language));
  made.set(language, say);
  return say;
}
