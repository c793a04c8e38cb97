import { LitElement, css, html } from 'lit';
import { controls } from '../shared/controls.js';

/** The longest message, in characters as the server counts them. */
export const LONGEST = 4000;
const COUNT_FROM = 3500;

/**
 * Where the customer writes. Fires `say` with the text; Enter sends, Shift+Enter begins a new line.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, text: string}>}
 */
export class ChatComposer extends LitElement {
  static properties = {
    say: { attribute: false },
    text: { state: true },
  };

  constructor() {
    super();
    this.text = '';
  }

  focus() {
    this.#area?.focus();
  }

  /** Puts a text back for editing, before what stands there. */
  async edit(text) {
    this.text = this.text ? `${text}\n${this.text}` : text;
    await this.updateComplete;
    this.focus();
  }

  updated() {
    const area = this.#area;
    if (area.value !== this.text) {
      area.value = this.text;
    }
    area.rows = Math.min(6, Math.max(1, this.text.split('\n').length));
  }

  render() {
    const { say } = this;
    return html`
      <form @submit=${this.#submit}>
        <label class="unseen" for="text">${say('composer.label')}</label>
        <textarea
          id="text"
          rows="1"
          maxlength=${LONGEST}
          enterkeyhint="send"
          autocomplete="off"
          placeholder=${say('composer.label')}
          data-composer
          @input=${(event) => (this.text = event.target.value)}
          @keydown=${this.#pressed}
        ></textarea>
        <button class="primary" type="submit" data-send ?disabled=${this.text.trim() === ''}>
          <span>${say('composer.send')}</span>
        </button>
      </form>
      <p class="count" ?hidden=${this.text.length < COUNT_FROM} aria-live="polite">
        ${say('composer.left', { count: LONGEST - this.text.length })}
      </p>
    `;
  }

  get #area() {
    return /** @type {HTMLTextAreaElement} */ (this.renderRoot.querySelector('textarea'));
  }

  #pressed(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      this.#submit(event);
    }
  }

  #submit(event) {
    event.preventDefault();
    const text = this.text.trim();
    if (text === '' || text.length > LONGEST) {
      return;
    }
    this.text = '';
    this.#area.value = '';
    this.focus();
    this.dispatchEvent(new CustomEvent('say', { detail: { text } }));
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
        padding: var(--space-3) var(--space-4);
        padding-block-end: max(var(--space-3), env(safe-area-inset-bottom));
        border-block-start: 1px solid var(--line);
        background: var(--surface);
      }

      form {
        display: flex;
        align-items: flex-end;
        gap: var(--space-2);
        max-inline-size: 46rem;
        margin-inline: auto;
      }

      textarea {
        flex: 1;
        min-inline-size: 0;
        max-block-size: 10rem;
        padding: var(--space-2) var(--space-3);
        border-radius: var(--radius-large);
        resize: none;
        font-size: max(1rem, var(--text));
        line-height: 1.4;
        field-sizing: content;
      }

      button {
        min-block-size: 2.5rem;
        border-radius: 1.25rem;
      }

      .count {
        margin: var(--space-1) 0 0;
        font-size: var(--text-small);
        color: var(--ink-soft);
      }
    `,
  ];
}

customElements.define('chat-composer', ChatComposer);
