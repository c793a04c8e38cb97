import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DeskSession } from '../../main/resources/static/console/desk-session.js';
import { Drafts, forgetDesk, unsentIn } from '../../main/resources/static/console/drafts.js';
import { Problem } from '../../main/resources/static/console/http-api.js';
import { KnownFacts } from '../../main/resources/static/console/known-facts.js';
import { blocksOf, withUnchanged } from '../../main/resources/static/console/log-blocks.js';
import { PagedLists } from '../../main/resources/static/console/paged-lists.js';
import * as presence from '../../main/resources/static/console/presence.js';
import { Search } from '../../main/resources/static/console/search.js';
import { noticeText, titleOf } from '../../main/resources/static/console/wording.js';
import { CATALOGUES } from '../../main/resources/static/console/catalogues.js';
import { translator } from '../../main/resources/static/shared/i18n.js';
import { Store } from '../../main/resources/static/shared/storage.js';

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const ME = { id: 'a1', name: 'Anna' };
const summary = (conversation, status, n, more = {}) => ({ conversation, status, version: { of: 'x', n }, ...more });
const entries = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => ({ n: from + i, at: '2026-11-01T10:00:00Z', from: 'customer', text: 'x' }));

/** A desk whose server answers by path; `sent` is what went over the line. */
function desk(answers, clock = { now: 1_000_000 }) {
  const sent = [];
  const asked = [];
  let handlers;
  const answer = (path) => {
    asked.push(path);
    const found = answers[path];
    if (found === undefined) {
      throw new Problem(404);
    }
    return typeof found === 'function' ? found() : found;
  };
  const api = { now: () => clock.now, get: async (path) => answer(path), post: async (path) => answer(path) };
  const session = new DeskSession({
    api,
    me: ME,
    openLine: (wanted) => {
      handlers = wanted;
      return { start() {}, stop() {}, send: (frame) => sent.push(frame) };
    },
    onSignedOut: () => {},
  });
  session.start();
  return { session, sent, asked, clock, hear: (frame) => handlers.onFrame(frame), line: (state) => handlers.onState(state) };
}

test('what the server counts beyond the desk is in the figures', async () => {
  const { session, hear } = desk({ '/desk': { waiting: [summary('w', 'queued', 1, { waitingSince: 't' })], mine: [], teams: [], counts: { open: 3, bot: 7 } } });
  await settle();
  assert.deepEqual(session.view.counts, { waiting: 1, longestWaitSince: 't', mine: 0, open: 3, bot: 7 });
  hear({ type: 'counts', counts: { open: 4, bot: 8 } });
  assert.equal(session.view.counts.bot, 8);
});

test('a long talk comes newest first, and its older parts on demand, each once', async () => {
  const { session, asked, sent } = desk({
    '/desk': { waiting: [], mine: [], teams: [] },
    '/conversations/c': { summary: summary('c', 'open', 1), entries: entries(701, 1200) },
    '/conversations/c/entries?after=200': entries(201, 700),
    '/conversations/c/entries?after=0': entries(1, 500),
  });
  session.open('c');
  await settle();
  assert.deepEqual(sent.at(-1), { type: 'open', conversation: 'c', after: 1200 });
  await session.loadOlder();
  await session.loadOlder();
  assert.deepEqual(session.view.thread.entries.map(({ n }) => n), Array.from({ length: 1200 }, (_, i) => i + 1));
  const before = asked.length;
  await session.loadOlder();
  assert.equal(asked.length, before);
});

test('of every letter the others hear at most each two seconds', async () => {
  const { session, sent, clock } = desk({ '/desk': { waiting: [], mine: [], teams: [] } });
  const typing = () => sent.filter(({ type }) => type === 'typing').length;
  session.writes('c', 'reply');
  clock.now += 1_900;
  session.writes('c', 'reply');
  assert.equal(typing(), 1);
  clock.now += 100;
  session.writes('c', 'reply');
  assert.equal(typing(), 2);
  session.writes('c', 'note');
  assert.equal(sent.at(-1).note, true);
});

test('a customer who writes is shown till the words come or the time is up', async () => {
  const { session, hear, clock } = desk({ '/desk': { waiting: [], mine: [], teams: [] } });
  const isTyping = () => presence.isCustomerTyping(session.view.presence, 'c');
  hear({ type: 'typing', conversation: 'c', from: 'customer' });
  assert.equal(isTyping(), true);
  hear({ type: 'summary', summary: summary('c', 'open', 2, { last: { from: 'customer', text: 'Hi', at: 't' } }) });
  assert.equal(isTyping(), false);
  hear({ type: 'typing', conversation: 'c', from: 'customer' });
  clock.now += 6_001;
  session.forgetTyping();
  assert.equal(isTyping(), false);
});

test('an ended line forgets who was there and reads long lists anew', async () => {
  const { session, hear, line } = desk({ '/desk': { waiting: [], mine: [], teams: [] }, '/lists/bot': { summaries: [] } });
  session.lists.need('bot');
  await settle();
  hear({ type: 'looking', conversation: 'c', agents: [{ id: 'a2', name: 'Ewa' }] });
  line('ready');
  assert.equal(session.view.presence.looking.size, 0);
  assert.equal(session.view.lists.bot.isStale, true);
});

test('a long list comes page by page, and each page says what else is no longer so', async () => {
  const pages = { '/lists/closed': { summaries: [at('c3', 3), at('c2', 2)], next: 'p2' }, '/lists/closed?before=p2': { summaries: [at('c1', 1)] } };
  function at(conversation, minute) {
    return summary(conversation, 'resolved', 1, { beganAt: `2026-11-01T10:0${minute}:00Z` });
  }
  const covered = [];
  const lists = new PagedLists({ api: { get: async (path) => pages[path] }, mark: () => 0, onPage: (_, since, covers) => covered.push(covers), onChange() {} });
  lists.need('closed');
  lists.need('closed');
  await settle();
  assert.equal(covered.length, 1);
  assert.equal(covered[0](at('other', 2)), true);
  assert.equal(covered[0](at('older', 1)), false);
  assert.equal(covered[0](summary('bot', 'bot', 1, { beganAt: '2026-11-01T10:02:00Z' })), false);
  lists.more('closed');
  await settle();
  assert.equal(covered[1](at('older', 0)), true);
  lists.more('closed');
  await settle();
  assert.equal(covered.length, 2);
});

test('what comes while a long list is on its way is not undone by it', async () => {
  let release;
  const { session, hear } = desk({ '/desk': { waiting: [], mine: [], teams: [] }, '/lists/bot': () => new Promise((resolve) => (release = resolve)) });
  session.lists.need('bot');
  await settle();
  hear({ type: 'summary', summary: summary('new', 'bot', 1, { beganAt: '2026-11-01T10:00:00Z' }) });
  release({ summaries: [] });
  await settle();
  assert.deepEqual([...session.view.desk.summaries.keys()], ['new']);
});

test('a list that cannot be loaded says so and can be asked for again', async () => {
  let tries = 0;
  const get = async () => {
    if (++tries === 1) {
      throw new Problem(503);
    }
    return { summaries: [] };
  };
  const lists = new PagedLists({ api: { get }, mark: () => 0, onPage() {}, onChange() {} });
  lists.need('bot');
  await settle();
  assert.equal(lists.progress.bot.problem.status, 503);
  lists.need('bot');
  await settle();
  assert.deepEqual([lists.progress.bot.isLoaded, lists.progress.bot.problem], [true, null]);
});

test('a search asks once for the last words, and further back on demand', async () => {
  const asked = [];
  const answers = { '/search?q=pasek': { hits: [{ n: 1 }], next: 'x', searchedBackTo: 't' }, '/search?q=pasek&before=x': { hits: [{ n: 2 }] } };
  const search = new Search({ api: { get: async (path) => (asked.push(path), answers[path]) }, waiting: 1 });
  search.look('p');
  search.look('pas');
  search.look(' pasek ');
  await settle();
  assert.deepEqual(asked, ['/search?q=pasek']);
  assert.deepEqual([search.state.hits.length, search.state.next, search.state.backTo], [1, 'x', 't']);
  search.further();
  await settle();
  assert.deepEqual([search.state.hits.length, search.state.next], [2, undefined]);
  search.look('');
  assert.deepEqual(search.state.hits, []);
});

test('an answer to words that are no longer looked for is not shown', async () => {
  let release;
  const search = new Search({ api: { get: () => new Promise((resolve) => (release = resolve)) }, waiting: 0 });
  search.look('stare');
  await settle();
  search.look('');
  release({ hits: [{ n: 1 }] });
  await settle();
  assert.deepEqual(search.state.hits, []);
});

test('what is known is asked for once per text, in time or not at all', async () => {
  let asks = 0;
  let answer = async () => ({ known: [{ slot: 'orderNumber', value: 'AB' }] });
  const facts = new KnownFacts({ api: { post: (...request) => (asks++, answer(...request)) }, patience: 5 });
  await facts.of('c', 'Jaki numer?');
  assert.equal((await facts.inTime('c', ' Jaki numer? '))[0].value, 'AB');
  assert.equal(asks, 1);
  assert.deepEqual(await facts.of('c', 'Tak'), []);
  answer = () => new Promise(() => {});
  assert.deepEqual(await facts.inTime('c', 'Inne pytanie?'), []);
  answer = async () => {
    throw new Problem(404);
  };
  assert.deepEqual(await facts.of('c', 'Kolejne pytanie?'), []);
});

test('drafts are kept per conversation and kind, marked, and counted before signing out', () => {
  const store = new Store(() => null);
  const drafts = new Drafts(store, 'a1');
  let changes = 0;
  drafts.addEventListener('change', () => changes++);
  drafts.set('p1.c', 'reply', 'a');
  drafts.set('p1.c', 'reply', 'ab');
  drafts.set('p1.c', 'note', 'n');
  assert.equal(changes, 1);
  assert.deepEqual([...new Drafts(store, 'a1').conversations], ['p1.c']);
  assert.deepEqual([...new Drafts(store, 'a2').conversations], []);
  store.set('sayonce.console.outgoing.a1', [{ state: 'pending' }, { state: 'sent' }]);
  assert.equal(unsentIn(store, 'a1'), 3);
  drafts.set('p1.c', 'reply', '');
  assert.equal(drafts.conversations.has('p1.c'), true);
  drafts.set('p1.c', 'note', '');
  assert.equal(drafts.conversations.has('p1.c'), false);
  drafts.set('p1.c', 'note', 'x');
  forgetDesk(store);
  assert.equal(unsentIn(store, 'a1'), 0);
});

const line = (n, from, more = {}) => ({ n, from, at: `2026-11-01T10:${String(n).padStart(2, '0')}:00Z`, ...more });
const notice = (n, code, more = {}) => line(n, 'system', { private: true, notice: { code, ...more } });
const shape = (list) => blocksOf(list).map(({ type, entries: inside, told }) => `${type}:${inside.map(({ n }) => n)}${told.length ? `+${told.map(({ n }) => n)}` : ''}`);

test('a transcript is laid out by day, speaker, the bot’s steps and facts', () => {
  const talk = [
    line(1, 'customer', { text: 'a' }),
    line(2, 'customer', { text: 'b' }),
    notice(3, 'matched'),
    notice(4, 'slot'),
    line(5, 'bot', { text: 'c' }),
    notice(6, 'claimed'),
    line(7, 'system', { text: 'Anna' }),
    line(8, 'agent', { name: 'Anna', text: 'd' }),
    line(9, 'agent', { name: 'Anna', text: 'e', private: true }),
    line(40, 'agent', { name: 'Anna', text: 'f', private: true }),
  ];
  assert.deepEqual(shape(talk), ['day:', 'group:1,2', 'steps:3,4', 'group:5', 'fact:6+7', 'group:8', 'group:9', 'group:40']);
});

test('what the system says without a fact beside it is shown', () => {
  assert.deepEqual(shape([line(1, 'system', { text: 'x' }), notice(2, 'failed'), line(3, 'system', { text: 'y' })]), ['day:', 'group:1', 'fact:2', 'group:3']);
});

test('blocks that did not change are the very same', () => {
  const talk = [line(1, 'customer', { text: 'a' }), line(2, 'bot', { text: 'b' })];
  const before = blocksOf(talk);
  const after = withUnchanged(blocksOf([...talk, line(3, 'bot', { text: 'c' })]), before);
  assert.equal(after[1], before[1]);
  assert.notEqual(after[2], before[2]);
});

const SPEAK = Object.fromEntries(['pl', 'ru', 'en'].map((language) => [language, translator(CATALOGUES, language)]));

test('colleagues are named, two by name, more by number', () => {
  const [anna, ewa, jan] = ['Anna', 'Ewa', 'Jan'].map((name) => ({ id: name, name }));
  assert.equal(presence.colleaguesText(SPEAK.en, [anna]), 'Anna is looking');
  assert.equal(presence.colleaguesText(SPEAK.en, [anna, { ...ewa, typing: true }]), 'Ewa is writing a note · Anna is looking');
  assert.equal(presence.colleaguesText(SPEAK.en, [anna, { ...ewa, typing: true }], 'Ewa'), 'Ewa is writing · Anna is looking');
  assert.equal(presence.colleaguesText(SPEAK.en, [anna, ewa, jan]), 'Anna and 2 others are looking');
  assert.equal(presence.colleaguesText(SPEAK.pl, [anna, ewa, jan]), 'Anna i 2 osoby też to czytają');
  assert.equal(presence.colleaguesText(SPEAK.ru, [anna, ewa, jan]), 'Anna и ещё 2 человека смотрят');
  assert.equal(presence.colleaguesText(SPEAK.en, []), '');
});

test('the bot’s steps are said with titles and how sure it was', () => {
  const scene = { entries: [], teams: [] };
  const say = (details) => noticeText(SPEAK.en, details, scene);
  const title = { en: 'Where is my order' };
  assert.equal(say({ code: 'matched', outcome: 'sure', intents: [{ id: 'order-status', title, sure: 0.94 }] }), 'Understood as “Where is my order”, very sure (94%)');
  assert.equal(say({ code: 'matched', outcome: 'which', intents: [{ id: 'a', sure: 0.4 }, { id: 'b', title, sure: 0.3 }] }), 'Could be any of: a (40%), Where is my order (30%); asked which');
  assert.equal(say({ code: 'matched', outcome: 'unknown', intents: [] }), 'Not recognised');
  assert.equal(say({ code: 'slot', name: 'orderNumber', title: { en: 'Order number' }, value: 'AB' }), 'Learned – Order number: AB');
  assert.equal(say({ code: 'asked-again', slot: 'orderNumber', title: { en: 'Order number' } }), 'Asked again, although already known: Order number');
});

test('the browser’s tab says how many call and for how long', () => {
  const now = Date.parse('2026-11-01T10:12:30Z');
  assert.equal(titleOf(SPEAK.en, { waiting: 2, unanswered: 1, longestWaitSince: '2026-11-01T10:00:00Z' }, now), '(3) 12 min · SayOnce console');
  assert.equal(titleOf(SPEAK.en, { waiting: 0, unanswered: 0 }, now), 'SayOnce console');
  assert.equal(titleOf(SPEAK.en, null, now), 'SayOnce console');
});
