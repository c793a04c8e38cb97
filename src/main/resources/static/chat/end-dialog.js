import { LitElement, css, html } from 'lit';
import { controls } from '../shared/controls.js';

/** Asks once before something that can't be taken back lightly: the talk's `end`, or to `erase` it. Fires `confirm`; the browser gives the focus back. */
export class EndDialog extends LitElement {
  static properties = {
    say: { attribute: false },
    topic: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('./wording.js').Say} */
    this.say = /** @type {any} */ (undefined);
    /** @type {'end' | 'erase'} */
    this.topic = 'end';
  }

  ask() {
    this.#dialog?.showModal();
  }

  render() {
    const { say, topic } = this;
    return html`
      <dialog aria-labelledby="title" aria-describedby="text">
        <h2 id="title">${say(`${topic}.title`)}</h2>
        <p id="text">${say(`${topic}.text`)}</p>
        <div class="choices">
          <button type="button" @click=${() => this.#dialog?.close()}>${say(`${topic}.cancel`)}</button>
          <button
            class=${topic === 'erase' ? 'danger' : 'primary'}
            type="button"
            data-confirm=${topic}
            ?data-end-confirm=${topic === 'end'}
            @click=${this.#confirm}
          >
            ${say(`${topic}.confirm`)}
          </button>
        </div>
      </dialog>
    `;
  }

  #confirm() {
    this.#dialog?.close();
    this.dispatchEvent(new Event('confirm'));
  }

  get #dialog() {
    return this.renderRoot?.querySelector('dialog');
  }

  static styles = [
    controls,
    css`
      dialog {
        max-inline-size: min(22rem, calc(100vw - 2rem));
      }

      h2 {
        margin: 0;
        font-size: var(--text-large);
      }

      p {
        margin: var(--space-2) 0 var(--space-6);
        color: var(--ink-soft);
      }

      .choices {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space-2);
      }
    `,
  ];
}

customElements.define('end-dialog', EndDialog);
