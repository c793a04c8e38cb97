import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../shared/controls.js';
import '../shared/scroll-log.js';
import './chat-greeting.js';
import { line, typingLine } from './lines.js';
import { logStyles } from './log-styles.js';

/**
 * The talk as a scrolling log. Fires `choose` with `{entry, option, pointerType}`, `try-again` and `discard` with the id of something unsent,
 * `suggest`, `want-older` near the start, `at-end` when the reader comes to the end.
 */
export class ChatLog extends LitElement {
  static properties = {
    bubbles: { attribute: false },
    welcome: { attribute: false },
    typist: { attribute: false },
    unread: { attribute: false },
    isLoading: { attribute: false },
    isFresh: { attribute: false },
    isOnline: { attribute: false },
    fileOf: { attribute: false },
    say: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('./bubbles.js').Bubble[]} */
    this.bubbles = [];
    /** @type {any} */
    this.welcome = null;
    /** @type {import('./typing.js').Typist | null} */
    this.typist = null;
    /** How many lines the reader has not seen. */
    this.unread = 0;
    /** Older lines are on their way. */
    this.isLoading = false;
    /** Nobody has said anything yet. */
    this.isFresh = false;
    this.isOnline = true;
    /** @type {import('./lines.js').Around['fileOf']} */
    this.fileOf = () => Promise.reject(new Error('no file'));
    /** @type {import('./wording.js').Say} */
    this.say = /** @type {any} */ (undefined);
  }

  get isAtEnd() {
    return this.#scroller?.isAtEnd ?? true;
  }

  get isNearStart() {
    return this.#scroller?.isNearStart ?? false;
  }

  toEnd() {
    this.#scroller?.toEnd();
  }

  render() {
    const { say, bubbles, unread, welcome } = this;
    const entries = bubbles.filter(({ kind }) => kind === 'entry');
    return html`
      <p class="older" role="status" ?hidden=${!this.isLoading}>${this.isLoading ? say('log.older') : ''}</p>
      <scroll-log
        .label=${say('log.label')}
        .newsLabel=${unread > 0 ? say('log.news', { count: unread }) : say('log.to-end')}
        .first=${entries[0]?.key}
        .newest=${entries.findLast(({ entry }) => entry?.from !== 'customer')?.key}
        @want-older=${() => this.#fire('want-older', {})}
        @at-end=${() => this.#fire('at-end', {})}
      >
        ${this.isFresh && welcome
          ? html`<div class="log fresh" data-log><chat-greeting .welcome=${welcome} .say=${say}></chat-greeting></div>`
          : this.#lines()}
      </scroll-log>
    `;
  }

  #lines() {
    const { say, welcome, fileOf, isOnline, typist } = this;
    /** @type {import('./lines.js').Around} */
    const around = { say, isOnline, fileOf, limits: welcome?.files, fire: (type, detail) => this.#fire(type, detail) };
    return html`<div class="log" role=${this.bubbles.length > 0 || typist ? 'list' : nothing} data-log>
      ${repeat(this.bubbles, ({ key }) => key, (bubble) => line(bubble, around))}
      ${typist ? typingLine(typist, around) : nothing}
    </div>`;
  }

  /** @param {string} type @param {object} detail */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** @returns {import('../shared/scroll-log.js').ScrollLog | null} */
  get #scroller() {
    return this.renderRoot?.querySelector('scroll-log') ?? null;
  }

  static styles = [controls, logStyles];
}

customElements.define('chat-log', ChatLog);
