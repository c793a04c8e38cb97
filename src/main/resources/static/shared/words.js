import { html } from 'lit';
import { piecesOf } from './links.js';

/** A person's text as nodes, its links pressable. */
export function words(text) {
  return piecesOf(text ?? '').map((piece) =>
    piece.href
      ? html`<a href=${piece.href} target="_blank" rel="noopener noreferrer">${piece.text}</a>`
      : piece.text,
  );
}
