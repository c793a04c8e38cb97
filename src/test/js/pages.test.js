import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { literals, withoutComments, wordsOf } from './templates.js';

const STATIC = new URL('../../main/resources/static/', import.meta.url);
/** Words that are the same in every language. */
const ALLOWED = ['SayOnce'];
/** Modules that are message files, or have one inside since they may load nothing. */
const MESSAGES = /(?:^|\/)messages\/|^demo\/texts\.js$|^widget\.js$/;
/** The languages' own names stand there. */
const LANGUAGE_NAMES = 'shared/i18n.js';
const RAW_MARKUP = /\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|unsafeHTML|unsafeSVG|unsafeStatic|unsafeCSS)\b|document\.write|\beval\(|new Function\(/;
const SHOWN = /\.(?:textContent|innerText|title|ariaLabel|placeholder|alt)\s*=\s*$|setAttribute\('(?:aria-label|title|placeholder|alt)',\s*$/;

async function modules() {
  const names = (await readdir(STATIC, { recursive: true })).filter((name) => name.endsWith('.js')).sort();
  return Promise.all(names.map(async (name) => ({ name, source: await readFile(new URL(name, STATIC), 'utf8') })));
}

const strange = (text) => ALLOWED.reduce((rest, word) => rest.replaceAll(word, ''), text);

/** Every place where a template shows words of its own, as `line: words`. */
function wordsInTemplates(source) {
  return literals(source)
    .filter(({ tag }) => tag === 'html' || tag === 'svg')
    .flatMap(({ text, line }) => wordsOf(text).map((words) => ({ line, words })))
    .filter(({ words }) => /\p{L}{2,}/u.test(strange(words)))
    .map(({ line, words }) => `${line}: ${words}`);
}

/** Every string that is set as a text without a message file. */
function wordsSet(source) {
  const code = withoutComments(source);
  return [...code.matchAll(/(['"`])(?:\\.|(?!\1)[^\\\n])*\p{L}{2,}(?:\\.|(?!\1)[^\\\n])*\1/gu)]
    .filter(({ index }) => SHOWN.test(code.slice(Math.max(0, index - 60), index)))
    .map(([words]) => words);
}

test('the reader of templates finds words and nothing else', () => {
  const found = (source) => wordsInTemplates(source);
  assert.deepEqual(found('html`<p>Hello ${name}</p>`'), ['1: Hello']);
  assert.deepEqual(found("html`<p title='Close'>${say('close')}</p>`"), ['1: Close']);
  assert.deepEqual(found('\nhtml`<ul>${list.map((a) => html`<li>Item ${a}</li>`)}</ul>`'), ['2: Item']);
  assert.deepEqual(found('html`${a ? html`${"}"}<b>It is late</b>` : `x ${y} z`}`'), ['1: It is late']);
  assert.deepEqual(found('html`<a class="quiet" aria-label=${say("x")} href="#/">← ✓ · &nbsp;</a>`'), []);
  assert.deepEqual(found('// html`<p>No</p>`\n/* html`<p>No</p>` */ const plain = `<p>No</p>`;'), []);
  assert.deepEqual(found("const r = /['`]/g; html`<p>${x.replace(/\"/g, '')}</p><i>Yes</i>`"), ['1: Yes']);
  assert.deepEqual(wordsSet("badge.textContent = 'New';\nbox.setAttribute('aria-label', 'Close');"), ["'New'", "'Close'"]);
  assert.deepEqual(wordsSet("badge.textContent = count > 9 ? '9+' : text; // title = 'No'"), []);
});

test('no page shows words that are not in a message file', async () => {
  for (const { name, source } of await modules()) {
    assert.deepEqual(wordsInTemplates(source), [], name);
    assert.deepEqual(wordsSet(source), [], name);
  }
});

test('Polish and Russian stand in message files only', async () => {
  const pages = (await modules()).filter(({ name }) => !MESSAGES.test(name) && name !== LANGUAGE_NAMES);
  for (const { name, source } of pages) {
    const foreign = literals(source).filter(({ text }) => /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ\p{Script=Cyrillic}]{2,}|\p{Script=Cyrillic}/u.test(text));
    assert.deepEqual(foreign.map(({ line, text }) => `${line}: ${text}`), [], name);
  }
});

test('no page makes markup of data', async () => {
  for (const { name, source } of await modules()) {
    assert.equal(withoutComments(source).match(RAW_MARKUP)?.[0], undefined, name);
  }
});

test('types are checked against the very Lit that browsers get', async () => {
  const [pom, lock, chat] = await Promise.all([
    readFile(new URL('../../../pom.xml', import.meta.url), 'utf8'),
    readFile(new URL('package-lock.json', import.meta.url), 'utf8'),
    readFile(new URL('chat/index.html', STATIC), 'utf8'),
  ]);
  const packages = JSON.parse(lock).packages;
  const property = pom.match(/<lit\.version>(.*)<\/lit\.version>/)?.[1];
  const jars = [...pom.matchAll(/<groupId>org\.webjars\.npm<\/groupId>\s*<artifactId>(lit.*)<\/artifactId>\s*<version>(.*)<\/version>/g)];
  const served = Object.fromEntries(jars.map(([, name, version]) => [name, version === '${lit.version}' ? property : version]));
  const npmNames = { lit: 'lit', 'lit-html': 'lit-html', 'lit-element': 'lit-element', 'lit__reactive-element': '@lit/reactive-element' };
  for (const [jar, name] of Object.entries(npmNames)) {
    assert.ok(served[jar], `${jar} is no longer in the pom`);
    assert.equal(packages[`node_modules/${name}`].version, served[jar], name);
    assert.ok(chat.includes(`/webjars/${jar}/${served[jar]}/`), `${jar} in the import map`);
  }
});

test('the lock names no registry, so that each machine asks its own', async () => {
  const lock = await readFile(new URL('package-lock.json', import.meta.url), 'utf8');
  assert.doesNotMatch(lock, /registry|https?:\/\/(?!(?:github\.com|opencollective\.com))/i);
});
