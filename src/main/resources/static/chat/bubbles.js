import { choiceUnderWay } from './outbox.js';
import { allEntries, beginsAtStart, choiceUnder, openQuestion } from './timeline.js';
import { sameDay } from '../shared/time.js';

/**
 * What the log shows, top to bottom: the greeting, days, entries, and what the customer sent that has no entry yet.
 *
 * @returns {{key: string, kind: 'day'|'greeting'|'entry'|'outgoing'}[]}
 */
export function bubblesOf({ timeline, outbox, greeting }) {
  const bubbles = [];
  const entries = allEntries(timeline);
  if (greeting && beginsAtStart(timeline)) {
    bubbles.push({ key: 'greeting', kind: 'greeting', text: greeting });
  }
  const question = openQuestion(timeline);
  entries.forEach((entry, i) => {
    if (i === 0 ? !sameDay(entry.at, Date.now()) : !sameDay(entry.at, entries[i - 1].at)) {
      bubbles.push({ key: `day-${entry.conversation}-${entry.n}`, kind: 'day', at: entry.at });
    }
    const chosen = choiceUnder(timeline, entry) ?? choiceUnderWay(outbox, entry);
    bubbles.push({
      key: `entry-${entry.conversation}-${entry.n}`,
      kind: 'entry',
      entry,
      chosen,
      isFollowUp: i > 0 && isSameSpeaker(entry, entries[i - 1]),
      isOpen: entry === question && chosen === undefined,
    });
  });
  const shown = outbox.filter((item) => item.text !== '');
  return [...bubbles, ...shown.map((item) => ({ key: `out-${item.id}`, kind: 'outgoing', item }))];
}

function isSameSpeaker(entry, before) {
  return entry.from === before.from && entry.name === before.name && entry.conversation === before.conversation;
}
