/**
 * What the customer sent and the server has not settled yet, oldest first. All functions are pure.
 *
 * An item waits as `pending`, is `sent` between its acknowledgement and the arrival of its entry, and has `failed` when the
 * server refused it for good. One item is under way at a time: so the order of writing is the order of commits.
 *
 * @typedef {{id: string, frame: any, text: string, at: number, state: 'pending'|'sent'|'failed', conversation?: string,
 *   n?: number, reason?: string, sentAt?: number, notBefore?: number}} Item
 * @typedef {Item[]} Outbox
 */

/** An item without an answer on a living line is sent again after this time; the same id is taken once. */
export const ANSWER_WITHIN = 15_000;

/** @type {Outbox} */
export const EMPTY = [];

/**
 * Adds a frame; `text` is what the customer sees of it (empty: nothing).
 *
 * @param {Outbox} outbox
 * @param {any} frame
 * @param {string} text
 * @param {number} now
 * @returns {Outbox}
 */
export function withFrame(outbox, frame, text, now) {
  return [...outbox, { id: frame.id, frame, text, at: now, state: 'pending' }];
}

/** The item to send now. @param {Outbox} outbox @param {number} now @returns {Item | undefined} */
export function nextToSend(outbox, now) {
  const first = outbox.find((item) => item.state === 'pending');
  if (!first || isUnderWay(first, now) || (first.notBefore ?? 0) > now) {
    return undefined;
  }
  return first;
}

/** When to look again for something to send. @param {Outbox} outbox @returns {number | undefined} */
export function nextLook(outbox) {
  const first = outbox.find((item) => item.state === 'pending');
  if (!first) {
    return undefined;
  }
  return first.sentAt === undefined ? (first.notBefore ?? 0) : first.sentAt + ANSWER_WITHIN;
}

/** @param {Outbox} outbox @param {string} id @param {number} now */
export function sent(outbox, id, now) {
  return changed(outbox, id, (item) => ({ ...item, sentAt: now }));
}

/**
 * Committed. What the customer sees of it stays until its entry arrives.
 *
 * @param {Outbox} outbox
 * @param {{id: string, conversation: string, n: number}} ack
 * @returns {Outbox}
 */
export function acknowledged(outbox, { id, conversation, n }) {
  return outbox.flatMap((item) => {
    if (item.id !== id) {
      return [item];
    }
    return item.text === '' ? [] : [{ ...settled(item), state: 'sent', conversation, n }];
  });
}

/**
 * The entry has arrived: by its client id, or by the number that the acknowledgement named.
 *
 * @param {Outbox} outbox
 * @param {{id?: string, conversation: string, n: number}} entry
 */
export function arrived(outbox, entry) {
  return shownUpTo(
    outbox.filter((item) => item.id !== entry.id),
    entry,
  );
}

/**
 * The page has every public entry up to number `n`: what was acknowledged up to there is in it, or became a line that only
 * agents see (a button pressed too late).
 *
 * @param {Outbox} outbox
 * @param {{conversation: string, n: number}} place
 */
export function shownUpTo(outbox, { conversation, n }) {
  return outbox.filter((item) => !(item.state === 'sent' && item.conversation === conversation && (item.n ?? 0) <= n));
}

/**
 * Refused: with `retryAfter` it stays pending, without it has failed. What the customer never saw just ends.
 *
 * @param {Outbox} outbox
 * @param {{id: string, reason: string, retryAfter?: number}} refusal
 * @param {number} now
 * @returns {Outbox}
 */
export function refused(outbox, { id, reason, retryAfter }, now) {
  return outbox.flatMap((item) => {
    if (item.id !== id) {
      return [item];
    }
    if (retryAfter !== undefined) {
      return [{ ...settled(item), reason, notBefore: now + retryAfter }];
    }
    return item.text === '' ? [] : [{ ...settled(item), state: 'failed', reason }];
  });
}

/**
 * What a new page goes on with: all that is not committed, in the order of writing, each once. Several pages may have left it.
 *
 * @param {Outbox} outbox
 */
export function reloaded(outbox) {
  const open = lineLost(outbox).filter((item) => item.state !== 'sent');
  return open.filter((item, i) => open.findIndex(({ id }) => id === item.id) === i).toSorted((a, b) => a.at - b.at);
}

/** A ping reached a page that misses nothing: no entry is on its way any more. @param {Outbox} outbox */
export function quiet(outbox) {
  const left = outbox.filter((item) => item.state !== 'sent');
  return left.length === outbox.length ? outbox : left;
}

/**
 * The customer asks for another try. The id stays: should it have been taken after all, it is not taken twice.
 *
 * @param {Outbox} outbox
 * @param {string} id
 */
export function triedAgain(outbox, id) {
  return changed(outbox, id, (item) => ({ ...settled(item), state: 'pending' }));
}

/** @param {Outbox} outbox @param {string} id */
export function without(outbox, id) {
  return outbox.filter((item) => item.id !== id);
}

/** The line was lost: whatever was under way is sent again on the next one. @param {Outbox} outbox @returns {Outbox} */
export function lineLost(outbox) {
  return outbox.map((item) => (item.sentAt === undefined ? item : { ...item, sentAt: undefined }));
}

/** The session ended: messages may begin a new one, buttons and the end of the old one mean nothing there. @param {Outbox} outbox */
export function sessionEnded(outbox) {
  return lineLost(outbox).filter(({ state, frame }) => state === 'pending' && !['choose', 'end', 'consent'].includes(frame.type));
}

/**
 * The customer accepted what comes before any message: the consent goes first, and what was refused for want of it goes again.
 *
 * @param {Outbox} outbox
 * @param {any} frame
 * @param {number} now
 * @returns {Outbox}
 */
export function consented(outbox, frame, now) {
  const again = outbox.map((item) => (item.reason === 'consent' ? { ...settled(item), state: /** @type {const} */ ('pending') } : item));
  return [{ id: frame.id, frame, text: '', at: now, state: 'pending' }, ...again];
}

/** The item on its way. @param {Outbox} outbox */
export function underWay(outbox) {
  return outbox.find((item) => item.state === 'pending' && item.sentAt !== undefined);
}

/**
 * The button chosen but not settled under that entry.
 *
 * @param {Outbox} outbox
 * @param {{conversation: string, n: number}} entry
 * @returns {string | undefined}
 */
export function choiceUnderWay(outbox, { conversation, n }) {
  return outbox.find(
    ({ frame, state }) =>
      frame.type === 'choose' && state !== 'failed' && frame.conversation === conversation && frame.entry === n,
  )?.frame.option;
}

/** @param {Item} item @param {number} now */
function isUnderWay(item, now) {
  return item.sentAt !== undefined && now - item.sentAt < ANSWER_WITHIN;
}

/** @param {Item} item @returns {Item} */
function settled({ sentAt, notBefore, reason, ...item }) {
  return item;
}

/** @param {Outbox} outbox @param {string} id @param {(item: Item) => Item} change @returns {Outbox} */
function changed(outbox, id, change) {
  return outbox.map((item) => (item.id === id ? change(item) : item));
}
