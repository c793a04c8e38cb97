import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../shared/controls.js';
import { clockTime, dayOf } from '../shared/time.js';
import { words } from '../shared/words.js';

/** This near to the end (in pixels) the reader is taken to read the newest. */
const NEAR = 48;

/**
 * The conversation as a scrolling log. It follows new entries only while the reader is at the end. Fires `choose` with
 * `{entry, option}`, `try-again` and `discard` with the id of an unsent message.
 */
export class ChatLog extends LitElement {
  static properties = {
    bubbles: { attribute: false },
    say: { attribute: false },
    hasNews: { state: true },
  };

  #isAtEnd = true;
  #endTop = 0;
  #entries = 0;
  #sizes = new ResizeObserver(() => this.#isAtEnd && this.toEnd());

  constructor() {
    super();
    this.bubbles = [];
    this.hasNews = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  willUpdate(changes) {
    if (changes.has('bubbles')) {
      this.#measure();
    }
  }

  updated(changes) {
    if (!changes.has('bubbles')) {
      return;
    }
    const count = this.bubbles.length;
    if (this.#isAtEnd) {
      this.toEnd();
    } else if (count > this.#entries) {
      this.hasNews = true;
    }
    this.#entries = count;
  }

  /** Scrolls to the newest line. */
  toEnd() {
    const scroller = this.renderRoot.querySelector('.scroller');
    this.#isAtEnd = true;
    this.hasNews = false;
    if (scroller) {
      scroller.scrollTop = scroller.scrollHeight;
      this.#endTop = Math.floor(scroller.scrollTop);
    }
  }

  render() {
    const { say } = this;
    return html`
      <div class="scroller" tabindex="0" aria-label=${say('log.label')} role="region" @scroll=${() => this.#scrolled()}>
        <div class="log" role="log" aria-live="polite" aria-relevant="additions" data-log>
          ${repeat(this.bubbles, (bubble) => bubble.key, (bubble) => this.#bubble(bubble))}
        </div>
      </div>
      <button class="news primary" type="button" data-news ?hidden=${!this.hasNews} @click=${this.toEnd}>
        ${say('log.news')}
      </button>
    `;
  }

  #bubble(bubble) {
    switch (bubble.kind) {
      case 'day':
        return html`<p class="day">${dayOf(bubble.at, this.say.language)}</p>`;
      case 'greeting':
        return html`<div class="line bot" data-greeting><div class="bubble words">${words(bubble.text)}</div></div>`;
      case 'entry':
        return this.#entry(bubble);
      default:
        return this.#outgoing(bubble.item);
    }
  }

  #entry({ entry, chosen, isOpen, isFollowUp }) {
    if (entry.from === 'system') {
      return html`<p class="system words" data-entry=${entry.n} data-from="system">${words(entry.text)}</p>`;
    }
    return html`
      <div
        class="line ${entry.from} ${isFollowUp ? 'follow-up' : ''}"
        data-entry=${entry.n}
        data-from=${entry.from}
        data-conversation=${entry.conversation}
      >
        <span class=${isFollowUp ? 'unseen' : 'who'}>${this.#who(entry)}</span>
        <div class="bubble words">${words(entry.text)}</div>
        ${entry.options?.length ? this.#options(entry, chosen, isOpen) : nothing}
        <time datetime=${entry.at}>${clockTime(entry.at, this.say.language)}</time>
      </div>
    `;
  }

  #who(entry) {
    return entry.from === 'agent' ? (entry.name ?? this.say('who.agent')) : this.say(`who.${entry.from}`);
  }

  #options(entry, chosen, isOpen) {
    return html`
      <div class="options" role="group" aria-label=${this.say('options.label')}>
        ${entry.options.map(
          (option) => html`
            <button
              type="button"
              class=${option.id === chosen ? 'option chosen' : 'option'}
              data-option=${option.id}
              aria-pressed=${String(option.id === chosen)}
              ?disabled=${!isOpen}
              @click=${() => this.#fire('choose', { entry, option })}
            >
              ${option.id === chosen ? html`<span aria-hidden="true">✓</span>` : nothing}${option.label}
            </button>
          `,
        )}
      </div>
    `;
  }

  #outgoing({ id, text, at, state, reason }) {
    const { say } = this;
    return html`
      <div class="line customer ${state}" data-outgoing=${id} data-state=${state}>
        <span class="unseen">${say('who.customer')}</span>
        <div class="bubble words">${words(text)}</div>
        ${state === 'failed'
          ? html`<p class="failure">
              <span>${say('failed')} ${say.has(`refused.${reason}`) ? say(`refused.${reason}`) : ''}</span>
              ${reason === 'passed' ? nothing : html`<button type="button" data-try-again @click=${() => this.#fire('try-again', { id })}>
                ${say(reason === 'too-long' ? 'failed.edit' : 'failed.again')}
              </button>`}
              <button type="button" data-discard @click=${() => this.#fire('discard', { id })}>
                ${say('failed.discard')}
              </button>
            </p>`
          : html`<span class="state">${state === 'sent' ? clockTime(at, say.language) : say('sending')}</span>`}
      </div>
    `;
  }

  /**
   * Where the reader is. Not left to scroll events alone, for a page in the background gets none; and a log that merely grew or
   * got less room has not been scrolled.
   */
  #measure() {
    const scroller = this.renderRoot?.querySelector('.scroller');
    if (scroller) {
      const isNear = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
      this.#isAtEnd = isNear || (this.#isAtEnd && scroller.scrollTop >= this.#endTop);
    }
  }

  #scrolled() {
    this.#measure();
    if (this.#isAtEnd) {
      this.hasNews = false;
    }
  }

  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  static styles = [
    controls,
    css`
      :host {
        position: relative;
        display: block;
        min-block-size: 0;
      }

      .scroller {
        block-size: 100%;
        overflow-y: auto;
        overscroll-behavior: contain;
      }

      .scroller:focus-visible {
        outline-offset: -2px;
      }

      .log {
        display: flex;
        flex-direction: column;
        gap: var(--space-3);
        min-block-size: 100%;
        max-inline-size: 46rem;
        margin-inline: auto;
        padding: var(--space-4);
      }

      .line {
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        gap: var(--space-1);
        max-inline-size: 85%;
      }

      .follow-up {
        margin-block-start: calc(-1 * var(--space-2));
      }

      .who,
      time,
      .state {
        font-size: var(--text-small);
        color: var(--ink-soft);
      }

      .bubble {
        padding: var(--space-2) var(--space-3);
        border-radius: var(--radius-large);
        border-start-start-radius: var(--space-1);
        background: var(--surface);
        border: 1px solid var(--line);
      }

      .agent .bubble {
        border-color: var(--accent);
      }

      .customer {
        align-self: flex-end;
        align-items: flex-end;
      }

      .customer .who {
        display: none;
      }

      .customer .bubble {
        border: 1px solid transparent;
        border-radius: var(--radius-large);
        border-start-end-radius: var(--space-1);
        background: var(--accent);
        color: var(--accent-ink);
      }

      .customer .bubble a {
        color: inherit;
      }

      .pending .bubble {
        opacity: 0.75;
      }

      .failed .bubble {
        border: 1px dashed var(--alert);
        background: var(--alert-soft);
        color: var(--ink);
      }

      .failure {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        align-items: center;
        gap: var(--space-2);
        margin: 0;
        font-size: var(--text-small);
        color: var(--alert);
      }

      .day,
      .system {
        align-self: center;
        margin: 0;
        font-size: var(--text-small);
        text-align: center;
        color: var(--ink-soft);
      }

      .options {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      .option {
        border-color: var(--accent);
        border-radius: 1.25rem;
        color: var(--accent);
        text-align: start;
      }

      .option:disabled {
        border-color: var(--line);
        color: var(--ink-soft);
        opacity: 1;
      }

      .option.chosen {
        border-color: var(--accent);
        background: var(--accent-soft);
        color: var(--ink);
        font-weight: 600;
      }

      .news {
        position: absolute;
        inset-block-end: var(--space-3);
        inset-inline: 0;
        inline-size: max-content;
        margin-inline: auto;
        border-radius: 1.25rem;
        box-shadow: var(--shadow);
      }
    `,
  ];
}

customElements.define('chat-log', ChatLog);
