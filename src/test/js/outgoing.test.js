import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../../main/resources/static/console/http-api.js';
import { Outgoing } from '../../main/resources/static/console/outgoing.js';
import { pauseAfter, persistently } from '../../main/resources/static/console/persistence.js';
import { Alarm } from '../../main/resources/static/console/alarm.js';
import { Store } from '../../main/resources/static/shared/storage.js';

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const noPause = async () => {};

/** A server whose answers are written down beforehand; it keeps the requests. */
function server(...answers) {
  const requests = [];
  return {
    requests,
    post: async (path, body) => {
      requests.push({ path, ...body });
      const answer = answers.shift();
      if (answer instanceof Error) {
        throw answer;
      }
      return answer;
    },
  };
}

function desk(api, store = new Store(() => null)) {
  return { store, outgoing: new Outgoing({ api, store, agent: 'a1', waiting: noPause }) };
}

test('a reply is sent under one id till the server has answered', async () => {
  const api = server(new Problem(0), new Problem(503, { code: 'unavailable', retryAfter: 1 }), { n: 4 });
  const { outgoing } = desk(api);
  outgoing.add('c', 'reply', 'Dzień dobry');
  await settle();
  assert.equal(api.requests.length, 3);
  assert.equal(new Set(api.requests.map(({ id }) => id)).size, 1);
  assert.equal(outgoing.of('c')[0].state, 'sent');
  outgoing.shownUpTo('c', 4);
  assert.deepEqual(outgoing.of('c'), []);
});

test('what was written second is sent second, whatever becomes of the first', async () => {
  const api = server(new Problem(503), { n: 4 }, { n: 5 });
  const { outgoing } = desk(api);
  outgoing.add('c', 'reply', 'a');
  outgoing.add('c', 'note', 'b');
  await settle();
  assert.deepEqual(api.requests.map(({ text }) => text), ['a', 'a', 'b']);
  assert.match(api.requests[2].path, /\/note$/);
});

test('a refusal for good is shown with its reason and can be tried again', async () => {
  const api = server(new Problem(409, { code: 'claimed', agent: 'Anna' }), { n: 4 });
  const { outgoing } = desk(api);
  outgoing.add('c', 'reply', 'a');
  await settle();
  const [failed] = outgoing.of('c');
  assert.deepEqual([failed.state, failed.code, failed.agent], ['failed', 'claimed', 'Anna']);
  outgoing.tryAgain(failed.id);
  await settle();
  assert.equal(outgoing.of('c')[0].state, 'sent');
});

test('a reloaded page goes on with what is not sent', async () => {
  const never = { post: () => new Promise(() => {}) };
  const { store, outgoing } = desk(never);
  outgoing.add('c', 'reply', 'a');
  const [{ id }] = outgoing.of('c');
  const api = server({ n: 9 });
  const after = desk(api, store).outgoing;
  after.start();
  await settle();
  assert.equal(api.requests[0].id, id);
});

test('only passing problems are worth another try, and not for ever', async () => {
  let tries = 0;
  const failing = (problem) => () => {
    tries++;
    throw problem;
  };
  await assert.rejects(persistently(failing(new Problem(503)), 3, noPause));
  assert.equal(tries, 3);
  await assert.rejects(persistently(failing(new Problem(409)), 3, noPause));
  assert.equal(tries, 4);
});

test('the server may ask for a longer pause, never for a shorter one', () => {
  assert.equal(pauseAfter(new Problem(503, { retryAfter: 7 }), 1, () => 1), 7_000);
  assert.equal(pauseAfter(new Problem(503, { retryAfter: 0 }), 1, () => 1), 1_000);
});

test('somebody who waits is announced at once, then every 30 s till nobody does', (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  let tones = 0;
  const param = { setValueAtTime() {}, exponentialRampToValueAtTime() {} };
  globalThis.AudioContext = class {
    state = 'running';
    currentTime = 0;
    resume() {}
    createGain = () => ({ gain: param, connect: () => {} });
    createOscillator = () => ({ frequency: {}, connect: (next) => next, start: () => tones++, stop() {} });
  };
  t.after(() => delete globalThis.AudioContext);
  const alarm = new Alarm(() => '');
  alarm.unlock();
  const rings = () => tones / 2;
  alarm.waiting(['c1']);
  alarm.waiting(['c1']);
  assert.equal(rings(), 1);
  t.mock.timers.tick(60_000);
  assert.equal(rings(), 3);
  alarm.waiting(['c1', 'c2']);
  assert.equal(rings(), 4);
  alarm.isMuted = true;
  t.mock.timers.tick(30_000);
  assert.equal(rings(), 4);
  alarm.isMuted = false;
  alarm.waiting([]);
  t.mock.timers.tick(90_000);
  assert.equal(rings(), 4);
});
