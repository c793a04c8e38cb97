import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { forms } from './forms.js';
import { problemText } from './wording.js';

/**
 * Name and password. Fires `signed-in` with the agent.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: import('./http-api.js').Api, hasEnded: boolean, problem: import('./http-api.js').Problem | null, isBusy: boolean}>}
 */
export class SignInPage extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    /** True if somebody was signed in here until the session ended by itself. */
    hasEnded: { attribute: false },
    problem: { state: true },
    isBusy: { state: true },
  };

  firstUpdated() {
    this.renderRoot.querySelector('input')?.focus();
  }

  render() {
    const { say } = this;
    return html`
      <form @submit=${this.#submit}>
        <h1>${say('sign-in.title')}</h1>
        ${this.hasEnded ? html`<p role="status" data-ended>${say('sign-in.ended')}</p>` : nothing}
        <label>${say('sign-in.login')}<input name="login" autocomplete="username" autocapitalize="none" required data-login /></label>
        <label>
          ${say('sign-in.password')}
          <input name="password" type="password" autocomplete="current-password" required data-password />
        </label>
        ${this.problem ? html`<p class="error" role="alert" data-problem>${problemText(say, this.problem)}</p>` : nothing}
        <button class="primary" type="submit" data-sign-in ?disabled=${this.isBusy}>${say('sign-in')}</button>
      </form>
    `;
  }

  async #submit(event) {
    event.preventDefault();
    /** @type {any} */
    const { login, password } = Object.fromEntries(new FormData(event.target));
    this.isBusy = true;
    this.problem = null;
    try {
      const me = await this.api.post('/sign-in', { login: login.trim(), password });
      this.dispatchEvent(new CustomEvent('signed-in', { detail: me }));
    } catch (problem) {
      this.problem = problem;
      this.#password?.select();
    } finally {
      this.isBusy = false;
    }
  }

  /** @returns {HTMLInputElement | null} */
  get #password() {
    return this.renderRoot.querySelector('[data-password]');
  }

  static styles = [
    controls,
    forms,
    css`
      form {
        max-inline-size: 22rem;
        margin: 10vh auto 0;
      }
    `,
  ];
}

customElements.define('sign-in-page', SignInPage);
