import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as desk from '../../main/resources/static/console/desk.js';
import { en } from '../../main/resources/static/console/messages/en.js';
import { OpenThread } from '../../main/resources/static/console/open-thread.js';
import { correctionsIn, withDeliveries } from '../../main/resources/static/console/transcript.js';
import { channelsText, deliveryText, noticeText } from '../../main/resources/static/console/wording.js';
import { kindOf, playerOf } from '../../main/resources/static/shared/files.js';
import { translator } from '../../main/resources/static/shared/i18n.js';

const say = translator({ en }, 'en');
const entry = (n, more = {}) => ({ n, at: '2026-05-03T10:00:00Z', from: 'agent', text: 'a', ...more });

function open(entries) {
  const api = { get: async () => ({ summary: { conversation: 'c' }, entries, earlier: [] }) };
  return new OpenThread({ id: 'c', api, onChange: () => {}, onSummary: () => {} });
}

test('of each line the newest word on its way counts, whichever came first', async () => {
  const front = open([entry(1, { delivery: { state: 'sent' } }), entry(2, { delivery: { state: 'waiting' } }), entry(3)]);
  front.delivered(3, { state: 'failed', why: 'blocked' });
  await front.refresh();
  front.delivered(2, { state: 'uncertain', why: 'no answer' });
  assert.deepEqual(Object.fromEntries(front.thread.deliveries), {
    1: { state: 'sent' },
    2: { state: 'uncertain', why: 'no answer' },
    3: { state: 'failed', why: 'blocked' },
  });
});

test('lines that are not pushed change nothing', () => {
  const known = new Map([[1, { state: 'sent' }]]);
  assert.equal(withDeliveries(known, [entry(2)]), known);
});

test('lines that were corrected are known by what stands in their place', () => {
  const entries = [entry(1), entry(2), entry(3, { edited: true, original: 1, text: 'b' }), entry(4, { edited: true, original: 1, text: 'c' }), entry(5, { edited: true })];
  assert.deepEqual([...correctionsIn(entries)], [[1, 'c']]);
});

test('reasons of our own are said in words', () => {
  assert.equal(deliveryText(say, { state: 'failed', why: 'file-too-large' }), 'Not sent: the file is too large for Telegram');
  assert.equal(deliveryText(say, { state: 'failed', why: 'unreachable: Forbidden' }), 'Not sent: the customer has blocked the bot or left Telegram');
  assert.equal(deliveryText(say, { state: 'uncertain', why: 'answer-unknown' }), deliveryText(say, { state: 'uncertain' }));
});

test('what is on its way is said with its reason, if there is one', () => {
  assert.equal(deliveryText(say, { state: 'failed', why: 'blocked' }), 'Not sent: blocked');
  assert.equal(deliveryText(say, { state: 'failed' }), 'Not sent');
  assert.equal(deliveryText(say, { state: 'sent', why: '' }), 'Sent');
});

test('an erased conversation leaves the desk and shows nothing any more', async () => {
  const before = desk.withSummary(desk.EMPTY, { conversation: 'c', status: 'queued', version: { of: 'a', n: 1 } });
  assert.equal(desk.waiting(desk.without(before, 'c')).length, 0);
  assert.equal(desk.without(before, 'other'), before);
  const front = open([entry(1)]);
  await front.refresh();
  front.gone();
  assert.deepEqual([front.thread.entries, front.thread.card, front.thread.problem], [[], null, { code: 'gone' }]);
});

test('channels are named, unknown ones as they are', () => {
  assert.equal(channelsText(say, ['web', 'telegram', 'pigeon']), 'Web chat, Telegram, pigeon');
  assert.equal(channelsText(say), '');
});

test('linking, parting and moving on are facts that agents can read', () => {
  const text = (notice) => noticeText(say, notice, { entries: [], teams: [] });
  assert.match(text({ code: 'linked', channel: 'telegram', from: '' }), /by Telegram too$/);
  assert.match(text({ code: 'linked', channel: 'telegram', from: 'x' }), /another conversation$/);
  assert.equal(text({ code: 'unlinked', channel: 'telegram' }), 'No longer connected: Telegram');
  assert.equal(text({ code: 'unreachable', why: 'unreachable: gone' }), 'The customer can’t be reached: the customer has blocked the bot or left Telegram');
  assert.equal(text({ code: 'unreachable', why: 'blocked' }), 'The customer has blocked the bot: nothing arrives any more');
  assert.equal(text({ code: 'moved', to: 'x' }), 'The customer goes on in another conversation');
});

test('a talk that goes on elsewhere is over here', () => {
  assert.ok(desk.isClosed({ status: 'continued' }));
  assert.ok(!desk.isClosed({ status: 'open' }));
});

test('recordings and films are played', () => {
  assert.deepEqual(['audio/ogg', 'video/mp4', 'image/png', 'application/pdf'].map(playerOf), ['audio', 'video', undefined, undefined]);
  assert.equal(kindOf('audio/mpeg'), 'audio');
});
