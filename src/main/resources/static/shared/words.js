import { html } from 'lit';
import { piecesOf } from './links.js';

/** A number that is to be read, and read out, as one: `R-4F7K2Q`. */
const NUMBER = /(\bR-[0-9A-Z]{6}\b)/;

/** A person's text as nodes, its links pressable and its numbers unbroken. */
export function words(text) {
  return piecesOf(text ?? '').map((piece) =>
    piece.href
      ? html`<a href=${piece.href} target="_blank" rel="noopener noreferrer">${piece.text}</a>`
      : whole(piece.text),
  );
}

function whole(text) {
  return text.split(NUMBER).map((part, i) => (i % 2 === 1 ? html`<span class="whole">${part}</span>` : part));
}
