import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, lasting, momentOf, ticking } from '../../main/resources/static/shared/time.js';

const NOW = new Date(2026, 2, 1, 12, 0);

test('the days near by have names, the others dates', () => {
  assert.equal(dayOf(new Date(2026, 2, 1, 0, 5), 'en', NOW), 'today');
  assert.equal(dayOf(new Date(2026, 1, 28, 23, 55), 'pl', NOW), 'wczoraj');
  assert.equal(dayOf(new Date(2026, 1, 26, 9, 0), 'ru', NOW), 'четверг, 26 февраля');
  assert.match(dayOf(new Date(2025, 11, 31, 9, 0), 'en', NOW), /2025/);
});

test('a list shows the time of today and the date of before', () => {
  assert.equal(momentOf(new Date(2026, 2, 1, 9, 7), 'en', NOW), '09:07');
  assert.equal(momentOf(new Date(2026, 1, 3, 9, 7), 'pl', NOW), '3 lut');
});

test('a length of time is said in the unit that matters', () => {
  assert.equal(lasting(20_000, 'en'), '<1 min');
  assert.equal(lasting(59 * 60_000, 'pl'), '59 min');
  assert.equal(lasting(5 * 3_600_000, 'ru'), '5 ч');
  assert.equal(lasting(3 * 86_400_000, 'pl'), '3 dni');
});

test('a waiting time ticks in seconds', () => {
  assert.equal(ticking(42_000), '0:42');
  assert.equal(ticking(3_800_000), '1:03:20');
});
