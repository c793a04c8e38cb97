import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Identity } from '../../main/resources/static/chat/identity.js';
import { Vouching } from '../../main/resources/static/chat/vouching.js';

function vouching(isExpected, patience = 60_000) {
  const heard = { asked: 0, changes: [], begun: 0 };
  const it = new Vouching({ isExpected, ask: () => heard.asked++, changed: (isSignedIn) => heard.changes.push(isSignedIn), patience });
  it.first(() => heard.begun++);
  return { it, heard };
}

test('a page that has no word to say is not waited for', () => {
  const { it, heard } = vouching(false);
  assert.deepEqual(heard, { asked: 0, changes: [], begun: 1 });
  assert.equal(it.token, undefined);
});

test('the page is asked first, and its answer is what the greeting carries', () => {
  const { it, heard } = vouching(true);
  assert.deepEqual(heard, { asked: 1, changes: [], begun: 0 });
  it.told('jwt', true);
  assert.deepEqual(heard, { asked: 1, changes: [], begun: 1 });
  assert.equal(it.token, 'jwt');
});

test('a page that does not answer is not waited for forever', async () => {
  const { heard } = vouching(true, 5);
  await new Promise((go) => setTimeout(go, 50));
  assert.equal(heard.begun, 1);
});

test('a page that fails to get a token has no word', () => {
  const { it, heard } = vouching(true);
  it.told(undefined, true);
  assert.deepEqual(heard, { asked: 1, changes: [], begun: 1 });
});

test('nobody is signed in: told before the talk begins', () => {
  const { it, heard } = vouching(true);
  it.told(null, true);
  assert.deepEqual(heard, { asked: 1, changes: [false], begun: 1 });
});

test('who signs in later is greeted anew, a fresh token changes nothing', () => {
  const { it, heard } = vouching(false);
  it.refresh();
  assert.equal(heard.asked, 0);
  it.told('jwt', false);
  assert.deepEqual(heard.changes, [true]);
  it.refresh();
  it.told('fresher', true);
  assert.equal(heard.asked, 1);
  assert.deepEqual(heard.changes, [true]);
  assert.equal(it.token, 'fresher');
});

function identity(stored = {}) {
  const memory = {
    token: () => stored.token ?? null,
    keepToken: (token) => (stored.token = token),
    isCustomers: () => stored.customer ?? false,
    keepCustomer: () => (stored.customer = true),
  };
  return { it: new Identity(/** @type {any} */ (memory)), stored };
}

test('a customer leaves nothing in the browser before there is a talk', () => {
  const { it, stored } = identity();
  it.welcomed('t1', true);
  assert.deepEqual(stored, {});
  assert.equal(it.remember(), true);
  assert.deepEqual(stored, { token: 't1', customer: true });
  assert.equal(it.remember(), false);
});

test('another session than ours is somebody else', () => {
  const { it } = identity({ token: 't1', customer: true });
  assert.equal(it.isCustomers, true);
  assert.equal(it.isSomebodyElse('t1'), false);
  assert.equal(it.isSomebodyElse('t2'), true);
  assert.equal(identity().it.isSomebodyElse('t2'), false);
});
