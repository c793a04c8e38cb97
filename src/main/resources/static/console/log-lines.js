import { html, nothing } from 'lit';
import { icon } from '../shared/icons.js';
import { clockTime, dayOf } from '../shared/time.js';
import { words } from '../shared/words.js';
import { addressOf } from './route.js';
import { deliveryText, noticeText, problemText, translatedOr } from './wording.js';

/**
 * The lines of a transcript as templates.
 *
 * @typedef {{say: import('../shared/i18n.js').Say, teams: any[], entries: import('./transcript.js').Entry[], choices: Map<number, string>, corrections: Map<number | undefined, string>, deliveries: Map<number, import('./transcript.js').Delivery>,
 *   target: number | undefined, load: (file: any) => (size: string) => Promise<string>}} Scene
 */

/** Facts that are trouble. */
const TROUBLE = ['failed', 'call-failed', 'late', 'late-choice', 'asked-again', 'undelivered', 'unreachable', 'approval-declined'];

/** What stands before the words on the way of a line. */
const MARKS = /** @type {const} */ ({ waiting: 'clock', sent: 'check', uncertain: 'help', failed: 'warning' });

/** Of words that are named where others stand. */
const LONGEST_QUOTE = 80;

/**
 * @param {import('./log-blocks.js').Block} block
 * @param {Scene} scene
 */
export function lines(block, scene) {
  switch (block.type) {
    case 'day':
      return html`<h3 class="day">${dayOf(block.at, scene.say.language)}</h3>`;
    case 'steps':
      return steps(block, scene);
    case 'fact':
      return fact(block, scene);
    case 'group':
      return group(block, scene);
  }
}

/** The bot's thoughts in one line, each of them when it is unfolded. */
function steps({ entries }, scene) {
  const { say } = scene;
  const isTarget = entries.some(({ n }) => n === scene.target);
  return html`<details class="steps" data-steps ?open=${isTarget}>
    <summary>${icon('bot', 16)} ${say('steps', { count: entries.length })}</summary>
    <ul>
      ${entries.map(
        (entry) => html`<li data-entry=${entry.n} data-notice=${entry.notice?.code ?? ''}>
          ${noticeText(say, entry.notice, scene)} ${time(entry, say)}
        </li>`,
      )}
    </ul>
  </details>`;
}

/**
 * A fact, with what the customer was told of it behind it.
 *
 * @param {import('./log-blocks.js').Block} block
 * @param {Scene} scene
 */
function fact({ entries: [entry], told }, scene) {
  const { say } = scene;
  const code = entry.notice?.code ?? '';
  const text = html`${TROUBLE.includes(code) ? icon('warning', 16) : nothing} ${noticeText(say, entry.notice, scene)} ${other(entry, say)} ${time(entry, say)}`;
  const style = `fact ${TROUBLE.includes(code) ? 'trouble' : ''} ${entry.n === scene.target ? 'target' : ''}`;
  return told.length === 0
    ? html`<p class=${style} data-entry=${entry.n} data-notice=${code}>${text}</p>`
    : html`<details class=${style} data-entry=${entry.n} data-notice=${code}>
        <summary>${text}</summary>
        ${told.map((one) => html`<p class="told" data-entry=${one.n} data-from="system">${say('told', { text: one.text })}</p>`)}
      </details>`;
}

/** The way to the conversation that this one came from or went to. @param {import('./transcript.js').Entry} entry @param {any} say */
function other({ notice }, say) {
  const id = notice?.code === 'linked' ? notice.from : notice?.code === 'moved' ? notice.to : undefined;
  return id ? html`<a href=${addressOf(id)} data-other>${say('notice.open-other')}</a>` : nothing;
}

function group({ entries }, scene) {
  const [first] = entries;
  const { say } = scene;
  const name = first.name ?? say(`who.${first.from}`);
  return html`<div class="group ${first.private ? 'note' : first.from}">
    <p class="who">
      ${first.private ? html`<span class="mark">${icon('lock', 14)}${say('note.mark')}</span>` : nothing}
      <span class="name">${name}</span> ${time(first, say)}
    </p>
    ${entries.map((entry) => said(entry, scene, name))}
  </div>`;
}

function said(entry, scene, name) {
  const { say } = scene;
  return html`
    <div
      class="line ${entry.n === scene.target ? 'target' : ''}"
      title=${clockTime(entry.at, say.language)}
      data-entry=${entry.n}
      data-from=${entry.from}
      ?data-private=${entry.private}
    >
      <span class="unseen">${name}:</span>
      ${entry.file ? html`<file-view .file=${entry.file} .say=${say} .load=${scene.load(entry.file)}></file-view>` : nothing}
      ${entry.text ? bubble(entry, scene) : nothing} ${corrected(entry, scene)} ${entry.options?.length ? options(entry, scene) : nothing}
      ${delivered(scene.deliveries.get(entry.n), say)}
    </div>
  `;
}

/** What is sent needs no words on the screen; everything else does. */
function delivered(delivery, say) {
  if (!delivery || !(delivery.state in MARKS)) {
    return nothing;
  }
  const text = deliveryText(say, delivery);
  return html`<p class="delivery ${delivery.state}" data-delivery=${delivery.state} title=${text}>
    ${icon(MARKS[delivery.state], 14)} <span class=${delivery.state === 'sent' ? 'unseen' : ''}>${text}</span>
  </p>`;
}

/** The words that stand in this line's place, which come further down as well. */
function corrected({ n }, { say, corrections }) {
  const text = corrections.get(n);
  return text ? html`<p class="correction" data-corrected>${say('edited.later', { text: brief(text) })}</p>` : nothing;
}

function bubble({ text, chosen, edited, original, kind }, { say, entries }) {
  const was = entries.find(({ n }) => n === original)?.text;
  return html`<div class="bubble">
    ${chosen ? html`<span class="pressed">${say('pressed')}</span>` : nothing}${edited
      ? html`<span class="pressed" data-edited>${was ? say('edited.was', { text: brief(was) }) : say('edited')}</span>`
      : nothing}${kind ? html`<span class="pressed" data-kind=${kind}>${translatedOr(say, `kind.${kind}`, kind)}</span>` : nothing}<span class="words">${words(text)}</span>
  </div>`;
}

/** Enough of a text to know it again. @param {string} text */
function brief(text) {
  const letters = [...text];
  return letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join('')}…` : text;
}

function options({ n, options: offered }, { say, choices }) {
  const pressed = choices.get(n);
  return html`<ul class="options" aria-label=${say('options.label')}>
    ${offered.map(
      ({ id, label }) => html`<li class=${id === pressed ? 'chosen' : ''} data-option=${id} ?data-chosen=${id === pressed}>
        ${id === pressed ? html`${icon('check', 14)}<span class="unseen">${say('options.chosen')}</span>` : nothing}${label}
      </li>`,
    )}
  </ul>`;
}

/**
 * What is on its way, or did not arrive.
 *
 * @param {any} item
 * @param {import('../shared/i18n.js').Say} say
 * @param {(type: string, id: string) => void} fire
 */
export function outgoing(item, say, fire) {
  const { id, kind, text, at, state, file } = item;
  const isNote = kind === 'note';
  return html`
    <div class="group ${isNote ? 'note' : 'agent'} ${state}" data-outgoing=${id} data-state=${state}>
      <p class="who">
        ${isNote ? html`<span class="mark">${icon('lock', 14)}${say('note.mark')}</span>` : nothing}
        <span class="name">${say('you')}</span> <span>${standing(item, say)}</span>
      </p>
      <div class="line" title=${clockTime(at, say.language)}>
        <div class="bubble words">${file ? html`${icon('file', 16)} ${file.name}` : words(text)}</div>
      </div>
      ${state === 'failed' ? failure(item, say, fire) : nothing}
      ${file && state === 'pending'
        ? html`<button type="button" class="link" aria-label=${say('file.cancel', { name: file.name })} @click=${() => fire('discard', id)}>
            ${say('failed.cancel')}
          </button>`
        : nothing}
    </div>
  `;
}

function standing({ state, code, at, file, share }, say) {
  if (state === 'pending') {
    const percent = Math.round((share ?? 0) * 100);
    return file && !code ? say('file.sending', { name: file.name, percent }) : say(code ? 'sending.again' : 'sending');
  }
  return state === 'sent' ? clockTime(at, say.language) : say('failed');
}

function failure(item, say, fire) {
  const { id, file } = item;
  const button = (type, words, hook) => html`<button type="button" ?data-try-again=${hook === 'try'} ?data-discard=${hook === 'discard'}
    ?data-edit=${hook === 'edit'} @click=${() => fire(type, id)}>${words}</button>`;
  return html`<p class="failure" role="alert">
    <span class="error">${file ? fileProblem(item, say) : problemText(say, item)}</span> <span>${say('failed.kept')}</span>
    ${button('try-again', say('again'), 'try')} ${file ? nothing : button('edit', say('failed.edit'), 'edit')}
    ${button('discard', say('failed.discard'), 'discard')}
  </p>`;
}

function fileProblem({ code, agent, words: told = {} }, say) {
  return say.has(`file.refused.${code}`) ? say(`file.refused.${code}`, told) : problemText(say, { code, agent });
}

function time({ at }, say) {
  return html`<time datetime=${at}>${clockTime(at, say.language)}</time>`;
}
