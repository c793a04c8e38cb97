import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOfDrawing, byTitle, canReload, errorsOf, placeOf } from '../../main/resources/static/console/flow-list.js';
import { routeOf } from '../../main/resources/static/console/route.js';

test('only those who lead may take over other files', () => {
  assert.deepEqual(['agent', 'supervisor', 'admin'].map((role) => canReload({ role })), [false, true, true]);
});

test('processes stand in the order of their titles, as the language sorts them', () => {
  const serving = {
    flows: ['complaint', 'change', 'return', 'nameless'],
    titles: {
      complaint: { pl: 'Łatwa sprawa', en: 'Easy' },
      change: { pl: 'Mała sprawa', en: 'Small' },
      return: { pl: 'Ławka', en: 'Bench' },
    },
  };
  assert.deepEqual(byTitle(serving, 'pl').map(({ title }) => title), ['Ławka', 'Łatwa sprawa', 'Mała sprawa', 'nameless'].sort(new Intl.Collator('pl').compare));
  assert.deepEqual(byTitle(serving, 'en').map(({ id }) => id), ['return', 'complaint', 'nameless', 'change']);
});

test('the address of a picture changes with the files and the language', () => {
  assert.equal(addressOfDrawing('order-status', 'ru', 'abc'), '/flows/order-status/drawing?language=ru&set=abc');
});

test('a problem is told by file, line and column', () => {
  assert.equal(placeOf({ file: 'return.yaml', line: 7, column: 3 }), 'return.yaml:7:3');
});

test('an address names the processes or one of them', () => {
  assert.deepEqual(routeOf('#/flows'), { page: 'flows' });
  assert.deepEqual(routeOf('#/flows/order-status'), { page: 'flows', flow: 'order-status' });
});

test('only what is wrong is told where files are refused', () => {
  const wrong = { file: 'a.yaml', line: 1, column: 1, message: 'wrong', warning: false };
  assert.deepEqual(errorsOf([{ ...wrong, warning: true }, wrong]), [wrong]);
});
