import { LitElement, css, html } from 'lit';
import { controls } from '../shared/controls.js';
import { localText } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';

/**
 * Says that the customer has already given what a reply asks for. Fires `insert` with the value, `anyway`, `back`.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, known: import('./known-facts.js').Known[], isHeld: boolean}>}
 */
export class KnownPanel extends LitElement {
  static properties = {
    say: { attribute: false },
    known: { attribute: false },
    /** True if a reply waits for the decision; else it is a hint while writing. */
    isHeld: { attribute: false },
  };

  focusFirst() {
    this.renderRoot.querySelector('button')?.focus();
  }

  render() {
    const { say } = this;
    return html`
      <div class="box" role="group" aria-label=${say('known.title')} data-known @keydown=${this.#pressed}>
        <div role=${this.isHeld ? 'alert' : 'status'}>
          <ul>
            ${this.known.map((fact) => html`<li>${this.#fact(fact)}</li>`)}
          </ul>
        </div>
        ${this.isHeld
          ? html`<div class="ways">
              <button type="button" data-known-back @click=${() => this.#fire('back')}>${say('known.back')}</button>
              <button type="button" class="quiet" data-known-anyway @click=${() => this.#fire('anyway')}>${say('known.anyway')}</button>
            </div>`
          : ''}
      </div>
    `;
  }

  /** @param {import('./known-facts.js').Known} fact */
  #fact({ slot, title, value, label }) {
    const { say } = this;
    const name = localText(title, say.language) || slot;
    const shown = localText(label, say.language) || value;
    return html`${icon('info', 18)}
      <span class="words">${say('known.fact', { name, value: shown })}</span>
      <button type="button" data-known-insert=${slot} aria-label=${say('known.insert.named', { value: shown })} @click=${() => this.#fire('insert', shown)}>
        ${say('known.insert')}
      </button>`;
  }

  #pressed(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.#fire('back');
    }
  }

  /** @param {string} type @param {any} [detail] */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  static styles = [
    controls,
    css`
      .box {
        display: grid;
        gap: var(--space-2);
        margin-block-start: var(--space-2);
        padding: var(--space-2) var(--space-3);
        border: 1px solid var(--accent);
        border-radius: var(--radius);
        background: var(--accent-soft);
      }

      ul {
        display: grid;
        gap: var(--space-1);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }

      li svg {
        flex: none;
      }

      .words {
        flex: 1 1 14rem;
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
    `,
  ];
}

customElements.define('known-panel', KnownPanel);
