import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Host } from '../../main/resources/static/chat/host.js';
import { Memory } from '../../main/resources/static/chat/memory.js';
import { UploadRefused } from '../../main/resources/static/shared/upload.js';
import { SendingFiles } from '../../main/resources/static/chat/sending-files.js';

/** What browsers call a storage, its keys its own properties. */
class TestStorage {
  getItem(key) {
    return this[key] ?? null;
  }
  setItem(key, value) {
    this[key] = value;
  }
  removeItem(key) {
    delete this[key];
  }
}

beforeEach(() => {
  globalThis.localStorage = new TestStorage();
});

const message = (id, at) => ({ id, at, frame: { type: 'say', id }, text: id, state: 'pending' });

test('a page takes over what pages before it could not send, and leaves it to the next', () => {
  const first = new Memory();
  const second = new Memory();
  first.keepOutbox([message('a', 1)]);
  second.keepOutbox([message('b', 2)]);
  const third = new Memory();
  const taken = third.takeOutbox();
  assert.deepEqual(taken.map(({ id }) => id).sort(), ['a', 'b']);
  assert.deepEqual(new Memory().takeOutbox(), []);
  third.keepOutbox(taken);
  assert.equal(new Memory().takeOutbox().length, 2);
});

test('nothing is left of what is empty', () => {
  const memory = new Memory();
  memory.keepOutbox([message('a', 1)]);
  memory.keepDraft('x');
  memory.keepSound(false);
  assert.equal(memory.hasSound(), false);
  memory.keepOutbox([]);
  memory.keepDraft('');
  memory.keepSound(true);
  assert.deepEqual(Object.keys(localStorage), []);
});

test('what others wrote into the storage does no harm', () => {
  localStorage.setItem('sayonce.outbox.x', '{"not":"a list"}');
  localStorage.setItem('sayonce.read', '"nonsense"');
  localStorage.setItem('sayonce.draft', '5');
  localStorage.setItem('sayonce.token', '[]');
  const memory = new Memory();
  assert.deepEqual(memory.takeOutbox(), []);
  assert.equal(memory.lastRead(), null);
  assert.equal(memory.draft(), '');
  assert.equal(memory.token(), null);
});

function framed(t, hasTalked = false) {
  const told = [];
  const parent = { postMessage: (said, origin) => told.push([said, origin]) };
  let hear;
  const window = { parent, document: { visibilityState: 'visible' }, addEventListener: (_, listener) => (hear = listener) };
  const opened = [];
  const host = new Host((isOpen) => opened.push(isOpen), hasTalked, window);
  return { host, told, opened, hear: (data, origin = 'https://shop.example', source = parent) => hear({ data, origin, source }) };
}

test('the loader hears what happened before it was known, and nobody else hears anything', (t) => {
  const { host, told, opened, hear } = framed(t, true);
  host.unread(2, 'Dzień dobry');
  assert.deepEqual(told, []);
  hear({ sayonce: 'open' }, 'https://evil.example', {});
  assert.deepEqual(opened, []);
  hear({ sayonce: 'close' });
  hear({ sayonce: 'open' }, 'https://evil.example');
  assert.deepEqual(opened, [false]);
  assert.deepEqual(told, [
    [{ sayonce: 'talked', has: true }, 'https://shop.example'],
    [{ sayonce: 'unread', count: 2, text: 'Dzień dobry' }, 'https://shop.example'],
  ]);
  host.unread(2, 'Dzień dobry');
  host.talked(true);
  assert.equal(told.length, 2);
});

const LIMITS = { largest: 100, types: ['image/png'] };
const picture = (name) => ({ name, type: 'image/png', size: 10 });
const settled = () => new Promise((resolve) => setImmediate(resolve));

function sending(t, send, mayGo = () => true) {
  const files = new SendingFiles({ headers: (id) => ({ 'X-Client-Id': id }), mayGo, changed: () => {}, now: Date.now, send });
  t.after(() => files.stop());
  return files;
}

test('files are sent one after another, each under its own id', async (t) => {
  const calls = [];
  const files = sending(t, (order) => new Promise((resolve) => calls.push({ order, resolve })));
  files.add([picture('a.png'), picture('b.png'), { name: 'c.exe', type: '', size: 1 }], LIMITS);
  assert.deepEqual(calls.map(({ order }) => order.file.name), ['a.png']);
  calls[0].order.onProgress(0.5);
  assert.deepEqual(files.items.map(({ state, share }) => [state, share]), [['sending', 0.5], ['waiting', 0], ['failed', 0]]);
  calls[0].resolve({ id: 'f', conversation: 'c', n: 3 });
  await settled();
  assert.equal(calls.length, 2);
  assert.notEqual(calls[0].order.headers['X-Client-Id'], calls[1].order.headers['X-Client-Id']);
  assert.equal(calls[1].order.headers['X-Client-Id'], files.items[1].id);
});

test('a file waits while the server cannot be reached, and a cancelled one is stopped', async (t) => {
  let isReady = false;
  const signals = [];
  const send = ({ signal }) =>
    new Promise((_, reject) => {
      signals.push(signal);
      signal.addEventListener('abort', () => reject(new UploadRefused('cancelled')));
    });
  const files = sending(t, send, () => isReady);
  files.add([picture('a.png')], LIMITS);
  assert.equal(signals.length, 0);
  isReady = true;
  files.pump();
  assert.equal(signals.length, 1);
  files.cancel(files.items[0].id);
  await settled();
  assert.equal(signals[0].aborted, true);
  assert.deepEqual(files.items, []);
});

test('a file that failed for good goes again when the customer says so, under the same id', async (t) => {
  const ids = [];
  const files = sending(t, async ({ headers }) => {
    ids.push(headers['X-Client-Id']);
    throw new UploadRefused('mismatch');
  });
  files.add([picture('a.png')], LIMITS);
  await settled();
  assert.equal(files.items[0].reason, 'mismatch');
  files.tryAgain(files.items[0].id);
  await settled();
  assert.equal(ids.length, 2);
  assert.equal(ids[0], ids[1]);
});
