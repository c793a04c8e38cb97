import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { words } from '../shared/words.js';

/** What a company asks a visitor to agree to before the first message. Fires `accept`. */
export class ChatConsent extends LitElement {
  static properties = {
    text: { attribute: false },
    link: { attribute: false },
    isUrgent: { attribute: false },
    say: { attribute: false },
  };

  constructor() {
    super();
    this.text = '';
    /** Where the whole policy stands; empty: nowhere. */
    this.link = '';
    /** The customer tried to send something. */
    this.isUrgent = false;
    /** @type {import('./wording.js').Say} */
    this.say = /** @type {any} */ (undefined);
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('[data-consent-accept]'))?.focus();
  }

  render() {
    const { say, link } = this;
    return html`
      <section aria-labelledby="title" class=${this.isUrgent ? 'urgent' : ''}>
        <h2 id="title">${say('consent.title')}</h2>
        <p id="text"><span class="words">${words(this.text)}</span>
          ${link ? html`<a href=${link} target="_blank" rel="noopener noreferrer">${say('privacy.link')}</a>` : nothing}</p>
        <p class="needed" role="status">${this.isUrgent ? say('consent.needed') : ''}</p>
        <button class="primary" type="button" data-consent-accept aria-describedby="text" @click=${() => this.dispatchEvent(new Event('accept'))}>
          ${say('consent.accept')}
        </button>
      </section>
    `;
  }

  static styles = [
    controls,
    css`
      section {
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--line);
        border-radius: var(--radius-large);
        background: var(--raised);
        font-size: var(--text-small);
      }

      section.urgent {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }

      h2 {
        margin: 0;
        font-size: var(--text);
      }

      p {
        margin: var(--space-1) 0 var(--space-3);
      }

      #text {
        max-block-size: 30dvh;
        overflow-y: auto;
      }

      .needed:empty {
        display: none;
      }

      .needed {
        font-weight: var(--strong);
      }
    `,
  ];
}

customElements.define('chat-consent', ChatConsent);
