import { folded } from './canned.js';

/** Between the digits of a number people put what they like. */
const FILLING = /[\s\-–./]/u;

/**
 * A text cut into pieces, those that were looked for marked. Case, marks over letters and, within numbers, blanks and hyphens make
 * no difference. Pure.
 *
 * @param {string} text
 * @param {string} query
 * @returns {{text: string, isHit: boolean}[]}
 */
export function marked(text, query) {
  const wanted = folded(query.trim());
  if (wanted === '') {
    return text === '' ? [] : [{ text, isHit: false }];
  }
  return cut(text, hitsOf(lettersOf(text), wanted) ?? hitsOf(lettersOf(text, FILLING), wanted.replace(new RegExp(FILLING, 'gu'), '')) ?? []);
}

/**
 * A text cut where somebody else found something, from one character (inclusive) to another (exclusive).
 *
 * @param {string} text
 * @param {{from: number, to: number}} mark
 */
export function markedAt(text, mark) {
  return cut(text, [mark]);
}

/** Each sign of the folded text with its place in the text itself. */
function lettersOf(text, leftOut) {
  const letters = [];
  let at = 0;
  for (const sign of text) {
    if (!leftOut?.test(sign)) {
      [...folded(sign)].forEach((letter) => letters.push({ letter, from: at, to: at + sign.length }));
    }
    at += sign.length;
  }
  return letters;
}

/** Where it is found, as places in the text, or null. */
function hitsOf(letters, wanted) {
  const plain = letters.map(({ letter }) => letter).join('');
  const length = [...wanted].length;
  const hits = [];
  for (let at = plain.indexOf(wanted); wanted !== '' && at >= 0; at = plain.indexOf(wanted, at + wanted.length)) {
    const first = [...plain.slice(0, at)].length;
    hits.push({ from: letters[first].from, to: letters[first + length - 1].to });
  }
  return hits.length > 0 ? hits : null;
}

function cut(text, hits) {
  const pieces = [];
  let at = 0;
  for (const { from, to } of hits) {
    pieces.push({ text: text.slice(at, from), isHit: false }, { text: text.slice(from, to), isHit: true });
    at = to;
  }
  return [...pieces, { text: text.slice(at), isHit: false }].filter((piece) => piece.text !== '');
}
