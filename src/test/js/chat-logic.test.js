import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bubblesOf } from '../../main/resources/static/chat/bubbles.js';
import { fileName } from '../../main/resources/static/chat/http-api.js';
import { beginningOf, unreadAfter } from '../../main/resources/static/chat/reading.js';
import { EMPTY, allEntries, newest, oldest, withEntry, withOlder } from '../../main/resources/static/chat/timeline.js';
import { nextChange, typist } from '../../main/resources/static/chat/typing.js';
import * as uploads from '../../main/resources/static/chat/uploads.js';
import { bannerText, fileTrouble, roomText, statusText } from '../../main/resources/static/chat/wording.js';

const NOON = new Date(2026, 4, 3, 12).getTime();
const at = (minutes) => new Date(NOON + minutes * 60_000).toISOString();
const entry = (n, from, minutes, more = {}) => ({ conversation: 'c', n, prev: n - 1, at: at(minutes), from, text: `${n}`, ...more });
const of = (...entries) => entries.reduce((timeline, next) => withEntry(timeline, next), EMPTY);
const shown = (entries, more = {}) =>
  bubblesOf({ timeline: of(...entries), outbox: [], uploads: [], greeting: 'Cześć', hasPast: false, ...more }, NOON);
const say = Object.assign((key, values = {}) => [key, ...Object.values(values)].join(' '), { language: 'pl', has: (key) => !key.includes('unknown') });

test('lines by one speaker near in time stand together', () => {
  const agent = { name: 'Anna' };
  const bubbles = shown([
    entry(1, 'customer', 0),
    entry(2, 'bot', 0),
    entry(3, 'bot', 2),
    entry(4, 'bot', 6),
    entry(5, 'agent', 6, agent),
    entry(6, 'system', 6),
    entry(7, 'agent', 6, agent),
    entry(8, 'agent', 7, { name: 'Ewa' }),
  ]);
  const marks = bubbles.map(({ key, isFirst, isLast }) => `${key.split('-').at(-1)}${isFirst ? ' first' : ''}${isLast ? ' last' : ''}`);
  assert.deepEqual(marks, [
    'greeting first last', '1 first last', '2 first', '3 last', '4 first last', '5 first last', '6 first last', '7 first last', '8 first last',
  ]);
});

test('what goes out joins the customer’s last lines, in the order of sending', () => {
  const outbox = [
    { id: 'm2', frame: { type: 'say' }, text: 'b', at: NOON + 3_000, state: 'pending' },
    { id: 'm3', frame: { type: 'language' }, text: '', at: NOON + 4_000, state: 'pending' },
  ];
  const files = [{ id: 'f1', at: NOON + 2_000, state: 'sending' }];
  const bubbles = shown([entry(1, 'customer', 0)], { outbox, uploads: files, greeting: '' });
  assert.deepEqual(bubbles.map(({ key, isFirst, isLast }) => [key, isFirst, isLast]), [
    ['entry-c-1', true, false],
    ['up-f1', false, false],
    ['out-m2', false, true],
  ]);
});

test('a day is named where it begins, today only if it follows another', () => {
  const days = (entries) => shown(entries).filter(({ kind }) => kind === 'day').map(({ key }) => key);
  assert.deepEqual(days([entry(1, 'bot', 0)]), []);
  assert.deepEqual(days([entry(1, 'bot', -24 * 60), entry(2, 'bot', 0)]), ['day-c-1', 'day-c-2']);
});

test('the greeting stands over a talk whose beginning is known', () => {
  const kinds = (...call) => shown(...call).map(({ kind }) => kind);
  assert.deepEqual(kinds([]), ['greeting']);
  assert.deepEqual(kinds([entry(5, 'bot', 0)]), ['entry']);
  assert.deepEqual(kinds([entry(1, 'bot', 0)], { hasPast: true }), ['entry']);
});

test('only the newest question can be answered, and not twice', () => {
  const options = [{ id: 'a', label: 'A' }];
  const open = (entries, more) => shown(entries, more).filter(({ isOpen }) => isOpen).map((bubble) => bubble.entry.n);
  const questions = [entry(1, 'bot', 0, { options }), entry(2, 'bot', 0, { options })];
  assert.deepEqual(open(questions), [2]);
  assert.deepEqual(open([...questions, entry(3, 'customer', 0, { chosen: { entry: 2, option: 'a' } })]), []);
  const frame = { type: 'choose', conversation: 'c', entry: 2, option: 'a' };
  assert.deepEqual(open(questions, { outbox: [{ id: 'm', frame, text: 'A', at: NOON, state: 'pending' }] }), []);
});

test('older lines go before all others, over the borders of conversations', () => {
  const timeline = of(entry(4, 'bot', 0), entry(5, 'bot', 0));
  const older = [entry(7, 'bot', -90, { conversation: 'a' }), entry(1, 'bot', -60, { conversation: 'b' }), entry(3, 'bot', -1)];
  const longer = withOlder(timeline, older);
  assert.deepEqual(allEntries(longer).map(({ conversation, n }) => `${conversation}${n}`), ['a7', 'b1', 'c3', 'c4', 'c5']);
  assert.deepEqual(oldest(longer), { conversation: 'a', n: 7 });
  assert.deepEqual(newest(longer), { conversation: 'c', n: 5 });
  assert.deepEqual(withOlder(longer, older), longer);
});

test('unread is what others said after the last line seen', () => {
  const timeline = of(entry(1, 'customer', 0), entry(2, 'bot', 0), entry(3, 'agent', 0), entry(1, 'bot', 1, { conversation: 'd' }));
  const unread = (place) => unreadAfter(timeline, place).map(({ conversation, n }) => `${conversation}${n}`);
  assert.deepEqual(unread({ conversation: 'c', n: 2 }), ['c3', 'd1']);
  assert.deepEqual(unread({ conversation: 'd', n: 1 }), []);
  assert.deepEqual(unread({ conversation: 'gone', n: 9 }), ['c2', 'c3', 'd1']);
  assert.deepEqual(unread(null), []);
});

test('the teaser begins with what a person said rather than with what happened', () => {
  const lines = [entry(1, 'agent', 0, { text: 'Dzień\n  dobry' }), entry(2, 'system', 0, { text: 'Koniec' })];
  assert.equal(beginningOf(lines), 'Dzień dobry');
  assert.equal(beginningOf([lines[1]]), 'Koniec');
  assert.equal(beginningOf([]), '');
  assert.equal(beginningOf([entry(1, 'agent', 0, { text: '', file: { name: 'etykieta.pdf' } })]), 'etykieta.pdf');
  const long = beginningOf([entry(1, 'bot', 0, { text: '😀'.repeat(500) })]);
  assert.equal([...long].length, 120);
  assert.ok(long.endsWith('😀…'));
});

test('dots stand for an agent while the server says so, for the assistant while it owes an answer', () => {
  const dots = (more) => typist({ status: 'bot', askedAt: null, agent: null, at: 10_000, ...more });
  assert.equal(dots({}), null);
  assert.equal(dots({ askedAt: 9_900 }), null);
  assert.deepEqual(dots({ askedAt: 9_000 }), { from: 'bot' });
  assert.equal(dots({ askedAt: 9_000, status: 'open' }), null);
  assert.equal(dots({ askedAt: -20_000 }), null);
  assert.deepEqual(dots({ status: 'open', agent: { name: 'Anna', until: 10_001 } }), { from: 'agent', name: 'Anna' });
  assert.equal(dots({ status: 'open', agent: { name: 'Anna', until: 10_000 } }), null);
});

test('dots are looked at again exactly when they may change', () => {
  assert.equal(nextChange({ askedAt: 0, agent: null, at: 0 }), 300);
  assert.equal(nextChange({ askedAt: 0, agent: { until: 5_000 }, at: 300 }), 5_000);
  assert.equal(nextChange({ askedAt: 0, agent: null, at: 5_000 }), 20_000);
  assert.equal(nextChange({ askedAt: null, agent: null, at: 0 }), undefined);
});

const file = (name) => ({ name, size: 10, type: 'image/png' });
const chosen = (...ids) => ids.reduce((all, id) => uploads.added(all, { id, file: file(id) }, null, NOON), uploads.EMPTY);

test('files go one at a time, in the order of choosing, round one that failed', () => {
  let all = uploads.added(chosen('a'), { id: 'b', file: file('b') }, 'too-large', NOON);
  all = uploads.added(all, { id: 'c', file: file('c') }, null, NOON);
  assert.equal(uploads.nextToSend(all, NOON).id, 'a');
  all = uploads.started(all, 'a');
  assert.equal(uploads.nextToSend(all, NOON), undefined);
  all = uploads.taken(all, 'a', { conversation: 'c', n: 4 });
  assert.equal(uploads.nextToSend(all, NOON).id, 'c');
  assert.deepEqual(uploads.arrived(all, { conversation: 'c', n: 4 }).map(({ id }) => id), ['b', 'c']);
  assert.deepEqual(uploads.arrived(all, { id: 'a', conversation: 'c', n: 9 }).map(({ id }) => id), ['b', 'c']);
  assert.equal(uploads.arrived(all, { conversation: 'c', n: 5 }), all);
});

test('a file is tried again after what will pass, at the time the server names, but not for ever', () => {
  let all = uploads.refused(uploads.started(chosen('a'), 'a'), 'a', { code: 'too-fast', retryAfter: 7 }, NOON);
  assert.equal(uploads.nextToSend(all, NOON + 6_999), undefined);
  assert.equal(uploads.nextLook(all), NOON + 7_000);
  assert.equal(uploads.nextToSend(all, NOON + 7_000).id, 'a');
  for (let i = 0; i < 4; i++) {
    all = uploads.refused(uploads.started(all, 'a'), 'a', { code: 'offline' }, NOON);
  }
  assert.equal(all[0].state, 'failed');
  assert.equal(uploads.triedAgain(all, 'a')[0].state, 'waiting');
});

test('a file that the server will never take has failed at once, a cancelled one is gone', () => {
  const started = uploads.started(chosen('a'), 'a');
  assert.equal(uploads.refused(started, 'a', { code: 'mismatch' }, NOON)[0].state, 'failed');
  assert.deepEqual(uploads.refused(started, 'a', { code: 'cancelled' }, NOON), []);
  const missing = uploads.refused(started, 'a', { code: 'consent' }, NOON);
  assert.equal(missing[0].state, 'failed');
  assert.equal(uploads.consented(missing)[0].state, 'waiting');
});

test('the banner says what is wrong with the line, the nearest cause first', () => {
  const banner = (more) => bannerText(say, { line: 'waiting', lostFor: 1_500, hasBeenReady: true, isOffline: false, notice: null, ...more });
  assert.equal(banner({ lostFor: 0 }), '');
  assert.equal(banner({}), 'line.again');
  assert.equal(banner({ hasBeenReady: false }), 'line.first');
  assert.equal(banner({ lostFor: 25_000 }), 'line.away');
  assert.equal(banner({ lostFor: 25_000, isOffline: true }), 'line.offline');
  assert.equal(banner({ notice: 'too-many' }), 'refused.too-many');
  assert.equal(banner({ line: 'ready', notice: 'too-fast' }), 'refused.too-fast');
  assert.equal(banner({ line: 'ready', notice: 'unknown' }), '');
});

test('the room left is told near the limit, and what is too much', () => {
  assert.equal(roomText(say, 500), '');
  assert.equal(roomText(say, 499), 'composer.left 499');
  assert.equal(roomText(say, 0), 'composer.left 0');
  assert.equal(roomText(say, -12), 'composer.over 12');
});

test('where the customer stands has words for each status', () => {
  assert.equal(statusText(say, { status: 'queued', position: 3 }), 'status.queued.position 3');
  assert.equal(statusText(say, { status: 'queued' }), 'status.queued');
  assert.equal(statusText(say, { status: 'open', agent: 'Anna' }), 'status.open Anna');
  assert.equal(statusText(say, { status: 'abandoned' }), 'status.closed');
  assert.equal(statusText(say, { status: 'none' }), 'status.bot');
});

test('trouble with a file is told in its own words, else in the chat’s', () => {
  const limits = { largest: '10 MB', types: 'PNG' };
  assert.equal(fileTrouble(say, undefined, limits), '');
  assert.match(fileTrouble(say, 'too-large', limits), /^file\.refused\.too-large/);
  assert.match(fileTrouble(say, 'unknown', limits), /^file\.refused\.unavailable/);
});

test('a download is called as the server calls it', () => {
  assert.equal(fileName("attachment; filename=\"x.txt\"; filename*=UTF-8''Polanka%20%E2%80%93%20rozmowa.txt"), 'Polanka – rozmowa.txt');
  assert.equal(fileName('attachment; filename="a b.txt"'), 'a b.txt');
  assert.equal(fileName('attachment; filename=a.txt'), 'a.txt');
  assert.equal(fileName(null), undefined);
});
