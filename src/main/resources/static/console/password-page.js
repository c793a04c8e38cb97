import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { forms } from './forms.js';
import { problemText } from './wording.js';

/**
 * An agent changes the own password.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: import('./http-api.js').Api, problem: import('./http-api.js').Problem | null, isDone: boolean}>}
 */
export class PasswordPage extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    problem: { state: true },
    isDone: { state: true },
  };

  render() {
    const { say } = this;
    return html`
      <form @submit=${this.#submit}>
        <h1>${say('password.title')}</h1>
        <label>
          ${say('password.current')}
          <input name="current" type="password" autocomplete="current-password" required data-current />
        </label>
        <label>
          ${say('password.next')}
          <input name="next" type="password" autocomplete="new-password" minlength="12" required data-next />
          <span class="hint">${say('password.hint')}</span>
        </label>
        ${this.problem ? html`<p class="error" role="alert" data-problem>${problemText(say, this.problem)}</p>` : nothing}
        ${this.isDone ? html`<p role="status" data-done>${say('password.done')}</p>` : nothing}
        <button class="primary" type="submit" data-save>${say('password.save')}</button>
      </form>
    `;
  }

  async #submit(event) {
    event.preventDefault();
    const form = event.target;
    this.problem = null;
    this.isDone = false;
    try {
      await this.api.post('/me/password', Object.fromEntries(new FormData(form)));
      form.reset();
      this.isDone = true;
    } catch (problem) {
      this.problem = problem;
    }
  }

  static styles = [
    controls,
    forms,
    css`
      form {
        max-inline-size: 26rem;
        margin: var(--space-6) auto;
      }
    `,
  ];
}

customElements.define('password-page', PasswordPage);
