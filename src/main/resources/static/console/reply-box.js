import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { icon } from '../shared/icons.js';
import { ariaKey } from './keys.js';
import './write-form.js';

const KINDS = ['reply', 'note'];

/**
 * Where the agent writes: an answer to the customer, or a private note, in which case all of it is yellow. What was written as a
 * reply and can no longer be sent as one is shown, not lost.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, thread: string, drafts: import('./drafts.js').Drafts, mayReply: boolean,
 *   hint: string, parts: Record<string, any>, kind: string, draft: string}>}
 */
export class ReplyBox extends LitElement {
  static properties = {
    say: { attribute: false },
    thread: { attribute: false },
    drafts: { attribute: false },
    mayReply: { attribute: false },
    hint: { attribute: false },
    /** What the field needs besides: ready replies, their values, what is known, which files. */
    parts: { attribute: false },
    kind: { state: true },
  };

  /** The kind chosen last in each conversation. @type {Map<string, string>} */
  #kinds = new Map();

  constructor() {
    super();
    this.kind = 'reply';
  }

  async focus() {
    await this.updateComplete;
    this.#form?.focus();
  }

  /** Turns to a kind and puts the keyboard there. */
  write(kind) {
    this.#kinds.set(this.thread, kind);
    this.kind = kind;
    this.focus();
  }

  /** What is written was changed from outside. */
  async edited(kind) {
    this.write(kind);
    await this.updateComplete;
    this.#form?.reread();
  }

  /** Opens the ready replies, where one may answer. */
  async pickCanned() {
    if (this.mayReply) {
      this.kind = 'reply';
      await this.updateComplete;
      this.#form?.pickCanned();
    }
  }

  willUpdate(changes) {
    if (changes.has('thread')) {
      this.kind = this.#kinds.get(this.thread) ?? 'reply';
    }
  }

  render() {
    const { say, kind } = this;
    return html`
      <div class="box ${kind}">
        <div class="tabs" role="tablist" aria-label=${say('reply.kind')} @keydown=${this.#moved}>${KINDS.map((one) => this.#tab(one))}</div>
        <div id="panel" role="tabpanel" aria-labelledby="tab-${kind}">
          ${kind === 'reply' && !this.mayReply ? this.#stranded() : this.#field()}
        </div>
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
      aria-keyshortcuts=${ariaKey(kind === 'reply' ? 'L' : 'P')}
      tabindex=${isSelected ? 0 : -1}
      @click=${() => this.write(kind)}
    >
      ${kind === 'note' ? icon('lock', 16) : nothing}${this.say(`reply.${kind}`)}
    </button>`;
  }

  #field() {
    const { parts } = this;
    return html`<write-form
      .say=${this.say}
      .thread=${this.thread}
      .kind=${this.kind}
      .drafts=${this.drafts}
      .canned=${parts.canned}
      .values=${parts.values}
      .nameOf=${parts.nameOf}
      .language=${parts.language}
      .facts=${parts.facts}
      .limits=${parts.limits}
    ></write-form>`;
  }

  /** Nobody can answer here now; what was written is still there. */
  #stranded() {
    const { say } = this;
    const draft = this.drafts.get(this.thread, 'reply');
    return html`<p class="hint" data-hint>${this.hint}</p>
      ${draft.trim() === ''
        ? nothing
        : html`<div class="stranded" data-stranded>
            <p>${say('stranded')}</p>
            <blockquote class="words">${draft}</blockquote>
            <button type="button" data-to-note @click=${() => this.#toNote(draft)}>${say('stranded.note')}</button>
          </div>`}`;
  }

  #toNote(draft) {
    const note = this.drafts.get(this.thread, 'note');
    this.drafts.set(this.thread, 'note', note ? `${note}\n${draft}` : draft);
    this.drafts.set(this.thread, 'reply', '');
    this.write('note');
  }

  async #moved({ key, altKey }) {
    if ((key === 'ArrowLeft' || key === 'ArrowRight') && !altKey) {
      this.kind = this.kind === 'reply' ? 'note' : 'reply';
      this.#kinds.set(this.thread, this.kind);
      await this.updateComplete;
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('[role=tab][aria-selected=true]'))?.focus();
    }
  }

  /** @returns {import('./write-form.js').WriteForm | null} */
  get #form() {
    return this.renderRoot.querySelector('write-form');
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
      }

      .box {
        padding: 0 var(--space-4) max(var(--space-3), env(safe-area-inset-bottom));
        border-block-start: 1px solid var(--line);
        background: var(--surface);
      }

      .box.note {
        border-block-start: 3px solid var(--note-line);
        background: var(--note);
        color: var(--note-ink);
      }

      #panel {
        max-inline-size: 60rem;
        margin-inline: auto;
      }

      .tabs {
        display: flex;
        gap: var(--space-1);
        max-inline-size: 60rem;
        margin-inline: auto;
      }

      .tabs button {
        border-radius: 0;
        border: 0;
        border-block-end: 2px solid transparent;
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      .tabs [aria-selected='true'] {
        border-block-end-color: var(--accent);
        color: var(--ink);
        font-weight: var(--strong);
      }

      .note .tabs button,
      .note .tabs [aria-selected='true'] {
        color: inherit;
      }

      .note .tabs [aria-selected='true'] {
        border-block-end-color: var(--note-line);
      }

      .hint {
        margin: var(--space-3) 0 0;
        color: var(--ink-soft);
      }

      .stranded {
        display: grid;
        justify-items: start;
        gap: var(--space-2);
        margin-block-start: var(--space-2);
      }

      .stranded p {
        margin: 0;
        font-size: var(--text-small);
      }

      blockquote {
        max-block-size: 8rem;
        margin: 0;
        padding-inline-start: var(--space-3);
        overflow-y: auto;
        border-inline-start: 3px solid var(--field-line);
      }

      @media (max-width: 51.99rem) {
        .box {
          padding-inline: var(--space-3);
        }
      }
    `,
  ];
}

customElements.define('reply-box', ReplyBox);
