/**
 * @typedef {{id: string, name: string, type: string, size: number, width?: number, height?: number, hasSmall?: boolean}} FileOfEntry
 * @typedef {{conversation: string, n: number}} Place a line of the thread
 * @typedef {Place & {prev: number, at: string, from: 'customer'|'bot'|'agent'|'system', name?: string, text: string,
 *   options?: {id: string, label: string}[], id?: string, chosen?: {entry: number, option: string}, file?: FileOfEntry}} Entry
 *   an `entry` frame
 */

/**
 * What the reader has of the thread: conversations in order, each with its entries by number.
 *
 * All functions are pure. `whole` says that the conversation is known from its first entry on; the oldest one may begin in the
 * middle, for a page that just opened gets only the last entries.
 *
 * @typedef {{id: string, whole: boolean, entries: Entry[]}} Conversation
 * @typedef {Conversation[]} Timeline
 */

/** @type {Timeline} */
export const EMPTY = [];

/**
 * The timeline with that entry, or the same timeline if the entry is known.
 *
 * @param {Timeline} timeline
 * @param {Entry} entry
 * @param {boolean} mayBeginLate true while the server brings the last entries to a page that has none
 */
export function withEntry(timeline, entry, mayBeginLate = false) {
  const at = timeline.findIndex((conversation) => conversation.id === entry.conversation);
  if (at < 0) {
    const whole = !(mayBeginLate && timeline.length === 0);
    return [...timeline, { id: entry.conversation, whole, entries: [entry] }];
  }
  const { entries } = timeline[at];
  if (entries.some((known) => known.n === entry.n)) {
    return timeline;
  }
  const behind = entries.findLastIndex((known) => known.n < entry.n) + 1;
  return timeline.with(at, { ...timeline[at], entries: entries.toSpliced(behind, 0, entry) });
}

/**
 * The timeline with older entries (oldest first) before those it has; they may come from earlier conversations.
 *
 * @param {Timeline} timeline
 * @param {Entry[]} older
 */
export function withOlder(timeline, older) {
  return older.toReversed().reduce((known, entry) => {
    const isKnown = known.some(({ id }) => id === entry.conversation);
    return isKnown ? withEntry(known, entry) : [{ id: entry.conversation, whole: false, entries: [entry] }, ...known];
  }, timeline);
}

/**
 * The oldest line that we have, to ask for what is before it; undefined if there is none.
 *
 * @param {Timeline} timeline
 * @returns {Place | undefined}
 */
export function oldest(timeline) {
  return timeline.length > 0 ? { conversation: timeline[0].id, n: timeline[0].entries[0].n } : undefined;
}

/**
 * The newest line that we have.
 *
 * @param {Timeline} timeline
 * @returns {Place | undefined}
 */
export function newest(timeline) {
  const last = timeline.at(-1);
  return last && { conversation: last.id, n: lastNumber(last) };
}

/** True if an entry that was sent to us never came. @param {Timeline} timeline */
export function hasGap(timeline) {
  return timeline.some((conversation) => soundLength(conversation) < conversation.entries.length);
}

/**
 * True if the server's last public number (of a `ping`) is one we do not have.
 *
 * @param {Timeline} timeline
 * @param {Partial<Place>} last
 */
export function isBehind(timeline, { conversation, n }) {
  if (!conversation || !n) {
    return false;
  }
  const known = timeline.find(({ id }) => id === conversation);
  return known === undefined || lastNumber(known) < n;
}

/**
 * Where to go on from: the last entry with nothing missing before it.
 *
 * @param {Timeline} timeline
 * @returns {Place | undefined}
 */
export function resumePoint(timeline) {
  const broken = timeline.findIndex((conversation) => soundLength(conversation) < conversation.entries.length);
  const sound = broken < 0 ? timeline : timeline.slice(0, broken + 1);
  for (const conversation of sound.toReversed()) {
    const length = soundLength(conversation);
    if (length > 0) {
      return { conversation: conversation.id, n: conversation.entries[length - 1].n };
    }
  }
  return undefined;
}

/** All entries, oldest first. @param {Timeline} timeline */
export function allEntries(timeline) {
  return timeline.flatMap((conversation) => conversation.entries);
}

/** True if nothing older than what we have exists in the oldest conversation we know. @param {Timeline} timeline */
export function beginsAtStart(timeline) {
  return timeline.length === 0 || timeline[0].entries[0].prev === 0;
}

/**
 * The button that the customer pressed under an entry.
 *
 * @param {Timeline} timeline
 * @param {Place} entry
 * @returns {string | undefined}
 */
export function choiceUnder(timeline, { conversation, n }) {
  const talk = timeline.find(({ id }) => id === conversation);
  return talk?.entries.find((entry) => entry.chosen?.entry === n)?.chosen?.option;
}

/**
 * The newest entry of the thread that offers buttons: only those still make sense.
 *
 * @param {Timeline} timeline
 */
export function openQuestion(timeline) {
  return timeline.at(-1)?.entries.findLast((entry) => (entry.options?.length ?? 0) > 0);
}

/** The number of the last public entry that we have of a conversation, 0 if none. @param {Timeline} timeline @param {string} id */
export function lastOf(timeline, id) {
  const talk = timeline.find((conversation) => conversation.id === id);
  return talk ? lastNumber(talk) : 0;
}

/** @param {Conversation} conversation */
function lastNumber({ entries }) {
  return entries[entries.length - 1].n;
}

/** How many entries from the first one on follow each other without a hole. @param {Conversation} conversation */
function soundLength({ whole, entries }) {
  const hole = entries.findIndex((entry, i) => (i === 0 ? whole && entry.prev !== 0 : entry.prev !== entries[i - 1].n));
  return hole < 0 ? entries.length : hole;
}
