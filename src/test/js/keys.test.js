import assert from 'node:assert/strict';
import { test } from 'node:test';
import { helpOf, isMacLike, meaningOf } from '../../main/resources/static/console/keys.js';

const READING = { isMac: false, isWriting: false, isDialogOpen: false };
const WRITING = { ...READING, isWriting: true };
const ON_MAC = { ...WRITING, isMac: true };
const key = (code, more = {}) => ({ code, key: code.slice(-1).toLowerCase(), altKey: true, ctrlKey: false, metaKey: false, shiftKey: false, ...more });
const sign = (sign, more = {}) => ({ ...key('Slash', more), key: sign, altKey: false, ...more });

test('Alt and a letter mean the same, reading or writing, by the place on the keyboard', () => {
  const meanings = { KeyJ: 'next', KeyK: 'previous', KeyC: 'claim', KeyE: 'resolve', KeyP: 'note', KeyL: 'reply', KeyS: 'search' };
  for (const [code, meaning] of Object.entries(meanings)) {
    assert.equal(meaningOf(key(code), READING), meaning);
    assert.equal(meaningOf(key(code, { key: 'о' }), WRITING), meaning, 'a Russian keyboard');
    assert.equal(meaningOf(key(code, { altKey: false }), READING), null);
  }
});

test('a Mac’s own signs under Alt are no obstacle, Polish letters are left to be written', () => {
  assert.equal(meaningOf(key('KeyL', { key: '¬' }), ON_MAC), 'reply');
  assert.equal(meaningOf(key('KeyE', { key: 'Dead' }), ON_MAC), 'resolve');
  assert.equal(meaningOf(key('KeyL', { key: 'ł' }), ON_MAC), null);
  assert.equal(meaningOf(key('KeyE', { key: 'Ę' }), ON_MAC), null);
  assert.equal(meaningOf(key('KeyL', { key: 'ł' }), { ...ON_MAC, isWriting: false }), 'reply');
  assert.equal(meaningOf(key('KeyL', { key: 'ł', ctrlKey: true }), ON_MAC), 'reply');
});

test('AltGr writes letters, whatever it is reported as', () => {
  assert.equal(meaningOf(key('KeyL', { key: 'ł', ctrlKey: true }), WRITING), null);
  assert.equal(meaningOf(key('KeyL', { key: 'ł', getModifierState: (name) => name === 'AltGraph' }), WRITING), null);
});

test('single signs mean something only where nothing is written', () => {
  assert.equal(meaningOf(sign('?', { shiftKey: true }), READING), 'shortcuts');
  assert.equal(meaningOf(sign('/'), READING), 'search');
  assert.equal(meaningOf(sign('?'), WRITING), null);
  assert.equal(meaningOf(sign('/'), WRITING), null);
  assert.equal(meaningOf(sign('/', { ctrlKey: true }), READING), null);
});

test('under a dialog and while a word is being composed no key means anything', () => {
  assert.equal(meaningOf(key('KeyJ'), { ...READING, isDialogOpen: true }), null);
  assert.equal(meaningOf(sign('?'), { ...READING, isDialogOpen: true }), null);
  assert.equal(meaningOf(key('KeyJ', { isComposing: true }), WRITING), null);
  assert.equal(meaningOf(key('KeyJ', { metaKey: true }), READING), null);
});

test('whether a dialog is open is looked at only for keys that mean something', () => {
  const where = {
    ...WRITING,
    get isDialogOpen() {
      throw new Error('looked');
    },
  };
  assert.equal(meaningOf(key('KeyA', { altKey: false }), where), null);
  assert.throws(() => meaningOf(key('KeyJ'), where), /looked/);
});

test('the help shows each key as this system prints it', () => {
  const alt = (isMac) => helpOf(isMac).find(({ meaning }) => meaning === 'next')?.keys[0][0];
  assert.equal(alt(true), '⌥');
  assert.equal(alt(false), 'Alt');
  assert.equal(isMacLike({ platform: 'MacIntel' }), true);
  assert.equal(isMacLike({ platform: 'Win32', userAgentData: { platform: 'macOS' } }), true);
  assert.equal(isMacLike({ platform: 'Linux x86_64' }), false);
});
