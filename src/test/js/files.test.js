import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import {
  acceptOf,
  endingOf,
  endingsInWords,
  isPicture,
  kindOf,
  sizeInWords,
  smallBox,
  typeOf,
} from '../../main/resources/static/shared/files.js';
import { obstacleTo, upload } from '../../main/resources/static/shared/upload.js';

const LIMITS = { largest: 10 * 1024 * 1024, types: ['image/jpeg', 'application/pdf', 'text/csv'] };

/** A request that does what the test says. */
class FakeRequest {
  upload = { onprogress: null };
  headers = {};
  status = 0;
  responseText = '';
  answerHeaders = {};
  aborted = false;
  open(method, url) {
    Object.assign(this, { method, url });
  }
  setRequestHeader(name, value) {
    this.headers[name] = value;
  }
  send(body) {
    this.body = body;
  }
  abort() {
    this.aborted = true;
    this.onabort();
  }
  getResponseHeader(name) {
    return this.answerHeaders[name] ?? null;
  }
  answer(status, body, headers = {}) {
    Object.assign(this, { status, responseText: typeof body === 'string' ? body : JSON.stringify(body), answerHeaders: headers });
    this.onload();
  }
}

function started({ name = 'paragon.pdf', type = 'application/pdf', signal } = {}) {
  const request = new FakeRequest();
  const shares = [];
  const file = { name, type, size: 4 };
  const order = { url: '/chat/files', headers: { 'X-Client-Id': 'abc-12345' }, file, signal, onProgress: (share) => shares.push(share) };
  return { request, shares, file, promise: upload(order, () => request) };
}

const plain = (text) => text.replace(/\s/g, ' ');

test('sizes are said in the reader’s language', () => {
  const all = (bytes) => ['pl', 'ru', 'en'].map((language) => plain(sizeInWords(bytes, language)));
  assert.deepEqual(all(1.4 * 1024 * 1024), ['1,4 MB', '1,4 МБ', '1.4 MB']);
  assert.deepEqual(all(340 * 1024), ['340 kB', '340 кБ', '340 kB']);
  assert.equal(plain(sizeInWords(10 * 1024 * 1024, 'en')), '10 MB');
  assert.equal(plain(sizeInWords(9.97 * 1024 * 1024, 'en')), '10 MB');
});

test('the smallest file has one kilobyte and a megabyte is not 1,024 kilobytes', () => {
  assert.equal(plain(sizeInWords(1, 'en')), '1 kB');
  assert.equal(plain(sizeInWords(0, 'en')), '1 kB');
  assert.equal(plain(sizeInWords(1024 * 1024 - 1, 'en')), '1 MB');
});

test('the ending says the type before the browser does', () => {
  assert.equal(typeOf({ name: 'Zestawienie.CSV', type: 'application/vnd.ms-excel' }), 'text/csv');
  assert.equal(typeOf({ name: 'umowa.odt', type: '' }), 'application/vnd.oasis.opendocument.text');
  assert.equal(typeOf({ name: 'page', type: 'Text/HTML; charset=utf-8' }), 'text/html');
  assert.equal(endingOf('.profile'), '');
});

test('a chosen file meets its obstacle before it is sent', () => {
  const file = (name, size, type = '') => ({ name, size, type });
  assert.equal(obstacleTo(file('a.jpeg', 1), LIMITS), null);
  assert.equal(obstacleTo(file('a.pdf', LIMITS.largest), LIMITS), null);
  assert.equal(obstacleTo(file('a.pdf', LIMITS.largest + 1), LIMITS), 'too-large');
  assert.equal(obstacleTo(file('a.pdf', 0), LIMITS), 'empty');
  assert.equal(obstacleTo(file('a.html', 1, 'text/html'), LIMITS), 'type');
  assert.equal(obstacleTo(file('a.exe', LIMITS.largest + 1), LIMITS), 'type');
});

test('a file field accepts types and endings', () => {
  assert.equal(acceptOf({ largest: 1, types: ['application/pdf', 'text/csv'] }), 'application/pdf,.pdf,text/csv,.csv');
  assert.equal(endingsInWords(LIMITS), 'JPG, PDF, CSV');
});

test('only what browsers show is a picture', () => {
  assert.ok(isPicture('image/webp'));
  assert.ok(!isPicture('image/svg+xml'));
  assert.ok(!isPicture('image/heic'));
  assert.equal(kindOf('image/heic'), 'image');
  assert.equal(kindOf('application/zip'), 'other');
});

test('a small picture keeps its proportions and is never enlarged', () => {
  assert.deepEqual(smallBox({ width: 4000, height: 3000 }), { width: 240, height: 180 });
  assert.deepEqual(smallBox({ width: 3000, height: 4000 }), { width: 180, height: 240 });
  assert.deepEqual(smallBox({ width: 100, height: 80 }), { width: 100, height: 80 });
  assert.deepEqual(smallBox({}), { width: 240, height: 180 });
  assert.equal(smallBox({ width: 8000, height: 100 }).height, 48);
});

test('an upload sends the file with its name, type and id', async () => {
  const { request, promise, shares, file } = started({ name: 'żółty paragon.pdf' });
  request.upload.onprogress({ lengthComputable: true, loaded: 2, total: 4 });
  request.answer(201, { id: 'abc-12345', conversation: 'c1', n: 7 });
  assert.deepEqual(await promise, { id: 'abc-12345', conversation: 'c1', n: 7 });
  assert.deepEqual(shares, [0.5]);
  assert.equal(request.method, 'POST');
  assert.equal(request.body, file);
  assert.deepEqual(request.headers, {
    'X-Client-Id': 'abc-12345',
    'Content-Type': 'application/pdf',
    'X-File-Name': '%C5%BC%C3%B3%C5%82ty%20paragon.pdf',
  });
});

test('half a character in a name does no harm', async () => {
  const { request, promise } = started({ name: 'a\ud83d.pdf' });
  request.answer(201, { id: 'abc-12345', conversation: 'c1', n: 1 });
  await promise;
  assert.equal(decodeURIComponent(request.headers['X-File-Name']), 'a\ufffd.pdf');
});

test('a refusal tells its code and when to come back', async () => {
  const { request, promise } = started();
  request.answer(429, { code: 'too-fast' }, { 'Retry-After': '30' });
  await assert.rejects(promise, { code: 'too-fast', retryAfter: 30, isPassing: true });
});

test('a proxy’s answer without a code is understood by its status', async () => {
  for (const [status, code] of [[413, 'too-large'], [401, 'revoked'], [502, 'unavailable'], [200, 'unavailable']]) {
    const { request, promise } = started();
    request.answer(status, '<html>no</html>');
    await assert.rejects(promise, { code });
  }
});

test('no answer is passing, a cancelled upload is not', async () => {
  const lost = started();
  lost.request.onerror();
  await assert.rejects(lost.promise, { code: 'offline', isPassing: true });
  const control = new AbortController();
  const cancelled = started({ signal: control.signal });
  control.abort();
  await assert.rejects(cancelled.promise, { code: 'cancelled', isPassing: false });
  assert.ok(cancelled.request.aborted);
  await assert.rejects(started({ signal: control.signal }).promise, { code: 'cancelled' });
});

test('an upload that stands still is given up, one that moves is not', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { request, promise } = started();
    mock.timers.tick(40_000);
    request.upload.onprogress({ lengthComputable: true, loaded: 1, total: 4 });
    mock.timers.tick(40_000);
    assert.equal(request.aborted, false);
    mock.timers.tick(5_000);
    await assert.rejects(promise, { code: 'offline' });
  } finally {
    mock.timers.reset();
  }
});

test('files have the same words in every language', async () => {
  const messages = await Promise.all(
    ['pl', 'ru', 'en'].map(async (code) => (await import(`../../main/resources/static/shared/messages/files.${code}.js`))[code]),
  );
  const holes = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  const shape = (catalogue) => Object.fromEntries(Object.entries(catalogue).sort().map(([key, text]) => [key, holes(text)]));
  assert.deepEqual(shape(messages[0]), shape(messages[2]));
  assert.deepEqual(shape(messages[1]), shape(messages[2]));
  'too-large type mismatch empty too-fast unavailable busy offline cancelled'
    .split(' ')
    .forEach((code) => assert.ok(messages[2][`file.refused.${code}`], code));
});
