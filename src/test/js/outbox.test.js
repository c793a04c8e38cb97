import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as outbox from '../../main/resources/static/chat/outbox.js';

const say = (id) => ({ type: 'say', id, text: id });
const two = () => outbox.withFrame(outbox.withFrame(outbox.EMPTY, say('m1'), 'm1', 0), say('m2'), 'm2', 1);
const ids = (items) => items.map((item) => item.id);

test('one message is under way at a time, so that the order stays', () => {
  const items = outbox.sent(two(), 'm1', 10);
  assert.equal(outbox.nextToSend(two(), 10).id, 'm1');
  assert.equal(outbox.nextToSend(items, 11), undefined);
  const next = outbox.acknowledged(items, { id: 'm1', conversation: 'c', n: 1 });
  assert.equal(outbox.nextToSend(next, 12).id, 'm2');
});

test('without an answer the same message is sent again', () => {
  const items = outbox.sent(two(), 'm1', 10);
  assert.equal(outbox.nextLook(items), 10 + outbox.ANSWER_WITHIN);
  assert.equal(outbox.nextToSend(items, 10 + outbox.ANSWER_WITHIN).id, 'm1');
});

test('after a lost line whatever was under way is sent again, under the same id', () => {
  const items = outbox.lineLost(outbox.sent(two(), 'm1', 10));
  assert.equal(outbox.nextToSend(items, 11).frame.id, 'm1');
});

test('an acknowledged message stays visible till its entry arrives, by id or by number', () => {
  const items = outbox.acknowledged(two(), { id: 'm1', conversation: 'c', n: 3 });
  assert.equal(items[0].state, 'sent');
  assert.deepEqual(ids(outbox.arrived(items, { id: 'm1', conversation: 'c', n: 3 })), ['m2']);
  assert.deepEqual(ids(outbox.arrived(items, { conversation: 'c', n: 3 })), ['m2']);
  assert.deepEqual(ids(outbox.arrived(items, { conversation: 'c', n: 2 })), ['m1', 'm2']);
});

test('a button pressed too late, of which no public line comes, leaves with the next ping', () => {
  const items = outbox.acknowledged(two(), { id: 'm1', conversation: 'c', n: 3 });
  assert.deepEqual(ids(outbox.quiet(items)), ['m2']);
});

test('an entry that arrives before its acknowledgement settles the message', () => {
  const items = outbox.sent(two(), 'm1', 10);
  assert.deepEqual(ids(outbox.arrived(items, { id: 'm1', conversation: 'c', n: 1 })), ['m2']);
});

test('a refusal with a time waits and holds back what comes after', () => {
  const items = outbox.refused(outbox.sent(two(), 'm1', 10), { id: 'm1', reason: 'too-fast', retryAfter: 500 }, 20);
  assert.equal(outbox.nextToSend(items, 100), undefined);
  assert.equal(outbox.nextLook(items), 520);
  assert.equal(outbox.nextToSend(items, 520).id, 'm1');
});

test('a refusal without a time has failed; others go on; another try keeps the id', () => {
  const items = outbox.refused(outbox.sent(two(), 'm1', 10), { id: 'm1', reason: 'too-long' }, 20);
  assert.equal(items[0].state, 'failed');
  assert.equal(items[0].reason, 'too-long');
  assert.equal(outbox.nextToSend(items, 20).id, 'm2');
  assert.equal(outbox.nextToSend(outbox.triedAgain(items, 'm1'), 20).id, 'm1');
});

test('what the customer never saw ends with its answer, whatever it is', () => {
  const items = outbox.withFrame(outbox.EMPTY, { type: 'language', id: 'l1', language: 'ru' }, '', 0);
  assert.deepEqual(outbox.acknowledged(items, { id: 'l1', conversation: 'c', n: 1 }), []);
  assert.deepEqual(outbox.refused(items, { id: 'l1', reason: 'malformed' }, 0), []);
});

test('a reload keeps what is not committed', () => {
  const items = outbox.sent(outbox.acknowledged(two(), { id: 'm1', conversation: 'c', n: 3 }), 'm2', 5);
  const after = outbox.reloaded(JSON.parse(JSON.stringify(items)));
  assert.deepEqual(ids(after), ['m2']);
  assert.equal(outbox.nextToSend(after, 6).id, 'm2');
});

test('a new session takes messages along, but no buttons of the old one', () => {
  const choose = { type: 'choose', id: 'b1', conversation: 'c', entry: 2, option: 'yes' };
  const items = outbox.withFrame(two(), choose, 'Tak', 3);
  assert.equal(outbox.choiceUnderWay(items, { conversation: 'c', n: 2 }), 'yes');
  assert.deepEqual(ids(outbox.sessionEnded(items)), ['m1', 'm2']);
});
