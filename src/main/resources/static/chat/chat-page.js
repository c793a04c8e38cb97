import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { LANGUAGES, LANGUAGE_NAMES, localText, pickLanguage, translator } from '../shared/i18n.js';
import { Line, socketUrl } from '../shared/line.js';
import { bubblesOf } from './bubbles.js';
import './chat-composer.js';
import './chat-log.js';
import { Host } from './host.js';
import { Memory } from './memory.js';
import { en } from './messages/en.js';
import { pl } from './messages/pl.js';
import { ru } from './messages/ru.js';
import { ChatSession } from './session.js';
import { bannerText, statusText } from './wording.js';

const CATALOGUES = { pl, ru, en };
/** A line that is back within this time was never worth a banner. */
const PATIENCE = 1_000;

/** The chat's page: wires the session to what the visitor sees. */
export class ChatPage extends LitElement {
  static properties = {
    view: { state: true },
    isLate: { state: true },
  };

  #session;
  #host;
  #unread = 0;
  #hasBeenReady = false;
  #lateTimer = null;

  constructor() {
    super();
    this.isLate = false;
    this.#session = new ChatSession({
      memory: new Memory(),
      language: pickLanguage([new URLSearchParams(location.search).get('language'), ...navigator.languages], LANGUAGES),
      openLine: (handlers) => new Line({ url: socketUrl('/chat/socket'), readyType: 'welcome', ...handlers }),
    });
    this.view = this.#session.view;
    this.#host = new Host((isOpen) => this.#opened(isOpen));
    this.#session.addEventListener('change', () => this.#refresh());
    this.#session.addEventListener('entry', ({ detail }) => this.#entryCame(detail));
    document.addEventListener('visibilitychange', () => this.#seen());
    document.addEventListener('keydown', (event) => this.#pressed(event));
  }

  connectedCallback() {
    super.connectedCallback();
    this.#session.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#session.stop();
  }

  render() {
    const { view } = this;
    const say = translator(CATALOGUES, view.language);
    const bubbles = bubblesOf({ ...view, greeting: localText(view.welcome?.greeting, view.language) });
    return html`
      ${this.#head(say)} ${this.#banner(say)}
      <chat-log
        .bubbles=${bubbles}
        .say=${say}
        @choose=${({ detail }) => this.#choose(detail)}
        @try-again=${({ detail }) => this.#tryAgain(detail.id)}
        @discard=${({ detail }) => this.#session.discard(detail.id)}
      ></chat-log>
      <chat-composer .say=${say} @say=${({ detail }) => this.#say(detail.text)}></chat-composer>
    `;
  }

  updated() {
    const { language, welcome } = this.view;
    const say = translator(CATALOGUES, language);
    const title = welcome?.company ? say('title.company', { company: welcome.company }) : say('title');
    document.documentElement.lang = language;
    document.title = this.#unread > 0 ? `(${this.#unread}) ${title}` : title;
  }

  #head(say) {
    const { view } = this;
    return html`
      <header>
        <div class="names">
          <h1>${view.welcome?.company ?? say('title')}</h1>
          <p class="status" role="status" data-status=${view.status.status}>${statusText(say, view.status)}</p>
        </div>
        ${this.#languages(say)}
        ${this.#host.isEmbedded
          ? html`<button
              class="quiet close"
              type="button"
              data-close
              aria-label=${say('close')}
              title=${say('close')}
              @click=${() => this.#host.close()}
            >
              <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
                <path d="M6 6l12 12M18 6L6 18" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
              </svg>
            </button>`
          : nothing}
      </header>
    `;
  }

  #languages(say) {
    const { welcome, language } = this.view;
    const offered = welcome?.languages ?? LANGUAGES;
    if (offered.length < 2) {
      return nothing;
    }
    return html`
      <label>
        <span class="unseen">${say('language')}</span>
        <select data-language @change=${(event) => this.#session.switchLanguage(event.target.value)}>
          ${offered.map(
            (code) => html`<option value=${code} lang=${code} .selected=${code === language}>
              ${LANGUAGE_NAMES[code] ?? code}
            </option>`,
          )}
        </select>
      </label>
    `;
  }

  #banner(say) {
    const text = bannerText(say, { ...this.view, isLate: this.isLate, hasBeenReady: this.#hasBeenReady });
    return html`<p class="banner" role="status" data-banner=${this.view.line} ?hidden=${text === ''}>${text}</p>`;
  }

  #refresh() {
    const { line } = (this.view = this.#session.view);
    if (line === 'ready') {
      clearTimeout(this.#lateTimer);
      this.#lateTimer = null;
      this.#hasBeenReady = true;
      this.isLate = false;
    } else {
      this.#lateTimer ??= setTimeout(() => (this.isLate = true), PATIENCE);
    }
  }

  #say(text) {
    this.#log.toEnd();
    this.#session.say(text);
  }

  #choose({ entry, option }) {
    this.#log.toEnd();
    this.#session.choose(entry, option);
    this.#composer.focus();
  }

  /** A text that was too long would only be refused again: it goes back to where it can be shortened. */
  #tryAgain(id) {
    const item = this.view.outbox.find((candidate) => candidate.id === id);
    if (item?.reason === 'too-long') {
      this.#session.discard(id);
      this.#composer.edit(item.text);
    } else {
      this.#session.tryAgain(id);
    }
  }

  #entryCame({ isOld }) {
    if (!isOld && !this.#host.isOpen) {
      this.#unread++;
      this.#host.unread(this.#unread);
      this.requestUpdate();
    }
  }

  #opened(isOpen) {
    this.#seen();
    if (isOpen) {
      this.#log?.toEnd();
      this.#composer?.focus();
    }
  }

  #seen() {
    if (this.#host.isOpen && this.#unread > 0) {
      this.#unread = 0;
      this.#host.unread(0);
      this.requestUpdate();
    }
  }

  /** In the list of languages the key only closes the list. */
  #pressed(event) {
    const isInList = event.composedPath()[0] instanceof HTMLSelectElement;
    if (event.key === 'Escape' && !event.isComposing && !isInList) {
      this.#host.close();
    }
  }

  get #log() {
    return this.renderRoot?.querySelector('chat-log');
  }

  get #composer() {
    return this.renderRoot?.querySelector('chat-composer');
  }

  static styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        block-size: 100dvh;
        background: var(--ground);
      }

      header {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-2) var(--space-4);
        border-block-end: 1px solid var(--line);
        background: var(--surface);
      }

      .names {
        flex: 1;
        min-inline-size: 0;
      }

      h1 {
        margin: 0;
        font-size: var(--text-large);
        line-height: 1.3;
      }

      .status {
        margin: 0;
        font-size: var(--text-small);
        color: var(--ink-soft);
      }

      select {
        max-inline-size: 7rem;
        font-size: var(--text-small);
      }

      .close {
        inline-size: 2.5rem;
        padding: 0;
        color: var(--ink);
      }

      .banner {
        margin: 0;
        padding: var(--space-2) var(--space-4);
        background: var(--note);
        color: var(--note-ink);
        font-size: var(--text-small);
        text-align: center;
      }

      chat-log {
        flex: 1;
      }
    `,
  ];
}

customElements.define('chat-page', ChatPage);
