import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { localText } from '../shared/i18n.js';
import { filled, matching } from './canned.js';

/**
 * Ready replies to choose from: filter as you type, arrows, Enter, Escape. Fires `pick` with the reply, `close` without.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, all: import('./canned.js').Canned[] | null, language: string,
 *   values: Record<string, string | undefined>, nameOf: (variable: string) => string, query: string, at: number}>}
 */
export class CannedPicker extends LitElement {
  static properties = {
    say: { attribute: false },
    all: { attribute: false },
    language: { attribute: false },
    values: { attribute: false },
    nameOf: { attribute: false },
    query: { state: true },
    at: { state: true },
  };

  constructor() {
    super();
    this.query = '';
    this.at = 0;
  }

  firstUpdated() {
    this.renderRoot.querySelector('input')?.focus();
  }

  updated() {
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  render() {
    const { say } = this;
    const found = this.#found;
    const active = found[this.at];
    return html`
      <div class="box" data-canned @focusout=${this.#left}>
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls="items"
          aria-autocomplete="list"
          aria-activedescendant=${active ? `item-${this.at}` : nothing}
          aria-label=${say('canned.find')}
          placeholder=${say('canned.find')}
          autocomplete="off"
          spellcheck="false"
          data-canned-find
          @input=${this.#typed}
          @keydown=${this.#pressed}
        />
        <ul id="items" role="listbox" aria-label=${say('canned.title')}>
          ${found.map((canned, i) => this.#item(canned, i))}
        </ul>
        <p class="none" role="status" ?hidden=${found.length > 0}>${say(this.all === null ? 'loading' : 'canned.none')}</p>
        <p class="keys" aria-hidden="true">${say('canned.keys')}</p>
      </div>
    `;
  }

  #item(canned, i) {
    const { language, say } = this;
    const isForeign = canned.text[language] === undefined;
    return html`<li
      id="item-${i}"
      role="option"
      aria-selected=${String(i === this.at)}
      data-canned-item=${canned.id}
      @pointerdown=${(event) => event.preventDefault()}
      @click=${() => this.#pick(canned)}
    >
      <span class="title">${localText(canned.title, say.language)}
        ${isForeign ? html`<span class="tag">${say('canned.foreign', { language: language.toUpperCase() })}</span>` : nothing}</span>
      <span class="text">${filled(canned, language, this.values, this.nameOf)}</span>
    </li>`;
  }

  get #found() {
    return matching(this.all ?? [], this.query, [this.language, this.say.language]);
  }

  #typed(event) {
    this.query = event.target.value;
    this.at = 0;
  }

  #pressed(event) {
    const found = this.#found;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || event.altKey) {
      return;
    }
    if (step && found.length > 0) {
      this.at = (this.at + step + found.length) % found.length;
    } else if (event.key === 'Enter') {
      this.#pick(found[this.at]);
    } else if (event.key === 'Escape' || (event.key === 'Backspace' && this.query === '')) {
      this.#close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #pick(canned) {
    if (canned) {
      this.dispatchEvent(new CustomEvent('pick', { detail: canned }));
    }
  }

  /** The keyboard went elsewhere. */
  #left({ relatedTarget }) {
    if (relatedTarget && !this.renderRoot.contains(relatedTarget)) {
      this.dispatchEvent(new CustomEvent('close', { detail: { isLeft: true } }));
    }
  }

  #close() {
    this.dispatchEvent(new CustomEvent('close', { detail: { isLeft: false } }));
  }

  static styles = [
    controls,
    css`
      .box {
        display: flex;
        flex-direction: column;
        max-block-size: min(24rem, 55dvh);
        padding: var(--space-2);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
      }

      input {
        flex: none;
        inline-size: 100%;
        font-size: max(1rem, var(--text));
      }

      ul {
        margin: var(--space-2) 0 0;
        padding: 0;
        overflow-y: auto;
        list-style: none;
      }

      li {
        display: grid;
        gap: 0.125rem;
        padding: var(--space-2);
        border-radius: var(--radius-small);
        cursor: pointer;
      }

      li:hover {
        background: var(--raised);
      }

      li[aria-selected='true'] {
        background: var(--accent-soft);
      }

      .title {
        font-weight: var(--strong);
      }

      .tag {
        font-weight: 400;
      }

      .text {
        display: -webkit-box;
        overflow: hidden;
        -webkit-line-clamp: 2;
        -webkit-box-orient: vertical;
        font-size: var(--text-small);
      }

      .none {
        margin: var(--space-2);
        color: var(--ink-soft);
      }

      .keys {
        margin: var(--space-2) var(--space-2) 0;
        font-size: var(--text-tiny);
        color: var(--ink-soft);
      }

      @media (forced-colors: active) {
        li[aria-selected='true'] {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];
}

customElements.define('canned-picker', CannedPicker);
