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
  isCustomers = () => this.stored.customer ?? false;
  keepCustomer = () => (this.stored.customer = true);
  wipe = () => (this.stored = {});
}

function chat(t, memory = new TestMemory(), now = Date.now, fetching = undefined) {
  const sent = [];
  let handlers;
  let restarts = 0;
  let isReady = false;
  const session = new ChatSession({
    memory,
    language: 'pl',
    now,
    fetching,
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

const ownEntry = (id, n = 1) => ({ conversation: 'c', n, prev: n - 1, at: '2026-05-03T10:00:00Z', from: 'customer', text: 'a', id });
const answer = (n) => ({ conversation: 'c', n, prev: n - 1, at: '2026-05-03T10:00:01Z', from: 'bot', text: 'b' });

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

test('keeps what is half-typed from the first message on, not before', (t) => {
  const { session, memory, connect } = chat(t);
  connect();
  session.keepDraft('Gdzie');
  session.switchSound(false);
  assert.deepEqual(memory.stored, {});
  session.say('a', 'order-status');
  assert.equal(memory.stored.draft, 'Gdzie');
  assert.equal(memory.stored.sound, false);
  session.keepDraft('Gdzie jest');
  assert.equal(memory.stored.draft, 'Gdzie jest');
  assert.equal(chat(t, new TestMemory('t1')).session.draft, '');
  const kept = new TestMemory('t1');
  kept.stored.draft = 'Gdzie jest';
  assert.equal(chat(t, kept).session.draft, 'Gdzie jest');
});

test('a suggestion names itself', (t) => {
  const { session, sent, connect } = chat(t);
  connect();
  session.say('Gdzie jest moje zamówienie?', 'order-status');
  assert.equal(sent.at(-1).suggestion, 'order-status');
});

test('consent goes before the first message, once, and nothing is said of it before', (t) => {
  const { session, memory, sent, connect, hear } = chat(t);
  connect({ consent: { text: {} } });
  assert.equal(session.view.needsConsent, true);
  session.accept();
  assert.equal(session.view.needsConsent, false);
  assert.deepEqual(types(sent), ['hello']);
  assert.deepEqual(memory.stored, {});
  session.say('a');
  assert.deepEqual(types(sent), ['hello', 'consent']);
  hear({ type: 'ack', id: sent.at(-1).id, conversation: 'c', n: 1 });
  assert.deepEqual(types(sent), ['hello', 'consent', 'say']);
  hear({ type: 'ack', id: sent.at(-1).id, conversation: 'c', n: 2 });
  session.say('b');
  assert.deepEqual(types(sent), ['hello', 'consent', 'say', 'say']);
});

test('what was refused for want of consent goes again after it', (t) => {
  const { session, sent, connect, hear } = chat(t, new TestMemory('t1'));
  connect();
  session.say('a');
  const { id } = sent.at(-1);
  hear({ type: 'refused', id, reason: 'consent' });
  assert.equal(session.view.needsConsent, true);
  session.accept();
  assert.equal(sent.at(-1).type, 'consent');
  hear({ type: 'ack', id: sent.at(-1).id, conversation: 'c', n: 1 });
  assert.equal(sent.at(-1).id, id);
});

test('tells that the customer types to people only, and not more often than every two seconds', (t) => {
  let time = 0;
  const { session, sent, connect, hear } = chat(t, new TestMemory('t1'), () => time);
  connect();
  session.keepDraft('a');
  assert.deepEqual(types(sent), ['hello']);
  hear({ type: 'status', status: 'open', agent: 'Anna' });
  session.keepDraft('ab');
  session.keepDraft('abc');
  time = 2_000;
  session.keepDraft('abcd');
  session.keepDraft('');
  assert.deepEqual(types(sent), ['hello', 'typing', 'typing']);
});

test('shows the assistant at work till the answer comes', (t) => {
  let time = 0;
  const { session, sent, connect, hear } = chat(t, new TestMemory(), () => time);
  connect();
  session.say('a');
  const { id } = sent.at(-1);
  assert.equal(session.view.typist, null);
  time = 400;
  assert.deepEqual(session.view.typist, { from: 'bot' });
  hear({ type: 'ack', id, conversation: 'c', n: 1 });
  hear({ type: 'entry', ...ownEntry(id) });
  assert.deepEqual(session.view.typist, { from: 'bot' });
  hear({ type: 'entry', ...answer(2) });
  assert.equal(session.view.typist, null);
});

test('counts what came since the visitor last looked, over reloads', (t) => {
  const { session, memory, sent, connect, hear } = chat(t);
  connect();
  session.say('a');
  hear({ type: 'entry', ...ownEntry(sent.at(-1).id) });
  hear({ type: 'entry', ...answer(2) });
  assert.equal(session.view.unread.length, 1);
  session.markRead();
  assert.equal(session.view.unread.length, 0);
  assert.deepEqual(memory.stored.read, { conversation: 'c', n: 2 });
  hear({ type: 'entry', ...answer(3) });

  const later = chat(t, memory);
  later.connect({}, [ownEntry('m'), answer(2), answer(3)]);
  assert.deepEqual(later.session.view.unread.map(({ n }) => n), [3]);
});

test('says that a talk ended only if the page saw it', (t) => {
  const { session, connect, hear } = chat(t, new TestMemory('t1'));
  const ends = [];
  session.addEventListener('ended', ({ detail }) => ends.push(detail));
  connect({}, [answer(1)]);
  hear({ type: 'status', status: 'resolved', conversation: 'old' });
  assert.deepEqual(ends, []);
  hear({ type: 'status', status: 'bot', conversation: 'c' });
  hear({ type: 'status', status: 'resolved', conversation: 'c' });
  assert.deepEqual(ends, [{ conversation: 'c', status: 'resolved' }]);
});

test('gets older lines once at a time, and stops where there are none', async (t) => {
  const asked = [];
  const fetching = async (path, { headers }) => {
    asked.push([path, headers.Authorization]);
    const more = asked.length < 2;
    return Response.json({ entries: [{ ...answer(more ? 2 : 1), conversation: more ? 'c' : 'b' }], more });
  };
  const { session, connect } = chat(t, new TestMemory('t1'), Date.now, fetching);
  connect({}, [answer(3)]);
  await Promise.all([session.loadOlder(), session.loadOlder()]);
  await session.loadOlder();
  await session.loadOlder();
  assert.deepEqual(asked, [
    ['/chat/history?conversation=c&before=3', 'Bearer t1'],
    ['/chat/history?conversation=c&before=2', 'Bearer t1'],
  ]);
  assert.deepEqual(session.view.timeline.map(({ id, entries }) => [id, entries.length]), [['b', 1], ['c', 2]]);
  assert.equal(session.view.past, 'none');
});

test('a visitor who is new has no past to ask for', async (t) => {
  const { session, connect } = chat(t, new TestMemory(), Date.now, () => assert.fail('asked'));
  connect({}, [answer(1)]);
  await session.loadOlder();
  assert.equal(session.view.past, 'none');
});
