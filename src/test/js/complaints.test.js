import assert from 'node:assert/strict';
import test from 'node:test';
import { calling, complaining, dueOf, inOrder, leftText, mostUrgent, shortText } from '../../main/resources/static/console/complaints.js';
import { translator } from '../../main/resources/static/shared/i18n.js';
import { en } from '../../main/resources/static/console/messages/en.js';

const NOW = Date.parse('2026-05-04T10:00:00Z');
const HOUR = 3_600_000;
const ANNA = { id: 'anna', role: 'agent' };
const say = translator({ en }, 'en');

/** @param {string} number @param {number} hours till the deadline @param {object} [more] */
function complaint(number, hours, more = {}) {
  return {
    number,
    state: 'owned',
    conversation: 'c',
    madeAt: '',
    team: 'returns',
    owner: { id: 'anna', name: 'Anna' },
    deadline: new Date(NOW + hours * HOUR).toISOString(),
    about: '',
    ...more,
  };
}

test('the nearest deadline is most urgent, and what waits for the customer least', () => {
  const soon = complaint('R-SOON', 2);
  const later = complaint('R-LATER', 9);
  const asked = complaint('R-ASKED', -5, { state: 'proposed' });
  const closed = complaint('R-CLOSED', -9, { state: 'closed' });
  assert.equal(mostUrgent({ complaints: [asked, later, soon, closed] }), soon);
  assert.equal(mostUrgent({ complaints: [closed] }), undefined);
  assert.deepEqual(inOrder([closed, asked, later, soon]), [soon, later, asked, closed]);
});

test('a list has whoever has an open complaint, the most urgent first', () => {
  const one = { conversation: '1', complaints: [complaint('R-A', 9)] };
  const two = { conversation: '2', complaints: [complaint('R-B', 1)] };
  const none = { conversation: '3', complaints: [complaint('R-C', 1, { state: 'closed' })] };
  assert.deepEqual(complaining([one, none, two, { conversation: '4' }]), [two, one]);
});

test('the clock says late before the server does, and nobody is late while the customer has the word', () => {
  assert.equal(dueOf(complaint('R-A', 5), NOW), '');
  assert.equal(dueOf(complaint('R-A', 5, { due: 'soon' }), NOW), 'soon');
  assert.equal(dueOf(complaint('R-A', -1, { due: 'soon' }), NOW), 'late');
  assert.equal(dueOf(complaint('R-A', -1, { state: 'proposed' }), NOW), '');
});

test('an owner is called for their own, a supervisor for all, late ones first', () => {
  const summaries = [
    { conversation: '1', complaints: [complaint('R-A', 1, { due: 'soon' })] },
    { conversation: '2', complaints: [complaint('R-B', -1, { owner: { id: 'boris', name: 'Boris' } })] },
    { conversation: '3', complaints: [complaint('R-C', 8)] },
  ];
  const numbers = (/** @type {any} */ me) => calling(summaries, me, NOW).map((one) => one.complaint.number);
  assert.deepEqual(numbers(ANNA), ['R-A']);
  assert.deepEqual(numbers({ id: 'eva', role: 'supervisor' }), ['R-B', 'R-A']);
});

test('says what is left, or by how much it is late', () => {
  assert.equal(leftText(say, complaint('R-A', 3), NOW), '3 hr left');
  assert.equal(leftText(say, complaint('R-A', -2), NOW), 'late by 2 hr');
  assert.equal(leftText(say, complaint('R-A', -2, { state: 'proposed' }), NOW), 'the customer has the word');
  assert.equal(shortText(say, complaint('R-A', 3, { owner: undefined }), NOW), 'R-A · 3 hr left · nobody yet · in work');
});
