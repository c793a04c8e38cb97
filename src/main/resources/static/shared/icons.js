import { svg, html } from 'lit';

/** Strokes on a grid of 24, drawn for these pages. */
const STROKES = {
  send: 'M4 12l16-8-5 16-3.5-6.5z M11.5 13.5L20 4',
  attach: 'M19 11.5l-7.4 7.4a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4 4.4l-8 8a1.5 1.5 0 0 1-2.2-2.2l7-7',
  close: 'M6 6l12 12 M18 6L6 18',
  back: 'M14.5 5l-7 7 7 7',
  more: 'M12 4.9a.6.6 0 1 1 0 1.2.6.6 0 0 1 0-1.2z M12 11.4a.6.6 0 1 1 0 1.2.6.6 0 0 1 0-1.2z M12 17.9a.6.6 0 1 1 0 1.2.6.6 0 0 1 0-1.2z',
  down: 'M12 5v14 M6 13l6 6 6-6',
  download: 'M12 4v11 M7 10.5l5 5 5-5 M5 20h14',
  'sound-on': 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z M15.5 9a4.2 4.2 0 0 1 0 6 M18 6.5a7.8 7.8 0 0 1 0 11',
  'sound-off': 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z M16 9.5l5 5 M21 9.5l-5 5',
  search: 'M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12z M15 15l5 5',
  help: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z M9.6 9.4a2.5 2.5 0 1 1 3.6 2.5c-.8.4-1.2.9-1.2 1.8 M12 16.9v.01',
  bell: 'M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5H5z M10 20.5h4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z M12 8v4.5l3 2',
  note: 'M6 4h12v11l-5 5H6z M13 20v-5h5 M9 8.5h6 M9 12h4',
  bolt: 'M13 3L6 13.5h5L10.5 21 18 10h-5.5z',
  bot: 'M6.5 9h11v9h-11z M12 9V5.5 M12 5v.01 M9.7 13v.01 M14.3 13v.01 M4 12.5v2.5 M20 12.5v2.5',
  person: 'M12 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z M5 20c.6-3.6 3.4-5.5 7-5.5s6.4 1.9 7 5.5',
  globe: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z M4.3 12h15.4 M12 4c-5 5-5 11 0 16 M12 4c5 5 5 11 0 16',
  eye: 'M3 12c4.5-7.5 13.5-7.5 18 0-4.5 7.5-13.5 7.5-18 0z M12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  file: 'M7 3.5h7l4 4v13H7z M14 3.5V8h4',
  image: 'M4.5 5h15v14h-15z M8.5 8.5v.01 M4.5 16l4.5-4.5 4 4 2.5-2.5 4 4',
  warning: 'M12 4L3.5 19h17z M12 10v4 M12 16.6v.01',
  menu: 'M5 7h14 M5 12h14 M5 17h14',
  lock: 'M6 10.5h12v9.5H6z M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5 M12 14.5v1.5',
  copy: 'M9 8.5h11V20H9z M15 8.5V4H4v11.5h5',
  pen: 'M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5z M13.5 7l3.5 3.5',
  info: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z M12 11v5.5 M12 7.6v.01',
  undo: 'M9 5L4.5 9.5 9 14 M4.5 9.5h9a5.5 5.5 0 0 1 0 11H9',
};

/**
 * A small drawing beside or instead of words; it says nothing to a screen reader, so a button of an icon alone needs a name.
 *
 * @param {keyof typeof STROKES} name
 * @param {number} [size] in pixels
 */
export function icon(name, size = 20) {
  return html`<svg
    viewBox="0 0 24 24"
    width=${size}
    height=${size}
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${svg`<path d=${STROKES[name]}></path>`}
  </svg>`;
}
