import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileSends } from '../../main/resources/static/console/file-sends.js';
import { UploadRefused } from '../../main/resources/static/shared/upload.js';

const LIMITS = { largest: 1024, types: ['application/pdf'] };
const PDF = /** @type {any} */ ({ name: 'a.pdf', type: 'application/pdf', size: 10 });
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Uploads that answer what is written down; `orders` are the requests. */
function sends(...answers) {
  const orders = [];
  const send = async (order) => {
    orders.push(order);
    const answer = answers.shift();
    if (answer instanceof Error) {
      throw answer;
    }
    return answer ?? new Promise(() => {});
  };
  const api = { urlOf: (path) => `/api${path}`, uploadHeaders: async (id) => ({ 'X-Client-Id': id }) };
  return { orders, files: new FileSends({ api, send, waiting: async () => {} }) };
}

test('a file is sent under one id till the server has it, and leaves with its entry', async () => {
  const { files, orders } = sends(new UploadRefused('offline'), { id: 'x', n: 7 });
  files.add('c', PDF, LIMITS, 'en');
  await settle();
  assert.equal(orders[0].url, '/api/conversations/c/files');
  assert.equal(new Set(orders.map(({ headers }) => headers['X-Client-Id'])).size, 1);
  assert.deepEqual(files.of('c').map(({ state, n }) => [state, n]), [['sent', 7]]);
  assert.equal(files.isBusy, false);
  files.shownUpTo('c', 7);
  assert.deepEqual(files.of('c'), []);
});

test('what cannot be taken is not sent, and says why', () => {
  const { files, orders } = sends();
  files.add('c', /** @type {any} */ ({ ...PDF, size: 2048 }), LIMITS, 'en');
  assert.deepEqual(orders, []);
  assert.deepEqual(files.of('c').map(({ state, code, words }) => [state, code, words?.largest]), [['failed', 'too-large', '1 kB']]);
});

test('a refusal for good can be tried again, a file on its way can be called back', async () => {
  const { files, orders } = sends(new UploadRefused('claimed'), null);
  files.add('c', PDF, LIMITS, 'en');
  await settle();
  const [{ id, code }] = files.of('c');
  assert.equal(code, 'claimed');
  files.tryAgain(id);
  await settle();
  assert.equal(files.isBusy, true);
  files.discard(id);
  assert.equal(orders[1].signal.aborted, true);
  assert.deepEqual(files.of('c'), []);
});

test('progress is told', async () => {
  const { files, orders } = sends(null);
  files.add('c', PDF, LIMITS, 'en');
  await settle();
  orders[0].onProgress(0.5);
  assert.equal(files.of('c')[0].share, 0.5);
});
