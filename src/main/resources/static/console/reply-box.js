import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';

const LONGEST = 4000;
const KINDS = ['reply', 'note'];

/** Where the agent writes: an answer to the customer, or a private note. Fires `write` with `{kind, text}`. Drafts are kept. */
export class ReplyBox extends LitElement {
  static properties = {
    say: { attribute: false },
    thread: { attribute: false },
    drafts: { attribute: false },
    mayReply: { attribute: false },
    hint: { attribute: false },
    kind: { state: true },
    text: { state: true },
  };

  constructor() {
    super();
    this.kind = 'reply';
    this.text = '';
  }

  /** Once the box shows what it was last told. */
  async focus() {
    await this.updateComplete;
    this.renderRoot.querySelector('textarea')?.focus();
  }

  willUpdate(changes) {
    if (changes.has('thread')) {
      this.kind = 'reply';
    }
    if (changes.has('thread') || changes.has('kind')) {
      this.text = this.drafts.get(this.thread, this.kind);
    }
  }

  updated() {
    const area = this.renderRoot.querySelector('textarea');
    if (area && area.value !== this.text) {
      area.value = this.text;
    }
  }

  render() {
    return html`
      <div class="tabs" role="tablist" aria-label=${this.say('reply.kind')} @keydown=${this.#moved}>
        ${KINDS.map((kind) => this.#tab(kind))}
      </div>
      <div id="panel" role="tabpanel" aria-labelledby="tab-${this.kind}" class=${this.kind}>
        ${this.kind === 'reply' && !this.mayReply ? html`<p class="hint" data-hint>${this.hint}</p>` : this.#form()}
      </div>
    `;
  }

  #tab(kind) {
    const isSelected = kind === this.kind;
    return html`<button
      id="tab-${kind}"
      class="quiet"
      type="button"
      role="tab"
      data-kind=${kind}
      aria-selected=${String(isSelected)}
      aria-controls="panel"
      tabindex=${isSelected ? 0 : -1}
      @click=${() => this.#select(kind)}
    >
      ${this.say(`reply.${kind}`)}
    </button>`;
  }

  #form() {
    const { say, kind } = this;
    return html`
      <form @submit=${this.#submit}>
        <label class="unseen" for="text">${say(`reply.${kind}`)}</label>
        <textarea
          id="text"
          rows="3"
          maxlength=${LONGEST}
          placeholder=${say(`reply.${kind}.placeholder`)}
          data-composer=${kind}
          @input=${({ target }) => this.#wrote(target.value)}
          @keydown=${this.#pressed}
        ></textarea>
        <button class=${kind === 'reply' ? 'primary' : ''} type="submit" data-send ?disabled=${this.text.trim() === ''}>
          ${say(`reply.${kind}.send`)}
        </button>
      </form>
      ${kind === 'note' ? html`<p class="hint">${say('note.hint')}</p>` : nothing}
    `;
  }

  #select(kind) {
    this.kind = kind;
    this.focus();
  }

  async #moved({ key }) {
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      this.kind = this.kind === 'reply' ? 'note' : 'reply';
      await this.updateComplete;
      this.renderRoot.querySelector('[aria-selected=true]').focus();
    }
  }

  #wrote(text) {
    this.text = text;
    this.drafts.set(this.thread, this.kind, text);
  }

  #pressed(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      this.#submit(event);
    }
  }

  #submit(event) {
    event.preventDefault();
    const text = this.text.trim();
    if (text === '') {
      return;
    }
    this.#wrote('');
    this.dispatchEvent(new CustomEvent('write', { detail: { kind: this.kind, text }, bubbles: true, composed: true }));
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
        padding: 0 var(--space-4) var(--space-3);
        padding-block-end: max(var(--space-3), env(safe-area-inset-bottom));
        border-block-start: 1px solid var(--line);
        background: var(--surface);
      }

      .tabs {
        display: flex;
        gap: var(--space-1);
      }

      .tabs button {
        border-radius: 0;
        border-block-end: 2px solid transparent;
        color: var(--ink-soft);
      }

      .tabs [aria-selected='true'] {
        border-block-end-color: var(--accent);
        color: var(--ink);
        font-weight: 600;
      }

      .tabs [data-kind='note'][aria-selected='true'] {
        border-block-end-color: var(--note-line);
      }

      form {
        display: flex;
        align-items: flex-end;
        gap: var(--space-2);
        padding-block-start: var(--space-2);
      }

      textarea {
        flex: 1;
        min-inline-size: 0;
        max-block-size: 14rem;
        resize: vertical;
        font-size: max(1rem, var(--text));
      }

      .note textarea {
        border: 1px dashed var(--note-line);
        background: var(--note);
        color: var(--note-ink);
      }

      .note textarea::placeholder {
        color: inherit;
        opacity: 0.8;
      }

      .hint {
        margin: var(--space-2) 0 0;
        font-size: var(--text-small);
        color: var(--ink-soft);
      }
    `,
  ];
}

customElements.define('reply-box', ReplyBox);
