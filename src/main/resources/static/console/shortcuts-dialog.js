import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { icon } from '../shared/icons.js';
import { helpOf, isMacLike } from './keys.js';

/**
 * All keys of the desk, as they are printed on this system's keyboards.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say}>}
 */
export class ShortcutsDialog extends LitElement {
  static properties = { say: { attribute: false } };

  open() {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  render() {
    const { say } = this;
    const isMac = isMacLike(navigator);
    return html`
      <dialog aria-labelledby="title" data-shortcuts>
        <div class="head">
          <h2 id="title">${say('keys.title')}</h2>
          <form method="dialog">
            <button class="icon" autofocus aria-label=${say('dismiss')} title=${say('dismiss')}>${icon('close')}</button>
          </form>
        </div>
        <dl>
          ${helpOf(isMac).map(({ meaning, keys }) => html`<div><dt>${say(`keys.${meaning}`)}</dt><dd>${this.#keys(keys)}</dd></div>`)}
        </dl>
        ${isMac ? html`<p class="soft">${say('keys.mac')}</p>` : nothing}
      </dialog>
    `;
  }

  #keys(keys) {
    return keys.map(
      (combination, i) => html`${i > 0 ? html` <span class="soft">${this.say('keys.or')}</span> ` : nothing}${combination.map(
        (key) => html`<kbd>${key}</kbd>`,
      )}`,
    );
  }

  static styles = [
    controls,
    css`
      dialog {
        inline-size: 32rem;
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }

      h2 {
        margin: 0;
        font-size: var(--text-large);
      }

      dl {
        display: grid;
        margin: var(--space-3) 0 0;
      }

      dl div {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-4);
        padding-block: var(--space-1);
        border-block-start: 1px solid var(--line);
      }

      dd {
        flex: none;
        margin: 0;
      }

      kbd {
        display: inline-block;
        min-inline-size: 1.75rem;
        margin-inline-start: var(--space-1);
        padding: 0 var(--space-2);
        border: 1px solid var(--field-line);
        border-radius: var(--radius-small);
        background: var(--raised);
        font: inherit;
        font-size: var(--text-small);
        text-align: center;
      }
    `,
  ];
}

customElements.define('shortcuts-dialog', ShortcutsDialog);
