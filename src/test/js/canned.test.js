import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as canned from '../../main/resources/static/console/canned.js';
import { marked } from '../../main/resources/static/console/marked.js';
import { afterSending } from '../../main/resources/static/console/sending.js';
import { variableName } from '../../main/resources/static/console/wording.js';

const LABEL = { id: 'label', title: { pl: 'Etykieta zwrotna', en: 'Return label' }, text: { pl: 'Wysyłam etykietę do {orderNumber}. {agent}, {company}', en: 'Sending the label for {orderNumber}.' } };
const HELLO = { id: 'hello', title: { pl: 'Powitanie', en: 'Greeting' }, text: { pl: 'Dzień dobry, {customer}!', en: 'Hello, {customer}!' } };
const ALL = [LABEL, HELLO];
const ids = (list) => list.map(({ id }) => id);

test('a reply is found by title, by words inside and without the marks over letters', () => {
  assert.deepEqual(ids(canned.matching(ALL, '', ['pl'])), ['label', 'hello']);
  assert.deepEqual(ids(canned.matching(ALL, 'dzien', ['pl'])), ['hello']);
  assert.deepEqual(ids(canned.matching(ALL, 'wysylam etyk', ['pl'])), ['label']);
  assert.deepEqual(ids(canned.matching(ALL, 'return', ['pl', 'en'])), ['label']);
  assert.deepEqual(ids(canned.matching(ALL, 'rower', ['pl', 'en'])), []);
});

test('whose title begins with the word comes first', () => {
  const later = { id: 'later', title: { pl: 'Inne' }, text: { pl: 'powitanie w środku' } };
  assert.deepEqual(ids(canned.matching([later, HELLO], 'powit', ['pl'])), ['hello', 'later']);
});

test('variables are filled from the conversation; what is missing can be seen', () => {
  const values = canned.valuesOf({ me: { name: 'Anna' }, company: 'Polanka', customer: undefined, slots: [{ name: 'orderNumber', value: 'AB123456' }], language: 'pl' });
  const nameOf = (variable) => ({ customer: 'imię klienta' })[variable] ?? variable;
  assert.equal(canned.filled(LABEL, 'pl', values, nameOf), 'Wysyłam etykietę do AB123456. Anna, Polanka');
  assert.equal(canned.filled(HELLO, 'pl', values, nameOf), 'Dzień dobry, ‹imię klienta›!');
  assert.equal(canned.filled(HELLO, 'ru', values, nameOf), 'Hello, ‹imię klienta›!');
});

test('a chosen value is said as people say it, in the customer’s language', () => {
  const slots = [{ name: 'reason', value: 'damaged', label: { pl: 'Uszkodzone', en: 'Damaged' } }];
  assert.equal(canned.valuesOf({ me: { name: 'A' }, slots, language: 'pl' }).reason, 'Uszkodzone');
});

test('placeholders are found one after the other, and are what is left to do', () => {
  const text = 'Do ‹numer›, ‹adres› i tyle';
  assert.deepEqual(canned.leftIn(text), ['numer', 'adres']);
  assert.deepEqual(canned.placeholderFrom(text, 0), { start: 3, end: 10 });
  assert.deepEqual(canned.placeholderFrom(text, 10), { start: 12, end: 19 });
  assert.equal(canned.placeholderFrom(text, 19), null);
  assert.deepEqual(canned.leftIn('a ‹ b › nie\n‹›'), [' b ', '']);
  assert.deepEqual(canned.leftIn('3 < 4 > 2 «ok»'), []);
});

test('a piece takes the place of what is selected', () => {
  assert.deepEqual(canned.withPiece('ab__cd', 2, 4, 'XYZ'), { text: 'abXYZcd', end: 5 });
});

test('a variable has the desk’s name, else the title of its slot, else its own', () => {
  const say = Object.assign((key) => `<${key}>`, { language: 'pl', has: (key) => key === 'variable.customer' });
  assert.equal(variableName(say, 'customer'), '<variable.customer>');
  assert.equal(variableName(say, 'orderNumber', [{ name: 'orderNumber', title: { pl: 'Numer zamówienia' } }]), 'Numer zamówienia');
  assert.equal(variableName(say, 'orderNumber'), 'orderNumber');
});

test('what was written behind a text that is being sent stays', () => {
  assert.equal(afterSending('Gotowe', 'Gotowe'), '');
  assert.equal(afterSending('Gotowe i jeszcze', 'Gotowe'), 'i jeszcze');
  assert.equal(afterSending('Zupełnie inne', 'Gotowe'), 'Zupełnie inne');
});

test('what was looked for is marked, whatever its case and marks', () => {
  const hits = (text, query) => marked(text, query).filter(({ isHit }) => isHit).map((piece) => piece.text);
  assert.deepEqual(hits('Pękł pasek, PASEK plecaka', 'pasek'), ['pasek', 'PASEK']);
  assert.deepEqual(hits('Ścieżka i łódka', 'lodka'), ['łódka']);
  assert.deepEqual(hits('Всё ещё жду', 'все'), ['Всё']);
  assert.deepEqual(hits('Zamówienie AB 123-456 już', 'ab123456'), ['AB 123-456']);
  assert.deepEqual(hits('AB123456', 'ab 123 456'), ['AB123456']);
  assert.deepEqual(hits('nic tu nie ma', 'xyz'), []);
  assert.deepEqual(hits('nic', ' '), []);
});

test('marking loses no character', () => {
  for (const [text, query] of [['Pękł pasek 😀 pasek', 'pasek'], ['ß straße', 'strasse'], ['İstanbul', 'istanbul'], ['', 'a'], ['a b-c', 'abc']]) {
    assert.equal(marked(text, query).map((piece) => piece.text).join(''), text);
  }
});
