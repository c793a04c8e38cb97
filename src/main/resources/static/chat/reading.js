import { allEntries } from './timeline.js';

/**
 * What came since the reader last looked. All functions are pure.
 *
 * @typedef {import('./timeline.js').Timeline} Timeline
 * @typedef {import('./timeline.js').Entry} Entry
 * @typedef {import('./timeline.js').Place} Place
 */

/** The beginning of an answer that fits beside the launcher, in characters. */
const TEASER = 120;

/**
 * The entries by others after the last one read, oldest first. With no memory of reading nothing is new; where the last one read is
 * older than all that we have, everything is.
 *
 * @param {Timeline} timeline
 * @param {Place | null} lastRead
 * @returns {Entry[]}
 */
export function unreadAfter(timeline, lastRead) {
  if (lastRead === null) {
    return [];
  }
  const at = timeline.findIndex(({ id }) => id === lastRead.conversation);
  const later = allEntries(timeline.slice(at + 1));
  const same = at < 0 ? [] : timeline[at].entries.filter(({ n }) => n > lastRead.n);
  return [...same, ...later].filter(({ from }) => from !== 'customer');
}

/**
 * The beginning of the newest unread answer, in one line; '' if there is none. What a person or the assistant said goes before
 * what merely happened.
 *
 * @param {Entry[]} unread
 */
export function beginningOf(unread) {
  const newest = unread.findLast(({ from }) => from !== 'system') ?? unread.at(-1);
  const text = (newest?.text || newest?.file?.name || '').replace(/\s+/g, ' ').trim();
  const letters = [...text];
  return letters.length > TEASER ? `${letters.slice(0, TEASER - 1).join('').trimEnd()}…` : text;
}
