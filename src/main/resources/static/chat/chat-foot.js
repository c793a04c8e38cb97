import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { localText } from '../shared/i18n.js';
import './chat-composer.js';
import './chat-consent.js';
import './chat-ended.js';

/**
 * All that stands under the log: the end of the talk, the consent, the field, the line on privacy. Fires `accept`, and what the
 * composer fires.
 */
export class ChatFoot extends LitElement {
  static properties = {
    view: { attribute: false },
    draft: { attribute: false },
    say: { attribute: false },
    isUrgent: { state: true },
  };

  /** What the customer wanted to send when consent was still missing. @type {(() => void) | null} */
  #wish = null;

  constructor() {
    super();
    /** @type {import('./session.js').ChatSession['view']} */
    this.view = /** @type {any} */ (undefined);
    this.draft = '';
    /** @type {import('./wording.js').Say} */
    this.say = /** @type {any} */ (undefined);
    this.isUrgent = false;
  }

  /** To the field. */
  focus() {
    this.composer?.focus();
  }

  /** @returns {import('./chat-composer.js').ChatComposer | null} */
  get composer() {
    return this.renderRoot?.querySelector('chat-composer') ?? null;
  }

  /** Sends, or asks for the consent that must come first and sends then. @param {() => void} send */
  guard(send) {
    if (!this.view.needsConsent) {
      send();
      return;
    }
    this.#wish = send;
    this.isUrgent = true;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('chat-consent'))?.focus();
  }

  render() {
    const { view, say } = this;
    const { welcome, needsConsent, status } = view;
    const isOver = ['resolved', 'abandoned'].includes(status.status) && !needsConsent;
    return html`
      <div class="foot">
        ${isOver ? html`<chat-ended .say=${say} @write-again=${() => this.focus()}><slot name="ended"></slot></chat-ended>` : nothing}
        ${needsConsent ? this.#consent() : nothing}
        <chat-composer
          .say=${say}
          .limits=${welcome?.files}
          .text=${this.draft}
          @say=${this.#pass}
          @draft=${this.#pass}
          @files=${this.#pass}
        ></chat-composer>
        ${welcome?.privacy ? this.#privacy(welcome.privacy) : nothing}
      </div>
    `;
  }

  #consent() {
    const { welcome } = this.view;
    return html`<chat-consent
      .text=${localText(welcome?.consent?.text, this.say.language)}
      .link=${welcome?.privacy?.link ?? ''}
      .isUrgent=${this.isUrgent}
      .say=${this.say}
      @accept=${this.#accepted}
    ></chat-consent>`;
  }

  /** @param {{text: any, link?: string}} privacy */
  #privacy({ text, link }) {
    const words = localText(text, this.say.language);
    return html`<p class="privacy" data-privacy>
      ${link ? html`<a href=${link} target="_blank" rel="noopener noreferrer">${words}</a>` : words}
    </p>`;
  }

  #accepted() {
    const wish = this.#wish;
    this.#wish = null;
    this.isUrgent = false;
    this.dispatchEvent(new Event('accept'));
    this.focus();
    wish?.();
  }

  /** @param {CustomEvent} event */
  #pass({ type, detail }) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  static styles = [
    controls,
    css`
      .foot {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
        padding: var(--space-3);
        padding-block-end: max(var(--space-3), env(safe-area-inset-bottom));
        border-block-start: 1px solid var(--line);
        background: var(--surface);
      }

      .foot > * {
        inline-size: 100%;
        max-inline-size: var(--measure);
        margin-inline: auto;
      }

      .privacy {
        margin-block: calc(-1 * var(--space-1)) 0;
        font-size: var(--text-tiny);
        text-align: center;
        text-wrap: balance;
        color: var(--ink-soft);
      }

      .privacy a {
        color: inherit;
      }

      /* With the keyboard on the screen of a phone every line counts. */
      @media (max-height: 26rem) {
        .privacy {
          display: none;
        }
      }
    `,
  ];
}

customElements.define('chat-foot', ChatFoot);
