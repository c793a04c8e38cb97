/**
 * A file of a conversation as the server tells it.
 *
 * @typedef {object} FileEntry
 * @property {string} id
 * @property {string} name
 * @property {string} type a media type
 * @property {number} size in bytes
 * @property {number} [width] of a picture, in pixels
 * @property {number} [height]
 * @property {boolean} [hasSmall] whether a small picture of it exists
 */

/**
 * What the server takes.
 *
 * @typedef {object} FileLimits
 * @property {number} largest in bytes
 * @property {string[]} types media types
 */

const KILOBYTE = 1024;
const UNITS = ['kilobyte', 'megabyte', 'gigabyte'];

/** Pictures that every browser shows. */
const PICTURES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

/** The endings of each type, the usual one first; browsers often know no type, or a wrong one, where the ending is plain. */
const ENDINGS = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a'],
  'video/mp4': ['mp4', 'm4v'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'log'],
  'text/csv': ['csv'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
};

const KINDS = {
  'application/pdf': 'pdf',
  'text/plain': 'text',
  'text/csv': 'table',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'table',
  'application/vnd.oasis.opendocument.text': 'document',
  'application/vnd.oasis.opendocument.spreadsheet': 'table',
};

/** `1,4 MB`, `340 kB`: in the reader's language, one digit after the comma below ten. */
export function sizeInWords(bytes, language) {
  let value = Math.max(bytes, 1) / KILOBYTE;
  let unit = 0;
  while (Math.round(value) >= KILOBYTE && unit < UNITS.length - 1) {
    value /= KILOBYTE;
    unit++;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  const rounded = unit === 0 ? Math.max(1, Math.round(value)) : value;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[unit],
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(rounded);
}

/** What a type is called: `image`, `pdf`, `text`, `table`, `document`, `audio`, `video` or `other`; the messages have `file.kind.…` for each. */
export function kindOf(type) {
  const family = type.split('/')[0];
  return ['image', 'audio', 'video'].includes(family) ? family : (KINDS[type] ?? 'other');
}

/** Whether browsers can show it as a picture. */
export function isPicture(type) {
  return PICTURES.includes(type);
}

/** What plays it in a page, if anything does: the browser says by itself which of them it can't. @param {string} type @returns {'audio' | 'video' | undefined} */
export function playerOf(type) {
  const kind = kindOf(type);
  return kind === 'audio' || kind === 'video' ? kind : undefined;
}

/** The ending of a file name in lower case, without its dot; nothing if there is none. */
export function endingOf(name) {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/**
 * The type that a chosen file is sent as: what its ending says, else what the browser says.
 *
 * @param {{name: string, type: string}} file
 */
export function typeOf(file) {
  const ending = endingOf(file.name);
  const known = Object.entries(ENDINGS).find(([, endings]) => endings.includes(ending));
  return known?.[0] ?? file.type.split(';')[0].trim().toLowerCase();
}

/** For the `accept` of a file field: the types and their endings. */
export function acceptOf(limits) {
  return limits.types.flatMap((type) => [type, ...(ENDINGS[type] ?? []).map((ending) => `.${ending}`)]).join(',');
}

/** The usual endings of what is taken, for a sentence: `JPG, PNG, PDF`. */
export function endingsInWords(limits) {
  return limits.types.map((type) => (ENDINGS[type]?.[0] ?? type.split('/')[1]).toUpperCase()).join(', ');
}

/**
 * Width and height, in CSS pixels, of the small picture: proportions kept, never enlarged, and never so thin that it cannot
 * be pressed.
 *
 * @param {{width?: number, height?: number}} file
 * @param {{width: number, height: number}} room
 */
export function smallBox(file, room = { width: 240, height: 240 }) {
  if (!file.width || !file.height) {
    return { width: room.width, height: Math.round(room.width * 0.75) };
  }
  const scale = Math.min(1, room.width / file.width, room.height / file.height);
  const side = (length) => Math.max(48, Math.round(length * scale));
  return { width: side(file.width), height: side(file.height) };
}
