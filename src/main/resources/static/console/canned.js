import { localText } from '../shared/i18n.js';

/**
 * Ready replies: which fit what is looked for, and how their variables are filled. Pure.
 *
 * @typedef {{id: string, title: Record<string, string>, text: Record<string, string>}} Canned
 */

const VARIABLE = /\{([\p{L}\p{N}_.-]+)\}/gu;
const PLACEHOLDER = /‹[^‹›\n]*›/gu;

/**
 * Those whose title, id or words contain every word looked for; the ones whose title begins with it first.
 *
 * @param {Canned[]} all
 * @param {string} query
 * @param {string[]} languages the conversation's first, then the agent's
 */
export function matching(all, query, languages) {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const ranked = all.map((one, i) => ({ one, i, rank: rankOf(one, words, languages) }));
  return ranked
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .map(({ one }) => one);
}

function rankOf(canned, words, languages) {
  const titles = languages.map((language) => folded(localText(canned.title, language)));
  const everything = [...titles, canned.id, ...languages.map((language) => folded(localText(canned.text, language)))].join(' ');
  if (!words.every((word) => everything.includes(word))) {
    return -1;
  }
  if (words.length === 0 || titles.some((title) => title.startsWith(words[0]))) {
    return 0;
  }
  return titles.some((title) => words.every((word) => title.includes(word))) ? 1 : 2;
}

/**
 * The reply in the conversation's language, its variables filled. What is not known becomes a placeholder in ‹brackets›.
 *
 * @param {Canned} canned
 * @param {string} language
 * @param {Record<string, string | undefined>} values
 * @param {(variable: string) => string} nameOf what a variable is called
 */
export function filled(canned, language, values, nameOf) {
  return localText(canned.text, language).replace(VARIABLE, (_, name) => values[name] || `‹${nameOf(name)}›`);
}

/**
 * What the variables stand for in a conversation.
 *
 * @param {{me: {name: string}, company?: string, customer?: string, slots: {name: string, value: string, label?: Record<string, string>}[],
 *   language: string}} from
 * @returns {Record<string, string | undefined>}
 */
export function valuesOf({ me, company, customer, slots, language }) {
  const known = slots.map(({ name, value, label }) => [name, localText(label, language) || value]);
  return { ...Object.fromEntries(known), agent: me.name, company, customer };
}

/** The names of the placeholders that are left in a text. */
export function leftIn(text) {
  return [...text.matchAll(PLACEHOLDER)].map(([found]) => found.slice(1, -1));
}

/**
 * The first placeholder at or after a place, as `{start, end}`, or null.
 *
 * @param {string} text
 * @param {number} from
 */
export function placeholderFrom(text, from) {
  const found = [...text.matchAll(PLACEHOLDER)].find(({ index }) => index >= from);
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}

/** A text with a piece put in place of what is selected, and where it ends. */
export function withPiece(text, start, end, piece) {
  return { text: text.slice(0, start) + piece + text.slice(end), end: start + piece.length };
}

/** Without case and without marks over letters, so that `Zwroty` is found by `zwrot` and `ł` by `l`. */
export function folded(text) {
  return text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');
}
