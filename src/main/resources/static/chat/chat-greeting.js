import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { localText } from '../shared/i18n.js';
import { words } from '../shared/words.js';

/** What a visitor finds before the first message. Fires `suggest` with `{id, text, pointerType}` of the pressed suggestion. */
export class ChatGreeting extends LitElement {
  static properties = {
    welcome: { attribute: false },
    say: { attribute: false },
  };

  constructor() {
    super();
    /** @type {any} */
    this.welcome = null;
    /** @type {import('./wording.js').Say} */
    this.say = /** @type {any} */ (undefined);
  }

  render() {
    const { welcome, say } = this;
    return html`
      <div class="greeting" data-greeting>
        ${welcome.hasLogo ? html`<img class="logo" src="/chat/logo" alt="" height="48" />` : nothing}
        <p class="words">${words(localText(welcome.greeting, say.language))}</p>
      </div>
      ${welcome.suggestions?.length ? this.#suggestions() : nothing}
    `;
  }

  #suggestions() {
    const { welcome, say } = this;
    return html`
      <h2 id="frequent">${say('suggestions.label')}</h2>
      <div class="suggestions" role="group" aria-labelledby="frequent">
        ${welcome.suggestions.map((/** @type {{id: string, label: any}} */ { id, label }) => {
          const text = localText(label, say.language);
          return html`<button type="button" data-suggestion=${id} @click=${(/** @type {PointerEvent} */ { pointerType }) =>
            this.#pressed({ id, text, pointerType })}>${text}</button>`;
        })}
      </div>
    `;
  }

  /** @param {{id: string, text: string, pointerType: string}} detail */
  #pressed(detail) {
    this.dispatchEvent(new CustomEvent('suggest', { detail, bubbles: true, composed: true }));
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
        padding-block: var(--space-4);
      }

      .logo {
        display: block;
        max-inline-size: 10rem;
        margin-block-end: var(--space-4);
        object-fit: contain;
        object-position: left;
      }

      p {
        max-inline-size: 34rem;
        margin: 0;
        font-size: var(--text-large);
        line-height: 1.5;
        text-wrap: pretty;
      }

      h2 {
        margin: var(--space-6) 0 var(--space-2);
        font-size: var(--text-small);
        font-weight: var(--strong);
        color: var(--ink-soft);
      }

      .suggestions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      button {
        padding-inline: var(--space-4);
        border-color: var(--accent);
        border-radius: var(--radius-round);
        color: var(--accent);
        text-align: start;
      }

      button:hover:not(:disabled) {
        background: var(--accent-soft);
      }
    `,
  ];
}

customElements.define('chat-greeting', ChatGreeting);
