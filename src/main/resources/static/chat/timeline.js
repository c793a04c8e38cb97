/**
 * What the reader has of the thread: conversations in order, each with its entries by number.
 *
 * All functions are pure. `whole` says that the conversation is known from its first entry on; the oldest one may begin in the
 * middle, for a page that just opened gets only the last entries.
 *
 * @typedef {{id: string, whole: boolean, entries: any[]}} Conversation
 * @typedef {Conversation[]} Timeline
 */

/** @type {Timeline} */
export const EMPTY = [];

/**
 * The timeline with that entry, or the same timeline if the entry is known.
 *
 * @param {Timeline} timeline
 * @param {any} entry an `entry` frame
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

/** True if an entry that was sent to us never came. */
export function hasGap(timeline) {
  return timeline.some((conversation) => soundLength(conversation) < conversation.entries.length);
}

/** True if the server's last public number (of a `ping`) is one we do not have. */
export function isBehind(timeline, { conversation, n }) {
  if (!conversation || !n) {
    return false;
  }
  const known = timeline.find(({ id }) => id === conversation);
  return known === undefined || known.entries.at(-1).n < n;
}

/** Where to go on from: `{conversation, n}` of the last entry with nothing missing before it, or undefined. */
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

/** All entries, oldest first. */
export function allEntries(timeline) {
  return timeline.flatMap((conversation) => conversation.entries);
}

/** True if nothing older than what we have exists in the oldest conversation we know. */
export function beginsAtStart(timeline) {
  return timeline.length === 0 || timeline[0].entries[0].prev === 0;
}

/** The button that the customer pressed under an entry, or undefined. */
export function choiceUnder(timeline, { conversation, n }) {
  const talk = timeline.find(({ id }) => id === conversation);
  return talk?.entries.find((entry) => entry.chosen?.entry === n)?.chosen.option;
}

/** The newest entry of the thread that offers buttons, or undefined: only those still make sense. */
export function openQuestion(timeline) {
  return timeline.at(-1)?.entries.findLast((entry) => entry.options?.length > 0);
}

/** How many entries from the first one on follow each other without a hole. */
function soundLength({ whole, entries }) {
  const hole = entries.findIndex((entry, i) => (i === 0 ? whole && entry.prev !== 0 : entry.prev !== entries[i - 1].n));
  return hole < 0 ? entries.length : hole;
}
