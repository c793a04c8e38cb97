import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChatSession } from '../../main/resources/static/chat/session.js';

/** A browser's memory that a test can look into. */
class TestMemory {
  stored = {};
  constructor(token = null, outbox = []) {
    this.stored = token ? { token, outbox } : {};
  }
  token = () => this.stored.token ?? null;
  keepToken = (token) => (this.stored.token = token);
  forgetToken = () => delete this.stored.token;
  takeOutbox = () => this.stored.outbox ?? [];
  keepOutbox = (outbox) => (this.stored.outbox = outbox);
  onOtherTab = (listeners) => (this.listeners = listeners);
  draft = () => this.stored.draft ?? '';
  keepDraft = (draft) => (this.stored.draft = draft);
  hasSound = () => this.stored.sound ?? true;
  keepSound = (isOn) => (this.stored.sound = isOn);
  lastRead = () => this.stored.read ?? null;
  keepLastRead = (place) => (this.stored.read = place);
}

function chat(t, memory = new TestMemory()) {
  const sent = [];
  let handlers;
  let restarts = 0;
  let isReady = false;
  const session = new ChatSession({
    memory,
    language: 'pl',
    openLine: (given) => {
      handlers = given;
      return { start() {}, stop() {}, restart: () => restarts++, send: (frame) => isReady && sent.push(frame) > 0 };
    },
  });
  t.after(() => session.stop());
  const hear = (frame) => handlers.onFrame(frame);
  const connect = (welcome = {}, entries = []) => {
    sent.push(handlers.greeting());
    isReady = true;
    handlers.onState('ready');
    hear({ type: 'welcome', token: 't1', language: 'pl', languages: ['pl', 'ru'], ...welcome });
    entries.forEach((entry) => hear({ type: 'entry', ...entry }));
    hear({ type: 'status', status: entries.length ? 'bot' : 'none' });
  };
  const cut = () => {
    isReady = false;
    handlers.onState('waiting');
  };
  return { session, memory, sent, hear, connect, cut, restarts: () => restarts };
}

const types = (frames) => frames.map((frame) => frame.type);

test('stores nothing before the first message', (t) => {
  const { session, memory, connect } = chat(t);
  connect();
  session.switchLanguage('ru');
  assert.deepEqual(memory.stored, {});
  session.say('Dzień dobry');
  assert.equal(memory.stored.token, 't1');
  assert.equal(memory.stored.outbox.length, 1);
});

test('before the first message another language is another greeting, afterwards a frame', (t) => {
  const { session, sent, connect, hear } = chat(t);
  connect();
  session.switchLanguage('ru');
  assert.deepEqual(sent.at(-1), { type: 'hello', token: 't1', language: 'ru', after: undefined });
  session.say('a');
  hear({ type: 'ack', id: sent.at(-1).id, conversation: 'c', n: 1 });
  session.switchLanguage('pl');
  assert.equal(sent.at(-1).type, 'language');
  assert.equal(session.view.language, 'pl');
});

test('sends what is pending after a reconnect, under the same id, till it is acknowledged', (t) => {
  const { session, sent, connect, cut, hear } = chat(t);
  connect();
  session.say('a');
  const { id } = sent.at(-1);
  cut();
  connect();
  assert.deepEqual(types(sent), ['hello', 'say', 'hello', 'say']);
  assert.equal(sent.at(-1).id, id);
  hear({ type: 'ack', id, conversation: 'c', n: 1 });
  cut();
  connect();
  assert.equal(types(sent).filter((type) => type === 'say').length, 2);
});

test('a reload sends what the page before it could not', (t) => {
  const pending = { id: 'm-12345678', frame: { type: 'say', id: 'm-12345678', text: 'a' }, text: 'a', at: 1, state: 'pending', sentAt: 1 };
  const { sent, connect } = chat(t, new TestMemory('t0', [pending]));
  connect();
  assert.equal(sent[0].token, 't0');
  assert.equal(sent[1].id, 'm-12345678');
});

test('a gap asks for what is missing, once', async (t) => {
  const { sent, connect, hear } = chat(t, new TestMemory('t1'));
  connect({}, [{ conversation: 'c', n: 1, prev: 0, from: 'bot' }]);
  hear({ type: 'entry', conversation: 'c', n: 4, prev: 3, from: 'bot' });
  hear({ type: 'entry', conversation: 'c', n: 5, prev: 4, from: 'bot' });
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(types(sent), ['hello', 'hello']);
  assert.deepEqual(sent[1].after, { conversation: 'c', n: 1 });
});

test('a ping with a number that never came asks for it', async (t) => {
  const { sent, connect, hear } = chat(t, new TestMemory('t1'));
  connect({}, [{ conversation: 'c', n: 1, prev: 0, from: 'bot' }]);
  hear({ type: 'ping', conversation: 'c', n: 1 });
  hear({ type: 'ping', conversation: 'c', n: 2 });
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(types(sent), ['hello', 'hello']);
});

test('a revoked session begins anew and takes pending words along', (t) => {
  const { session, memory, sent, connect, hear, cut, restarts } = chat(t, new TestMemory('t0'));
  connect({ token: 't0' }, [{ conversation: 'c', n: 1, prev: 0, from: 'bot' }]);
  session.say('a');
  hear({ type: 'refused', reason: 'revoked' });
  assert.equal(restarts(), 1);
  assert.equal(memory.token(), null);
  assert.equal(session.view.timeline.length, 0);
  cut();
  connect({ token: 't9' });
  assert.equal(sent.at(-2).token, undefined);
  assert.equal(sent.at(-1).text, 'a');
  assert.equal(memory.token(), 't9');
});

test('a session that another tab began is ours too', (t) => {
  const { session, memory, connect, restarts } = chat(t);
  connect({ token: 'mine' });
  memory.stored.token = 'theirs';
  session.say('a');
  assert.equal(memory.token(), 'theirs');
  assert.equal(restarts(), 1);
});

test('the last entries of an opened page are old news, later ones are new', (t) => {
  const { session, connect, hear } = chat(t, new TestMemory('t1'));
  const news = [];
  session.addEventListener('entry', ({ detail }) => news.push([detail.entry.n, detail.isOld]));
  connect({}, [{ conversation: 'c', n: 9, prev: 8, from: 'bot' }]);
  hear({ type: 'entry', conversation: 'c', n: 10, prev: 9, from: 'customer', id: 'x' });
  hear({ type: 'entry', conversation: 'c', n: 11, prev: 10, from: 'agent', name: 'Anna' });
  assert.deepEqual(news, [
    [9, true],
    [11, false],
  ]);
});
