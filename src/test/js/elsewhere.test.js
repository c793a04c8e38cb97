import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elsewhere, runsOutIn, viewBoxOf } from '../../main/resources/static/chat/elsewhere.js';
import { HttpApi } from '../../main/resources/static/chat/http-api.js';

const LINK = { link: 'https://t.me/bot?start=1', until: '2026-05-03T10:10:00Z', qr: { size: 25, path: 'M0 0h1v1h-1z' } };
const NOW = Date.parse('2026-05-03T10:00:00Z');

test('what is linked already is said whatever else is known', () => {
  const open = { isOpen: true, isLinked: false, hasFailed: false, link: null };
  assert.equal(elsewhere({ ...open, isOpen: false }).kind, 'closed');
  assert.equal(elsewhere(open).kind, 'loading');
  assert.equal(elsewhere({ ...open, hasFailed: true }).kind, 'failed');
  assert.deepEqual(elsewhere({ ...open, link: LINK }), { kind: 'ready', link: LINK });
  assert.equal(elsewhere({ ...open, link: LINK, isLinked: true }).kind, 'linked');
});

test('a link with a code is renewed when it runs out, and never in a hurry', () => {
  assert.equal(runsOutIn(LINK, NOW), 600_000);
  assert.equal(runsOutIn(LINK, NOW + 3_600_000), 5_000);
  assert.equal(runsOutIn({ ...LINK, until: undefined }, NOW), undefined);
});

test('the code keeps its quiet border', () => {
  assert.equal(viewBoxOf(25), '-4 -4 33 33');
});

test('links, parting and erasing carry the token in a header and say when they are refused', async () => {
  const calls = [];
  const api = new HttpApi(
    () => 't1',
    async (path, options) => {
      calls.push([options.method, path, options.headers.Authorization]);
      return path === '/chat/thread' ? new Response('', { status: 503 }) : new Response(JSON.stringify(LINK), { status: 201 });
    },
  );
  assert.deepEqual(await api.link(), LINK);
  await api.unlink();
  await assert.rejects(api.erase(), { status: 503 });
  assert.deepEqual(calls, [
    ['POST', '/chat/link', 'Bearer t1'],
    ['DELETE', '/chat/link', 'Bearer t1'],
    ['DELETE', '/chat/thread', 'Bearer t1'],
  ]);
});
