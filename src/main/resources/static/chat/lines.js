import { html, nothing } from 'lit';
import { icon } from '../shared/icons.js';
import { clockTime, dayOf, fullTime } from '../shared/time.js';
import { words } from '../shared/words.js';
import '../shared/file-view.js';
import './chat-upload.js';

/**
 * What a line needs to know of its surroundings.
 *
 * @typedef {object} Around
 * @property {import('./wording.js').Say} say
 * @property {boolean} isOnline
 * @property {import('../shared/files.js').FileLimits} [limits]
 * @property {(entry: import('./timeline.js').Entry, size: 'small'|'full') => Promise<string>} fileOf
 * @property {(type: 'choose'|'try-again'|'discard', detail: object) => void} fire
 */

/** One line of the log. @param {import('./bubbles.js').Bubble} bubble @param {Around} around */
export function line(bubble, around) {
  switch (bubble.kind) {
    case 'day':
      return html`<p class="day" role="listitem">${dayOf(/** @type {string} */ (bubble.at), around.say.language)}</p>`;
    case 'greeting':
      return html`<div class="line bot first last" role="listitem" data-greeting>
        <div class="bubble words">${words(bubble.text ?? '')}</div>
      </div>`;
    case 'upload':
      return upload(/** @type {any} */ (bubble), around);
    case 'outgoing':
      return outgoing(/** @type {any} */ (bubble), around);
    default:
      return entryLine(/** @type {any} */ (bubble), around);
  }
}

/** Three dots, and for a screen reader words. @param {import('./typing.js').Typist} typist @param {Around} around */
export function typingLine(typist, { say }) {
  const text = typist.from === 'agent' ? say('typing.agent', { name: typist.name }) : say('typing.bot');
  return html`<div class="line ${typist.from} first typing" role="listitem" data-typing=${typist.from}>
    ${typist.from === 'agent' ? html`<span class="head">${text}</span>` : html`<span class="unseen">${text}</span>`}
    <div class="bubble dots" aria-hidden="true"><i></i><i></i><i></i></div>
  </div>`;
}

/** @param {{isFirst: boolean, isLast: boolean}} bubble */
function placeIn({ isFirst, isLast }) {
  return `${isFirst ? 'first' : ''} ${isLast ? 'last' : ''}`;
}

/** Who speaks in an entry, in words. @param {import('./timeline.js').Entry} entry @param {import('./wording.js').Say} say */
export function whoOf(entry, say) {
  return entry.from === 'agent' && entry.name ? entry.name : say(`who.${entry.from}`);
}

/** @param {any} bubble @param {Around} around */
function entryLine(bubble, around) {
  const { entry } = bubble;
  const { say } = around;
  if (entry.from === 'system') {
    const title = fullTime(entry.at, say.language);
    return entry.options?.length
      ? html`<div class="asked" role="listitem" data-entry=${entry.n} data-from="system" data-conversation=${entry.conversation}>
          <p class="system words" title=${title}>${words(entry.text)}</p>
          ${options(bubble, around)}
        </div>`
      : html`<p class="system words" role="listitem" data-entry=${entry.n} data-from="system" title=${title}>${words(entry.text)}</p>`;
  }
  return html`
    <div
      class="line ${entry.from} ${placeIn(bubble)}"
      role="listitem"
      data-entry=${entry.n}
      data-from=${entry.from}
      data-conversation=${entry.conversation}
    >
      ${entry.from === 'customer' ? html`<span class="unseen">${say('who.customer')}</span>` : head(bubble, around)}
      ${content(entry, around)} ${entry.options?.length ? options(bubble, around) : nothing}
      ${entry.from === 'customer' ? time(entry.at, bubble.isLast, say) : nothing}
    </div>
  `;
}

/** Name and time over a group of lines; over its later lines for a screen reader alone. @param {any} bubble @param {Around} around */
function head({ entry, isFirst }, { say }) {
  return html`<span class=${isFirst ? 'head' : 'unseen'}>
    ${icon(entry.from === 'agent' ? 'person' : 'bot', 14)} <span class="who">${whoOf(entry, say)}</span>
    <time datetime=${entry.at}>${clockTime(entry.at, say.language)}</time>
  </span>`;
}

/** @param {string} at @param {boolean} isSeen @param {import('./wording.js').Say} say */
function time(at, isSeen, say) {
  return html`<time class=${isSeen ? 'under' : 'unseen'} datetime=${at}>${clockTime(at, say.language)}</time>`;
}

/** @param {import('./timeline.js').Entry} entry @param {Around} around */
function content(entry, { say, fileOf }) {
  const title = fullTime(entry.at, say.language);
  const text = entry.text ? html`<div class="bubble words" title=${title}>${words(entry.text)}</div>` : nothing;
  return entry.file
    ? html`<div class="bubble attached" title=${title}>
          <file-view .file=${entry.file} .say=${say} .load=${(/** @type {'small'|'full'} */ size) => fileOf(entry, size)}></file-view>
        </div>
        ${text}`
    : text;
}

/** @param {any} bubble @param {Around} around */
function options({ entry, chosen, isOpen }, { say, fire }) {
  return html`
    <div class="options" role="group" aria-label=${say('options.label')}>
      ${entry.options.map(
        (/** @type {{id: string, label: string}} */ option) => html`
          <button
            type="button"
            class=${option.id === chosen ? 'option chosen' : 'option'}
            data-option=${option.id}
            aria-pressed=${String(option.id === chosen)}
            ?disabled=${!isOpen}
            @click=${(/** @type {PointerEvent} */ { pointerType }) => fire('choose', { entry, option, pointerType })}
          >
            ${option.id === chosen ? icon('check', 16) : nothing}${option.label}
          </button>
        `,
      )}
    </div>
  `;
}

/** @param {any} bubble @param {Around} around */
function outgoing(bubble, { say, isOnline, fire }) {
  const { id, text, at, state, reason } = /** @type {import('./outbox.js').Item} */ (bubble.item);
  return html`
    <div class="line customer ${placeIn(bubble)} ${state}" role="listitem" data-outgoing=${id} data-state=${state}>
      <span class="unseen">${say('who.customer')}</span>
      <div class="bubble words">${words(text)}</div>
      ${state === 'failed' ? failure(id, reason, say, fire) : nothing}
      ${state === 'pending' ? html`<span class="under state">${say(isOnline ? 'sending' : 'waiting')}</span>` : nothing}
      ${state === 'sent' ? time(new Date(at).toISOString(), bubble.isLast, say) : nothing}
    </div>
  `;
}

/** @param {string} id @param {string | undefined} reason @param {import('./wording.js').Say} say @param {Around['fire']} fire */
function failure(id, reason, say, fire) {
  const again = say(reason === 'too-long' ? 'failed.edit' : 'failed.again');
  return html`<p class="failure">
    <span>${say('failed')} ${say.has(`refused.${reason}`) ? say(`refused.${reason}`) : ''}</span>
    ${reason === 'passed' || reason === 'consent'
      ? nothing
      : html`<button type="button" data-try-again @click=${() => fire('try-again', { id })}>${again}</button>`}
    <button type="button" data-discard @click=${() => fire('discard', { id })}>${say('failed.discard')}</button>
  </p>`;
}

/** @param {any} bubble @param {Around} around */
function upload(bubble, { say, limits }) {
  const item = /** @type {import('./uploads.js').Upload} */ (bubble.upload);
  return html`<div class="line customer ${placeIn(bubble)}" role="listitem" data-upload=${item.id} data-state=${item.state}>
    <span class="unseen">${say('who.customer')}</span>
    <chat-upload .upload=${item} .limits=${limits} .say=${say}></chat-upload>
  </div>`;
}
