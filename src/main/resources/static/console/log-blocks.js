import { sameDay } from '../shared/time.js';

/**
 * How a transcript is laid out: days, groups of bubbles of one speaker, the bot's steps in one line, facts. Pure.
 *
 * @typedef {import('./transcript.js').Entry} Entry
 * @typedef {{type: 'day' | 'group' | 'steps' | 'fact', key: string, at: string, entries: Entry[], told: Entry[]}} Block
 */

/** What the bot thought and learned: worth a look, not a line each. */
const STEPS = ['matched', 'slot', 'guess', 'forgotten', 'interrupt', 'called', 'call-done', 'flows', 'language', 'late-timer', 'consented'];
/** Facts that the customer is told in the same breath, in words of the system: shown once. */
const TOLD = ['claimed', 'resolved', 'abandoned', 'reopened', 'reminded', 'returned', 'handed-off', 'handed-back', 'ended'];
/** One speaker's words within this time stand together. */
const TOGETHER = 5 * 60_000;

/**
 * @param {Entry[]} entries
 * @returns {Block[]}
 */
export function blocksOf(entries) {
  /** @type {Block[]} */
  const blocks = [];
  let day;
  for (const entry of entries) {
    if (day === undefined || !sameDay(entry.at, day)) {
      day = entry.at;
      blocks.push(block('day', entry, []));
    }
    if (!joins(blocks.at(-1), entry)) {
      blocks.push(block(kindOf(entry), entry, [entry]));
    }
  }
  return blocks;
}

/** True if the entry went into that block. */
function joins(last, entry) {
  const kind = kindOf(entry);
  if (last?.type === 'fact' && isSystemWords(entry) && TOLD.includes(last.entries[0].notice.code)) {
    last.told.push(entry);
    return true;
  }
  const isMore = last?.type === kind && (kind === 'steps' || (kind === 'group' && isSameSpeaker(last.entries.at(-1), entry)));
  if (isMore) {
    last.entries.push(entry);
  }
  return isMore;
}

function block(type, entry, entries) {
  return { type, key: `${type}-${entry.n}`, at: entry.at, entries, told: [] };
}

function kindOf(entry) {
  if (!entry.notice) {
    return 'group';
  }
  return STEPS.includes(entry.notice.code) && !entry.notice.agent ? 'steps' : 'fact';
}

function isSystemWords(entry) {
  return entry.from === 'system' && !entry.notice && !entry.private;
}

function isSameSpeaker(one, other) {
  return (
    one.from === other.from &&
    one.name === other.name &&
    Boolean(one.private) === Boolean(other.private) &&
    Date.parse(other.at) - Date.parse(one.at) < TOGETHER
  );
}

/**
 * The blocks again, with those that did not change being the very ones from before, so that a page need not draw them again.
 *
 * @param {Block[]} blocks
 * @param {Block[]} before
 */
export function withUnchanged(blocks, before) {
  const known = new Map(before.map((one) => [one.key, one]));
  return blocks.map((one) => {
    const old = known.get(one.key);
    return old && isSame(old.entries, one.entries) && isSame(old.told, one.told) ? old : one;
  });
}

function isSame(one, other) {
  return one.length === other.length && one.every((entry, i) => entry === other[i]);
}
