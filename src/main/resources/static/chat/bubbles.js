import { sameDay } from '../shared/time.js';
import { choiceUnderWay } from './outbox.js';
import { allEntries, beginsAtStart, choiceUnder, openQuestion } from './timeline.js';

/**
 * @typedef {object} Bubble one line of the log
 * @property {string} key
 * @property {'greeting'|'day'|'entry'|'outgoing'|'upload'} kind
 * @property {string} [text] of the greeting
 * @property {string} [at] of a day
 * @property {import('./timeline.js').Entry} [entry]
 * @property {string} [chosen] the option that was pressed under the entry
 * @property {boolean} [isOpen] whether its options can still be pressed
 * @property {import('./outbox.js').Item} [item] of what goes out
 * @property {import('./uploads.js').Upload} [upload]
 * @property {boolean} [isFirst] of a group: lines by one speaker near in time
 * @property {boolean} [isLast]
 */

/** Lines by one speaker that are not further apart (milliseconds) stand together under one time. */
const NEAR = 3 * 60_000;

/**
 * What the log shows, top to bottom: the greeting, days, entries, and what the customer sent that has no entry yet.
 *
 * @param {object} view
 * @param {import('./timeline.js').Timeline} view.timeline
 * @param {import('./outbox.js').Outbox} view.outbox
 * @param {import('./uploads.js').Uploads} view.uploads
 * @param {string} view.greeting empty: none
 * @param {boolean} view.hasPast whether older lines may come
 * @param {number} now
 * @returns {Bubble[]}
 */
export function bubblesOf({ timeline, outbox, uploads, greeting, hasPast }, now) {
  const entries = allEntries(timeline);
  const question = openQuestion(timeline);
  const shown = entries.flatMap((entry, i) => {
    const chosen = choiceUnder(timeline, entry) ?? choiceUnderWay(outbox, entry);
    const key = `${entry.conversation}-${entry.n}`;
    const isNewDay = !sameDay(entry.at, i === 0 ? now : entries[i - 1].at);
    /** @type {Bubble[]} */
    const days = isNewDay ? [{ key: `day-${key}`, kind: 'day', at: entry.at }] : [];
    return [...days, bubble({ key: `entry-${key}`, kind: 'entry', entry, chosen, isOpen: entry === question && chosen === undefined })];
  });
  const hello = greeting && !hasPast && beginsAtStart(timeline) ? [bubble({ key: 'greeting', kind: 'greeting', text: greeting })] : [];
  return grouped([...hello, ...shown, ...goingOut(outbox, uploads)]);
}

/** @param {Bubble} it @returns {Bubble} */
function bubble(it) {
  return it;
}

/** @param {import('./outbox.js').Outbox} outbox @param {import('./uploads.js').Uploads} uploads @returns {Bubble[]} */
function goingOut(outbox, uploads) {
  const messages = outbox.filter(({ text }) => text !== '').map((item) => bubble({ key: `out-${item.id}`, kind: 'outgoing', item }));
  const files = uploads.map((upload) => bubble({ key: `up-${upload.id}`, kind: 'upload', upload }));
  return [...messages, ...files].toSorted((a, b) => momentOf(a) - momentOf(b));
}

/** @param {Bubble[]} bubbles */
function grouped(bubbles) {
  return bubbles.map((one, i) => {
    const isFirst = i === 0 || !areTogether(bubbles[i - 1], one);
    const isLast = i === bubbles.length - 1 || !areTogether(one, bubbles[i + 1]);
    return { ...one, isFirst, isLast };
  });
}

/** @param {Bubble} one @param {Bubble} next */
function areTogether(one, next) {
  const speaker = speakerOf(one);
  return speaker !== '' && speaker === speakerOf(next) && momentOf(next) - momentOf(one) < NEAR;
}

/** Who speaks, '' for nobody: days and what merely happened stand alone. @param {Bubble} bubble */
function speakerOf({ kind, entry }) {
  if (kind === 'outgoing' || kind === 'upload') {
    return 'customer';
  }
  if (kind !== 'entry' || !entry || entry.from === 'system') {
    return '';
  }
  return entry.from === 'customer' ? 'customer' : `${entry.from} ${entry.name ?? ''}`;
}

/** @param {Bubble} bubble */
function momentOf({ entry, item, upload }) {
  return entry ? Date.parse(entry.at) : (item?.at ?? upload?.at ?? 0);
}
