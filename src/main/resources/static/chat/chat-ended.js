import { LitElement, css, html } from 'lit';
import { controls } from '../shared/controls.js';

/**
 * Says that the talk has ended, and how to go on. What else belongs there, such as a question how it was, goes into its slot. Fires
 * `write-again`.
 */
export class ChatEnded extends LitElement {
  static properties = {
    say: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('./wording.js').Say} */
    this.say = /** @type {any} */ (undefined);
  }

  render() {
    const { say } = this;
    return html`
      <section aria-labelledby="title" data-ended>
        <div class="text">
          <h2 id="title">${say('ended.title')}</h2>
          <p>${say('ended.text')}</p>
        </div>
        <button type="button" @click=${() => this.dispatchEvent(new Event('write-again'))}>${say('ended.again')}</button>
        <slot></slot>
      </section>
    `;
  }

  static styles = [
    controls,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
        padding: var(--space-3) var(--space-4);
        border-radius: var(--radius-large);
        background: var(--raised);
        font-size: var(--text-small);
      }

      .text {
        flex: 1 1 12rem;
      }

      h2,
      p {
        margin: 0;
      }

      h2 {
        font-size: var(--text);
      }

      p {
        color: var(--ink-soft);
      }

      ::slotted(*) {
        flex-basis: 100%;
      }
    `,
  ];
}

customElements.define('chat-ended', ChatEnded);
