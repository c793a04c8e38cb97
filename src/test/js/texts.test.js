import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickLanguage, translator } from '../../main/resources/static/shared/i18n.js';
import { piecesOf } from '../../main/resources/static/shared/links.js';
import { ticking } from '../../main/resources/static/shared/time.js';

const STATIC = '../../main/resources/static';
const LANGUAGES = ['pl', 'ru', 'en'];

async function catalogues(face) {
  const files = await Promise.all(LANGUAGES.map((code) => import(`${STATIC}/${face}/messages/${code}.js`)));
  return Object.fromEntries(LANGUAGES.map((code, i) => [code, files[i][code]]));
}

const forms = (message) => (typeof message === 'string' ? [message] : Object.values(message));
const holes = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

for (const face of ['chat', 'console']) {
  test(`${face}: every language has the same messages with the same holes, and every plural form`, async () => {
    const { en, ...others } = await catalogues(face);
    for (const [language, messages] of Object.entries({ en, ...others })) {
      assert.deepEqual(Object.keys(messages).sort(), Object.keys(en).sort(), language);
      for (const [key, message] of Object.entries(messages)) {
        const expected = holes(forms(en[key])[0]);
        forms(message).forEach((form) => assert.deepEqual(holes(form), expected, `${language} ${key}`));
        if (typeof message !== 'string') {
          const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
          assert.deepEqual(Object.keys(message).sort(), [...categories].sort(), `${language} ${key}`);
        }
      }
    }
  });
}

test('plurals follow the language', () => {
  const say = translator({ pl: { chars: { one: '{count} znak', few: '{count} znaki', many: '{count} znaków', other: '{count} znaku' } } }, 'pl');
  assert.deepEqual([1, 2, 5, 22, 12].map((count) => say('chars', { count })), ['1 znak', '2 znaki', '5 znaków', '22 znaki', '12 znaków']);
});

test('the first language that we speak wins', () => {
  assert.equal(pickLanguage([null, 'de-AT', 'ru-RU', 'pl']), 'ru');
  assert.equal(pickLanguage(['de']), 'en');
});

test('only http and https become links, without the punctuation of the sentence', () => {
  const links = (text) => piecesOf(text).filter((piece) => piece.href).map((piece) => piece.text);
  assert.deepEqual(links('Zob. https://a.example/x?y=1. I (http://b.example/z)!'), ['https://a.example/x?y=1', 'http://b.example/z']);
  assert.deepEqual(links('https://pl.wikipedia.org/wiki/Połonina_(góry)'), ['https://pl.wikipedia.org/wiki/Połonina_(góry)']);
  assert.deepEqual(links('javascript:alert(1) ftp://x.example data:text/html,x https:// http://'), []);
  assert.deepEqual(links('„https://a.example”'), ['https://a.example']);
});

test('no character of a text is lost between its pieces', () => {
  for (const text of ['a https://a.example, b', '', 'https://a.example', '<b>http://x.example"onload=1</b>']) {
    assert.equal(piecesOf(text).map((piece) => piece.text).join(''), text);
  }
});

test('waiting times tick', () => {
  assert.deepEqual([0, 42_000, 725_000, 3_800_000, -5].map(ticking), ['0:00', '0:42', '12:05', '1:03:20', '0:00']);
});

test('every reason, status, notice and problem of the console’s contract has words', async () => {
  const { en } = await catalogues('console');
  const contract = {
    reason: 'asked unknown-question retries-used flow broken taken-over returned reopened',
    status: 'bot queued open resolved abandoned',
    notice: 'claimed handed-off handed-back returned resolved abandoned reopened reminded language late-choice late matched slot failed asked-again consented ended',
    problem:
      'wrong-credentials too-many-attempts weak-password claimed not-claimed closed too-long too-fast unavailable no-conversation other-team login-taken invalid last-admin',
    hint: 'bot queued open resolved abandoned',
    role: 'agent supervisor admin',
  };
  for (const [kind, codes] of Object.entries(contract)) {
    codes.split(' ').forEach((code) => assert.ok(en[`${kind}.${code}`], `${kind}.${code}`));
  }
});

test('every reason of the chat’s contract has words', async () => {
  const { en } = await catalogues('chat');
  'too-long too-fast malformed busy unavailable revoked passed too-many consent'.split(' ').forEach((code) => assert.ok(en[`refused.${code}`], code));
});

test('chat and console name the same modules, so that one policy hash serves both', async () => {
  const { readFile } = await import('node:fs/promises');
  const mapOf = async (face) => {
    const page = await readFile(new URL(`${STATIC}/${face}/index.html`, import.meta.url), 'utf8');
    return page.match(/<script type="importmap">([\s\S]*?)<\/script>/)[1];
  };
  const map = await mapOf('chat');
  assert.equal(await mapOf('console'), map);
  assert.ok(JSON.parse(map).imports.lit);
});

test('no page has inline styles, inline handlers or a second inline script', async () => {
  const { readFile } = await import('node:fs/promises');
  for (const face of ['chat', 'console', 'demo']) {
    const page = await readFile(new URL(`${STATIC}/${face}/index.html`, import.meta.url), 'utf8');
    assert.doesNotMatch(page, /\sstyle=|<style|\son\w+=/);
    const inline = [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/g)];
    assert.ok(inline.length <= 1, face);
  }
});
