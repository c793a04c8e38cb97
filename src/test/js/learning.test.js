import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../main/resources/static/console/messages/en.js';
import { changeText, isDoubtful, isSame, meaningText, tryOut, unknownQuestion } from '../../main/resources/static/console/learning.js';
import { translator } from '../../main/resources/static/shared/i18n.js';

const say = translator({ en }, 'en');
const COST = { id: 'answer:delivery-cost', title: { en: 'Delivery cost' } };
const RETURN = { id: 'flow:return', title: { en: 'Return' } };

const sure = (intent) => ({ outcome: 'SURE', intents: [intent] });
const handedOff = (n, reason) => ({ n, notice: { code: 'handed-off', reason } });

test('asks again while the server is trying, and no longer than somebody wants to know', async () => {
  const answers = [{}, {}, { review: { tried: 7 } }, {}, {}];
  const calls = [];
  const api = { post: async (path, body) => (calls.push([path, body]), answers.shift()) };
  const wanted = { text: 'a b', intent: 'flow:return', language: 'en' };
  assert.deepEqual(await tryOut(api, 'p/1', wanted, () => true), { tried: 7 });
  assert.equal(calls.length, 3);
  assert.deepEqual(calls[0], ['/learning/proposals/p%2F1/review', wanted]);

  let asked = 0;
  assert.equal(await tryOut(api, 'p', wanted, () => asked++ < 2), null);
  assert.equal(calls.length, 5);
});

test('an answer that came too late is not shown', async () => {
  let isWanted = true;
  const api = { post: async () => ((isWanted = false), { review: { tried: 7 } }) };
  assert.equal(await tryOut(api, 'p', {}, () => isWanted), null);
});

test('only what gets worse makes one think twice', () => {
  assert.equal(isDoubtful({ worse: [], tests: [] }), false);
  assert.equal(isDoubtful({ worse: [{}], tests: [] }), true);
  assert.equal(isDoubtful({ worse: [], tests: [{}] }), true);
});

test('a change of words, meaning or language has to be tried anew; blanks around do not count', () => {
  const tried = { text: 'send back', intent: 'flow:return', language: 'en' };
  assert.equal(isSame({ ...tried, text: ' send back ' }, tried), true);
  for (const other of [{ text: 'send' }, { intent: 'flow:x' }, { language: 'pl' }]) {
    assert.equal(isSame({ ...tried, ...other }, tried), false);
  }
});

test('says what the bot does about words', () => {
  assert.equal(meaningText(say, sure(COST)), 'answers Delivery cost');
  assert.equal(meaningText(say, { outcome: 'WHICH', intents: [COST, RETURN] }), 'asks which: Delivery cost, Return');
  assert.equal(meaningText(say, { outcome: 'UNKNOWN', intents: [] }), 'a person takes over');
  assert.equal(
    changeText(say, { text: 'how much', language: 'en', intent: COST, before: sure(COST), after: sure(RETURN) }),
    '“how much” (Delivery cost) – before: answers Delivery cost; then: answers Return',
  );
});

test('an unknown question can be explained until somebody has', () => {
  const about = { n: 9, notice: { code: 'about' } };
  assert.equal(unknownQuestion([]), null);
  assert.equal(unknownQuestion([handedOff(3, 'asked')]), null);
  assert.equal(unknownQuestion([handedOff(3, 'unknown-question')]), 'open');
  assert.equal(unknownQuestion([handedOff(3, 'unknown-question'), about]), 'told');
  assert.equal(unknownQuestion([about, handedOff(12, 'unknown-question')]), 'open');
});
