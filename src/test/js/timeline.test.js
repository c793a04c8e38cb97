import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  EMPTY,
  allEntries,
  beginsAtStart,
  choiceUnder,
  hasGap,
  isBehind,
  openQuestion,
  resumePoint,
  withEntry,
} from '../../main/resources/static/chat/timeline.js';

const entry = (conversation, n, prev, more = {}) => ({ type: 'entry', conversation, n, prev, from: 'bot', text: `${n}`, ...more });
const of = (...entries) => entries.reduce((timeline, next) => withEntry(timeline, next), EMPTY);
const numbers = (timeline) => allEntries(timeline).map((e) => `${e.conversation}${e.n}`);

test('drops an entry it already has and stays the same', () => {
  const timeline = of(entry('a', 1, 0));
  assert.equal(withEntry(timeline, entry('a', 1, 0)), timeline);
});

test('sorts entries by number, conversations by arrival', () => {
  assert.deepEqual(numbers(of(entry('a', 3, 1), entry('a', 1, 0), entry('b', 1, 0), entry('a', 4, 3))), ['a1', 'a3', 'a4', 'b1']);
});

test('a number left out by a private note is no gap', () => {
  assert.equal(hasGap(of(entry('a', 1, 0), entry('a', 5, 1))), false);
});

test('a prev we do not have is a gap till the entry comes', () => {
  const broken = of(entry('a', 1, 0), entry('a', 4, 3));
  assert.equal(hasGap(broken), true);
  assert.deepEqual(resumePoint(broken), { conversation: 'a', n: 1 });
  assert.equal(hasGap(withEntry(broken, entry('a', 3, 1))), false);
});

test('only a page that just opened may begin late', () => {
  const opened = withEntry(EMPTY, entry('a', 60, 58), true);
  assert.equal(hasGap(opened), false);
  assert.equal(beginsAtStart(opened), false);
  assert.equal(hasGap(withEntry(opened, entry('b', 2, 1), true)), true);
  assert.equal(hasGap(withEntry(EMPTY, entry('a', 2, 1))), true);
});

test('goes on from the conversation before one that lacks its beginning', () => {
  assert.deepEqual(resumePoint(of(entry('a', 1, 0), entry('b', 3, 2))), { conversation: 'a', n: 1 });
  assert.equal(resumePoint(EMPTY), undefined);
});

test('goes on from before a gap in an older conversation', () => {
  assert.deepEqual(resumePoint(of(entry('a', 1, 0), entry('a', 3, 2), entry('b', 1, 0))), { conversation: 'a', n: 1 });
});

test('a ping with a later number says that we are behind', () => {
  const timeline = of(entry('a', 1, 0), entry('a', 3, 1));
  assert.equal(isBehind(timeline, { conversation: 'a', n: 3 }), false);
  assert.equal(isBehind(timeline, { conversation: 'a', n: 4 }), true);
  assert.equal(isBehind(timeline, { conversation: 'b', n: 1 }), true);
  assert.equal(isBehind(timeline, {}), false);
});

test('knows what was chosen and which question is open', () => {
  const options = [{ id: 'yes', label: 'Tak' }];
  const timeline = of(
    entry('a', 1, 0, { options }),
    entry('a', 2, 1, { from: 'customer', chosen: { entry: 1, option: 'yes' } }),
    entry('a', 3, 2, { options }),
  );
  assert.equal(choiceUnder(timeline, { conversation: 'a', n: 1 }), 'yes');
  assert.equal(choiceUnder(timeline, { conversation: 'a', n: 3 }), undefined);
  assert.equal(openQuestion(timeline).n, 3);
});

test('any order with any repetitions ends in the same timeline', () => {
  const all = [entry('a', 1, 0), entry('a', 2, 1), entry('a', 5, 2), entry('a', 6, 5)];
  const seed = Date.now() % 100_000;
  console.log(`seed ${seed}`);
  let state = seed;
  const random = () => ((state = (state * 48271) % 2147483647), state / 2147483647);
  for (let round = 0; round < 200; round++) {
    const mixed = [...all, ...all].sort(() => random() - 0.5);
    const timeline = of(...mixed);
    assert.deepEqual(numbers(timeline), ['a1', 'a2', 'a5', 'a6']);
    assert.equal(hasGap(timeline), false);
  }
});
