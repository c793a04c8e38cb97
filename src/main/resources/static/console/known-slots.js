import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { localText } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { copy } from './clipboard.js';

/**
 * What the customer has told, each with a button that copies it. Fires `copied` with the words.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, slots: any[], copied: string | null}>}
 */
export class KnownSlots extends LitElement {
  static properties = {
    say: { attribute: false },
    slots: { attribute: false },
    copied: { state: true },
  };

  render() {
    const { say, slots } = this;
    return slots.length === 0
      ? html`<p class="soft">${say('card.known.none')}</p>`
      : html`<dl>${slots.map((slot) => this.#slot(slot))}</dl>`;
  }

  #slot({ name, title, value, label, pii }) {
    const { say } = this;
    const called = localText(title, say.language) || name;
    const shown = localText(label, say.language) || value;
    const isCopied = this.copied === name;
    const words = say(isCopied ? 'copied' : 'copy', { name: called });
    return html`<div data-slot=${name}>
      <dt>${called}${pii ? html` <span class="tag">${say('card.pii')}</span>` : nothing}</dt>
      <dd>
        <span class="words">${shown}</span>
        <button class="icon" type="button" data-copy aria-label=${words} title=${words} @click=${() => this.#copy(name, shown)}>
          ${icon(isCopied ? 'check' : 'copy', 16)}
        </button>
      </dd>
    </div>`;
  }

  async #copy(name, text) {
    if (await copy(text, this.renderRoot)) {
      this.copied = name;
      this.dispatchEvent(new CustomEvent('copied', { detail: text, bubbles: true, composed: true }));
      setTimeout(() => (this.copied = null), 2_000);
    }
  }

  static styles = [
    controls,
    css`
      dl {
        display: grid;
        gap: var(--space-2);
        margin: 0;
      }

      dt {
        font-size: var(--text-small);
        color: var(--ink-soft);
      }

      dd {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
        margin: 0;
        font-weight: var(--strong);
      }

      dd .words {
        min-inline-size: 0;
      }

      button.icon {
        min-block-size: 1.75rem;
        inline-size: 1.75rem;
      }

      p {
        margin: 0;
      }

      @media (pointer: coarse) {
        button.icon {
          min-block-size: var(--control);
          inline-size: var(--control);
        }
      }
    `,
  ];
}

customElements.define('known-slots', KnownSlots);
