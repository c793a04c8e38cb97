import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as desk from '../../main/resources/static/console/desk.js';
import { routeOf, addressOf } from '../../main/resources/static/console/route.js';
import { choicesIn, hasHole, hasOlder, learnedIn, optionLabel, soundUpTo, withEntries } from '../../main/resources/static/console/transcript.js';

const ME = { id: 'a1' };
const at = (minute) => `2026-11-01T10:${String(minute).padStart(2, '0')}:00Z`;
const summary = (conversation, status, n, more = {}) => ({ conversation, status, version: { of: 'x', n }, ...more });
const of = (...summaries) => summaries.reduce(desk.withSummary, desk.EMPTY);
const ids = (list) => list.map((item) => item.conversation);

test('an older summary never replaces a newer one', () => {
  const now = of(summary('c', 'open', 5, { agent: ME }));
  assert.equal(desk.withSummary(now, summary('c', 'queued', 4)), now);
  assert.deepEqual(ids(desk.mine(now, ME)), ['c']);
});

test('a conversation begun again under the same id wins with a new line of versions', () => {
  const now = desk.withSummary(of(summary('c', 'open', 5)), { conversation: 'c', status: 'bot', version: { of: 'y', n: 1 } });
  assert.equal(desk.summaryOf(now, 'c').status, 'bot');
});

test('the waiting: the front of the line first, then the longest wait', () => {
  const now = of(
    summary('late', 'queued', 1, { waitingSince: at(9) }),
    summary('early', 'queued', 1, { waitingSince: at(1) }),
    summary('front', 'queued', 1, { waitingSince: at(10), front: true }),
    summary('bot', 'bot', 1),
  );
  assert.deepEqual(ids(desk.waiting(now)), ['front', 'early', 'late']);
});

test('my conversations: the unanswered first, the longest first among them', () => {
  const open = (id, more) => summary(id, 'open', 1, { agent: ME, ...more });
  const now = of(
    open('quiet', { last: { at: at(20) } }),
    open('second', { unansweredSince: at(8) }),
    open('first', { unansweredSince: at(3) }),
    open('colleague', { agent: { id: 'a2' }, unansweredSince: at(1) }),
  );
  assert.deepEqual(ids(desk.mine(now, ME)), ['first', 'second', 'quiet']);
  assert.deepEqual(ids(desk.others(now, ME)), ['colleague']);
});

test('a list drops what it no longer names, but not what arrived after it was asked for', () => {
  const before = of(summary('gone', 'queued', 1), summary('stays', 'queued', 1));
  const since = before.stamp;
  const meanwhile = desk.withSummary(before, summary('new', 'queued', 1));
  const after = desk.withList(meanwhile, [summary('stays', 'queued', 1)], since);
  assert.deepEqual(ids(desk.waiting(after)).sort(), ['new', 'stays']);
});

test('a list that was made before a summary arrived does not undo it', () => {
  const claimed = of(summary('c', 'open', 2, { agent: ME }));
  const after = desk.withList(claimed, [summary('c', 'queued', 1)], claimed.stamp);
  assert.deepEqual(ids(desk.mine(after, ME)), ['c']);
});

test('a transcript takes each number once, in order, and knows its holes', () => {
  const entries = withEntries(withEntries([], [{ n: 3 }, { n: 1 }]), [{ n: 1 }, { n: 3 }]);
  assert.deepEqual(entries, [{ n: 1 }, { n: 3 }]);
  assert.equal(hasHole(entries), true);
  assert.equal(soundUpTo(entries), 1);
  assert.equal(hasHole(withEntries(entries, [{ n: 2 }])), false);
  assert.equal(withEntries(entries, [{ n: 3 }]), entries);
  const newest = [{ n: 501 }, { n: 502 }];
  assert.deepEqual([soundUpTo(newest), hasHole(newest), hasOlder(newest), hasOlder(entries)], [502, false, true, false]);
  assert.deepEqual(withEntries(newest, [{ n: 500 }, { n: 499 }]).map(({ n }) => n), [499, 500, 501, 502]);
});

test('a button is named by its label where its entry is known', () => {
  const entries = [
    { n: 1, options: [{ id: 'yes', label: 'Tak' }] },
    { n: 2, chosen: { entry: 1, option: 'yes' } },
  ];
  assert.equal(choicesIn(entries).get(1), 'yes');
  assert.equal(optionLabel(entries, { entry: '1', option: 'yes' }), 'Tak');
  assert.equal(optionLabel([], { entry: 7, option: 'no' }), 'no');
});

test('an address leads to its page and back', () => {
  assert.deepEqual(routeOf('#/'), { page: 'desk' });
  assert.deepEqual(routeOf(''), { page: 'desk' });
  assert.deepEqual(routeOf('#/agents'), { page: 'agents' });
  assert.deepEqual(routeOf(addressOf('p07/ä')), { page: 'desk', conversation: 'p07/ä' });
  assert.deepEqual(routeOf('#/c/%'), { page: 'desk', conversation: '%' });
  assert.deepEqual(routeOf('#/nonsense'), { page: 'desk' });
  const details = { isAbout: true, entry: 12, back: 'p07/1' };
  assert.deepEqual(routeOf(addressOf('c', details)), { page: 'desk', conversation: 'c', ...details });
});

test('a list drops only what it covers', () => {
  const before = of(summary('bot', 'bot', 1), summary('gone', 'queued', 1));
  const after = desk.withList(before, [], before.stamp, (one) => desk.isOnDesk(one, ME));
  assert.deepEqual(ids(desk.withBot(after)), ['bot']);
  assert.deepEqual(ids(desk.waiting(after)), []);
});

test('the figures: what is here counts for itself, what is not by the server’s count', () => {
  const now = of(
    summary('w1', 'queued', 1, { waitingSince: at(4), front: true }),
    summary('w2', 'queued', 1, { waitingSince: at(2) }),
    summary('m', 'open', 1, { agent: ME }),
    summary('o', 'open', 1, { agent: { id: 'a2' } }),
  );
  assert.deepEqual(desk.countsOf(now, ME, { open: 9, bot: 40 }), { waiting: 2, longestWaitSince: at(2), mine: 1, open: 8, bot: 40 });
  assert.deepEqual(desk.countsOf(now, ME), { waiting: 2, longestWaitSince: at(2), mine: 1, open: 1, bot: 0 });
});

test('the next conversation is the one below, from nowhere the first', () => {
  const order = ['a', 'b', 'c'];
  assert.equal(desk.neighbour(order, 'a', 1), 'b');
  assert.equal(desk.neighbour(order, 'c', 1), undefined);
  assert.equal(desk.neighbour(order, 'b', -1), 'a');
  assert.equal(desk.neighbour(order, undefined, 1), 'a');
  assert.equal(desk.neighbour(order, 'elsewhere', -1), 'c');
});

test('when one is done, whoever waits for an answer is next, else the one beside it', () => {
  const open = (id, more) => summary(id, 'open', 1, { agent: ME, last: { at: at(1) }, ...more });
  const quiet = of(open('a', { last: { at: at(9) } }), open('b'), open('c'));
  assert.equal(desk.nextAfter(quiet, ME, ['a', 'b', 'c'], 'b'), 'a');
  assert.equal(desk.nextAfter(of(open('a'), open('d', { unansweredSince: at(2) })), ME, ['a', 'b'], 'b'), 'd');
  assert.equal(desk.nextAfter(of(open('b')), ME, ['b'], 'b'), undefined);
});

test('what was learned in the talk, the latest value of each', () => {
  const slot = (n, name, value) => ({ n, notice: { code: 'slot', name, value } });
  const known = learnedIn([slot(1, 'order', 'A'), slot(2, 'reach', 'x@y'), { n: 3, text: 'Hi' }, slot(4, 'order', 'B')]);
  assert.deepEqual(known.map(({ name, value }) => [name, value]), [['order', 'B'], ['reach', 'x@y']]);
});
