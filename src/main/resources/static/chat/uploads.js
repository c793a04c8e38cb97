/**
 * Files that the customer chose and the server has not settled yet, oldest first. All functions are pure.
 *
 * An upload is `waiting` for its turn or for better times, `sending`, `sent` till its entry arrives, or has `failed`.
 *
 * @typedef {{id: string, file: File, at: number, state: 'waiting'|'sending'|'sent'|'failed', share: number, tries: number,
 *   reason?: string, notBefore?: number, conversation?: string, n?: number}} Upload
 * @typedef {Upload[]} Uploads
 */

/** Tries that are made without asking the customer. */
const TRIES = 5;
/** Between two of them, in milliseconds, where the server names no time. */
const PAUSE = 4_000;
const PASSING = ['offline', 'too-fast', 'unavailable', 'busy'];

/** @type {Uploads} */
export const EMPTY = [];

/**
 * @param {Uploads} uploads
 * @param {{id: string, file: File}} chosen
 * @param {string | null} obstacle why it cannot be sent
 * @param {number} now
 * @returns {Uploads}
 */
export function added(uploads, { id, file }, obstacle, now) {
  const fate = obstacle === null ? { state: /** @type {const} */ ('waiting') } : { state: /** @type {const} */ ('failed'), reason: obstacle };
  return [...uploads, { id, file, at: now, share: 0, tries: 0, ...fate }];
}

/** The one to send now; one goes at a time, in the order of choosing. @param {Uploads} uploads @param {number} now */
export function nextToSend(uploads, now) {
  const first = uploads.find(({ state }) => state === 'waiting' || state === 'sending');
  return first?.state === 'waiting' && (first.notBefore ?? 0) <= now ? first : undefined;
}

/** When to look again for one to send. @param {Uploads} uploads */
export function nextLook(uploads) {
  const first = uploads.find(({ state }) => state === 'waiting' || state === 'sending');
  return first?.state === 'waiting' ? (first.notBefore ?? 0) : undefined;
}

/** @param {Uploads} uploads @param {string} id */
export function started(uploads, id) {
  return changed(uploads, id, ({ reason, notBefore, ...upload }) => ({ ...upload, state: 'sending', share: 0, tries: upload.tries + 1 }));
}

/** @param {Uploads} uploads @param {string} id @param {number} share from 0 to 1 */
export function progressed(uploads, id, share) {
  return changed(uploads, id, (upload) => ({ ...upload, share }));
}

/** Committed: it stays till its entry arrives. @param {Uploads} uploads @param {string} id @param {{conversation: string, n: number}} place */
export function taken(uploads, id, { conversation, n }) {
  return changed(uploads, id, (upload) => ({ ...upload, state: 'sent', share: 1, conversation, n }));
}

/**
 * Refused: what will pass is tried again by itself, a few times.
 *
 * @param {Uploads} uploads
 * @param {string} id
 * @param {{code: string, retryAfter?: number}} refusal `retryAfter` in seconds
 * @param {number} now
 */
export function refused(uploads, id, { code, retryAfter }, now) {
  if (code === 'cancelled') {
    return without(uploads, id);
  }
  return changed(uploads, id, (upload) =>
    PASSING.includes(code) && upload.tries < TRIES
      ? { ...upload, state: 'waiting', reason: code, notBefore: now + (retryAfter === undefined ? PAUSE : retryAfter * 1000) }
      : { ...upload, state: 'failed', reason: code },
  );
}

/** The customer asks for another try, under the same id: should it have been taken after all, it is not taken twice. @param {Uploads} uploads @param {string} id */
export function triedAgain(uploads, id) {
  return changed(uploads, id, ({ reason, notBefore, ...upload }) => ({ ...upload, state: 'waiting', tries: 0 }));
}

/** What was refused for want of consent goes again. @param {Uploads} uploads */
export function consented(uploads) {
  return uploads.map((upload) => (upload.reason === 'consent' ? { ...upload, reason: undefined, state: /** @type {const} */ ('waiting'), tries: 0 } : upload));
}

/** @param {Uploads} uploads @param {{id?: string, conversation: string, n: number}} entry */
export function arrived(uploads, entry) {
  const isShown = (/** @type {Upload} */ { id, conversation, n }) => id === entry.id || (conversation === entry.conversation && n === entry.n);
  return uploads.some(isShown) ? uploads.filter((upload) => !isShown(upload)) : uploads;
}

/** @param {Uploads} uploads @param {string} id */
export function without(uploads, id) {
  return uploads.filter((upload) => upload.id !== id);
}

/** @param {Uploads} uploads @param {string} id @param {(upload: Upload) => Upload} change @returns {Uploads} */
function changed(uploads, id, change) {
  return uploads.map((upload) => (upload.id === id ? change(upload) : upload));
}
