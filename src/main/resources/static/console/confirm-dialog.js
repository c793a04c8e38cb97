import { LitElement, css, html } from 'lit';
import { controls } from '../shared/controls.js';

/**
 * Asks before something that cannot be undone. Fires `yes`; the keyboard goes back to where it was.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, heading: string, text: string, yes: string}>}
 */
export class ConfirmDialog extends LitElement {
  static properties = {
    say: { attribute: false },
    heading: { attribute: false },
    text: { attribute: false },
    yes: { attribute: false },
  };

  open() {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  render() {
    return html`
      <dialog aria-labelledby="title" data-confirm @close=${this.#closed}>
        <form method="dialog">
          <h2 id="title">${this.heading}</h2>
          <p>${this.text}</p>
          <div class="ways">
            <button value="no" autofocus data-no>${this.say('cancel')}</button>
            <button class="danger" value="yes" data-yes>${this.yes}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  #closed({ target }) {
    const isSure = target.returnValue === 'yes';
    target.returnValue = '';
    if (isSure) {
      this.dispatchEvent(new Event('yes'));
    }
  }

  static styles = [
    controls,
    css`
      h2 {
        margin: 0;
        font-size: var(--text-large);
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space-2);
      }
    `,
  ];
}

customElements.define('confirm-dialog', ConfirmDialog);
