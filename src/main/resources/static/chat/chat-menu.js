import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { LANGUAGES, LANGUAGE_NAMES } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';

/** Where the arrow keys and their like go among `count` things, from the one at `at` (-1: none). Undefined: the key is for another. */
export function stepTo(/** @type {string} */ key, /** @type {number} */ at, /** @type {number} */ count) {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/**
 * What is not needed every minute: language, complaint, sound, going on elsewhere, download, end, erasing. Fires `language`,
 * `complaint`, `sound`, `elsewhere`, `download`, `end`, `erase`. It has a list of languages in it, so it is a small dialog rather than a `menu`, with the keys of one.
 */
export class ChatMenu extends LitElement {
  static properties = {
    say: { attribute: false },
    languages: { attribute: false },
    hasSound: { attribute: false },
    hasTalk: { attribute: false },
    canEnd: { attribute: false },
    hasElsewhere: { attribute: false },
    complaint: { attribute: false },
    isOpen: { state: true },
  };

  constructor() {
    super();
    /** @type {import('./wording.js').Say} */
    this.say = /** @type {any} */ (undefined);
    /** @type {string[]} */
    this.languages = LANGUAGES;
    this.hasSound = true;
    /** There is something to download. */
    this.hasTalk = false;
    this.canEnd = false;
    /** There is another channel to go on in. */
    this.hasElsewhere = false;
    /** What the item says by which the customer complains; empty: there is none. */
    this.complaint = '';
    this.isOpen = false;
  }

  render() {
    const { say, isOpen } = this;
    return html`
      <div class="anchor" @keydown=${this.#pressed} @focusout=${this.#left}>
        <button
          class="icon"
          type="button"
          data-menu
          aria-haspopup="dialog"
          aria-expanded=${String(isOpen)}
          aria-controls="menu"
          aria-label=${say('menu.label')}
          title=${say('menu.label')}
          @click=${() => (isOpen ? this.#close() : this.#open())}
        >
          ${icon('more')}
        </button>
        <div id="menu" role="dialog" tabindex="-1" aria-label=${say('menu.label')} ?hidden=${!isOpen}>${this.#items()}</div>
      </div>
    `;
  }

  #items() {
    const { say, hasSound } = this;
    return html`
      ${this.languages.length > 1 ? this.#languages() : nothing}
      <button type="button" data-complaint ?hidden=${this.complaint === ''} @click=${() => this.#pick('complaint')}>
        ${icon('warning', 18)} ${this.complaint}
      </button>
      <button type="button" data-sound=${hasSound ? 'on' : 'off'} @click=${() => this.#fire('sound', { isOn: !hasSound })}>
        ${icon(hasSound ? 'sound-off' : 'sound-on', 18)} ${say(hasSound ? 'menu.sound.off' : 'menu.sound.on')}
      </button>
      <button type="button" data-elsewhere ?hidden=${!this.hasElsewhere} @click=${() => this.#pick('elsewhere')}>
        ${icon('send', 18)} ${say('menu.elsewhere')}
      </button>
      <button type="button" data-download ?hidden=${!this.hasTalk} @click=${() => this.#pick('download')}>
        ${icon('download', 18)} ${say('menu.download')}
      </button>
      <button type="button" data-end ?hidden=${!this.canEnd} @click=${() => this.#pick('end')}>
        ${icon('check', 18)} ${say('menu.end')}
      </button>
      <button type="button" data-erase ?hidden=${!this.hasTalk} @click=${() => this.#pick('erase')}>
        ${icon('close', 18)} ${say('menu.erase')}
      </button>
    `;
  }

  #languages() {
    const { say } = this;
    return html`<label>
      ${icon('globe', 18)} <span>${say('menu.language')}</span>
      <select data-language @change=${(/** @type {any} */ { target }) => this.#fire('language', { language: target.value })}>
        ${this.languages.map(
          (code) => html`<option value=${code} lang=${code} .selected=${code === say.language}>
            ${/** @type {Record<string, string>} */ (LANGUAGE_NAMES)[code] ?? code}
          </option>`,
        )}
      </select>
    </label>`;
  }

  async #open() {
    this.isOpen = true;
    await this.updateComplete;
    this.#controls[0]?.focus();
  }

  /** Back to the button, unless the focus has already gone elsewhere. */
  #close() {
    this.isOpen = false;
    this.#button?.focus();
  }

  /** @param {string} what */
  #pick(what) {
    this.#close();
    this.#fire(what, {});
  }

  /** In the list of languages the arrows choose a language. @param {KeyboardEvent} event */
  #pressed(event) {
    if (!this.isOpen) {
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#close();
      return;
    }
    const items = this.#controls;
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    const to = target instanceof HTMLSelectElement ? undefined : stepTo(event.key, items.indexOf(target), items.length);
    if (to !== undefined) {
      event.preventDefault();
      items[to].focus();
    }
  }

  /** @param {FocusEvent} event */
  #left({ currentTarget, relatedTarget }) {
    const isInside = relatedTarget instanceof Node && /** @type {Element} */ (currentTarget).contains(relatedTarget);
    if (!isInside && this.ownerDocument.hasFocus()) {
      this.isOpen = false;
    }
  }

  /** @param {string} type @param {object} detail */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** @returns {HTMLElement[]} */
  get #controls() {
    return [...this.renderRoot.querySelectorAll('#menu button:not([hidden]), #menu select')].map((one) => /** @type {HTMLElement} */ (one));
  }

  /** @returns {HTMLElement | null} */
  get #button() {
    return this.renderRoot.querySelector('[data-menu]');
  }

  static styles = [
    controls,
    css`
      .anchor {
        position: relative;
      }

      #menu {
        position: absolute;
        z-index: 2;
        inset-block-start: calc(100% + var(--space-1));
        inset-inline-end: 0;
        display: grid;
        gap: var(--space-1);
        inline-size: max-content;
        min-inline-size: 15rem;
        max-inline-size: calc(100vw - 2rem);
        padding: var(--space-2);
        border: 1px solid var(--line);
        border-radius: var(--radius-large);
        background: var(--surface);
        box-shadow: var(--shadow);
      }

      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding-inline: var(--space-3) 0;
      }

      label svg {
        flex: none;
      }

      label span {
        flex: 1;
      }

      #menu button {
        justify-content: flex-start;
        border-color: transparent;
        text-align: start;
      }
    `,
  ];
}

customElements.define('chat-menu', ChatMenu);
