import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { acceptOf } from '../shared/files.js';
import { icon } from '../shared/icons.js';
import { roomText } from './wording.js';

/** The longest message, in characters as the server counts them. */
export const LONGEST = 4000;

/**
 * Where the customer writes. Enter sends, Shift+Enter begins a new line. Fires `say` with the text, which stays till `clear`; `draft`
 * with each change of it; `files` with those that were chosen or pasted.
 */
export class ChatComposer extends LitElement {
  static properties = {
    say: { attribute: false },
    limits: { attribute: false },
    text: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('./wording.js').Say} */
    this.say = /** @type {any} */ (undefined);
    /** What the server takes as files; undefined: none. @type {import('../shared/files.js').FileLimits | undefined} */
    this.limits = undefined;
    this.text = '';
  }

  focus() {
    this.#area?.focus();
  }

  /** The text went out. */
  clear() {
    this.#write('');
  }

  /** Puts a text back for editing, before what stands there. @param {string} text */
  async edit(text) {
    this.#write(this.text ? `${text}\n${this.text}` : text);
    await this.updateComplete;
    this.focus();
  }

  updated() {
    const area = this.#area;
    if (area && area.value !== this.text) {
      area.value = this.text;
    }
    if (area && !CSS.supports('field-sizing', 'content')) {
      area.rows = Math.min(6, Math.max(1, this.text.split('\n').length));
    }
  }

  render() {
    const { say } = this;
    const room = roomText(say, LONGEST - this.text.length);
    return html`
      <form @submit=${this.#submit}>
        ${this.limits ? this.#attach(this.limits) : nothing}
        <label class="unseen" for="text">${say('composer.label')}</label>
        <textarea
          id="text"
          rows="1"
          enterkeyhint="send"
          autocomplete="off"
          placeholder=${say('composer.hint')}
          aria-describedby="room"
          data-composer
          @input=${(/** @type {any} */ { target }) => this.#write(target.value)}
          @keydown=${this.#pressed}
          @paste=${this.#pasted}
        ></textarea>
        <button
          class="primary send"
          type="submit"
          data-send
          aria-label=${say('composer.send')}
          title=${say('composer.send')}
          ?disabled=${!this.#canGo}
        >
          ${icon('send', 20)}
        </button>
      </form>
      <p id="room" class=${this.text.length > LONGEST ? 'error' : 'soft'} ?hidden=${room === ''} aria-live="polite">${room}</p>
    `;
  }

  /** @param {import('../shared/files.js').FileLimits} limits */
  #attach(limits) {
    const label = this.say('file.attach');
    return html`
      <button class="icon" type="button" data-attach aria-label=${label} title=${label} @click=${() => this.#chooser?.click()}>
        ${icon('attach')}
      </button>
      <input type="file" multiple hidden aria-label=${label} accept=${acceptOf(limits)} @change=${this.#chosen} />
    `;
  }

  get #canGo() {
    return this.text.trim() !== '' && this.text.trim().length <= LONGEST;
  }

  /** @param {string} text */
  #write(text) {
    this.text = text;
    this.#fire('draft', { text });
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      this.#submit(event);
    }
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    if (this.#canGo) {
      this.#fire('say', { text: this.text.trim() });
    }
  }

  /** @param {any} event */
  #chosen({ target }) {
    this.#fire('files', { files: [...target.files] });
    target.value = '';
    this.focus();
  }

  /** Copied cells and formatted words bring a picture of themselves along: where there is text, text is meant. @param {ClipboardEvent} event */
  #pasted(event) {
    const { clipboardData } = event;
    if (this.limits && clipboardData && clipboardData.files.length > 0 && !clipboardData.types.includes('text/plain')) {
      event.preventDefault();
      this.#fire('files', { files: [...clipboardData.files] });
    }
  }

  /** @param {string} type @param {object} detail */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  get #area() {
    return this.renderRoot?.querySelector('textarea');
  }

  /** @returns {HTMLInputElement | null} */
  get #chooser() {
    return this.renderRoot.querySelector('input[type=file]');
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
      }

      form {
        display: flex;
        align-items: flex-end;
        gap: var(--space-2);
      }

      textarea {
        flex: 1;
        min-inline-size: 0;
        max-block-size: min(10rem, 30dvh);
        padding: calc((var(--control) - 1.4rem) / 2 - 1px) var(--space-3);
        border-radius: calc(var(--control) / 2);
        resize: none;
        font-size: max(1rem, 16px);
        line-height: 1.4rem;
        field-sizing: content;
      }

      textarea:placeholder-shown {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      textarea::placeholder {
        color: var(--ink-soft);
        opacity: 1;
      }

      .send {
        flex: none;
        inline-size: var(--control);
        padding: 0;
        border-radius: 50%;
      }

      .send:disabled {
        border-color: transparent;
        background: var(--raised);
        color: var(--ink-soft);
        opacity: 1;
      }

      #room {
        margin: var(--space-1) 0 0;
        font-size: var(--text-small);
      }
    `,
  ];
}

customElements.define('chat-composer', ChatComposer);
