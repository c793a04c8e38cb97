import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { LANGUAGES } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import './chat-menu.js';
import { statusText } from './wording.js';

/** Who the customer talks with, and where they stand. Fires `close`, and what its menu fires. */
export class ChatHeader extends LitElement {
  static properties = {
    view: { attribute: false },
    canClose: { attribute: false },
    say: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('./session.js').ChatSession['view']} */
    this.view = /** @type {any} */ (undefined);
    this.canClose = false;
    /** @type {import('./wording.js').Say} */
    this.say = /** @type {any} */ (undefined);
  }

  render() {
    const { view, say } = this;
    const { welcome, status } = view;
    const brand = welcome?.brand ?? welcome?.company;
    const text = welcome ? statusText(say, status) : '';
    return html`
      <div class="header">
        ${this.#sign(welcome, brand)}
        <div class="names">
          <h1>${brand ?? say('title')}</h1>
          <p class="status" role="status" data-status=${status.status} title=${text}>${text}</p>
        </div>
        <chat-menu
          .say=${say}
          .languages=${welcome?.languages ?? LANGUAGES}
          .hasSound=${view.hasSound}
          .hasTalk=${view.timeline.length > 0}
          .hasElsewhere=${Boolean(welcome?.telegram)}
          .complaint=${welcome?.complaint ? say('menu.complaint') : ''}
          .canEnd=${['bot', 'queued', 'open'].includes(status.status)}
        ></chat-menu>
        ${this.canClose ? this.#close() : nothing}
      </div>
    `;
  }

  /** @param {any} welcome @param {string | undefined} brand */
  #sign(welcome, brand) {
    if (welcome?.hasLogo) {
      return html`<img class="sign" src="/chat/logo" alt="" width="36" height="36" />`;
    }
    return brand ? html`<span class="sign letter" aria-hidden="true">${[...brand][0]}</span>` : nothing;
  }

  #close() {
    const label = this.say('close');
    return html`<button
      class="icon"
      type="button"
      data-close
      aria-label=${label}
      title=${label}
      @click=${() => this.dispatchEvent(new Event('close'))}
    >
      ${icon('close')}
    </button>`;
  }

  static styles = [
    controls,
    css`
      .header {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-2) var(--space-3) var(--space-2) var(--space-4);
        padding-block-start: max(var(--space-2), env(safe-area-inset-top));
        border-block-end: 1px solid var(--line);
        background: var(--surface);
      }

      .sign {
        flex: none;
        inline-size: 2.25rem;
        block-size: 2.25rem;
        margin-inline-end: var(--space-1);
        border-radius: var(--radius);
        object-fit: contain;
      }

      .letter {
        display: grid;
        place-items: center;
        background: var(--accent);
        font-size: var(--text-large);
        font-weight: var(--strong);
        color: var(--accent-ink);
      }

      .names {
        flex: 1;
        min-inline-size: 0;
      }

      h1 {
        overflow: hidden;
        margin: 0;
        font-size: var(--text);
        line-height: 1.3;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .status {
        display: -webkit-box;
        overflow: hidden;
        margin: 0;
        min-block-size: 1.3em;
        font-size: var(--text-small);
        line-height: 1.3;
        color: var(--ink-soft);
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
    `,
  ];
}

customElements.define('chat-header', ChatHeader);
