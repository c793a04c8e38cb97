import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { LANGUAGES, LANGUAGE_NAMES, pickLanguage, translator } from '../shared/i18n.js';
import { Store } from '../shared/storage.js';
import './agents-page.js';
import { Api } from './http-api.js';
import './desk-page.js';
import { forgetDesk } from './drafts.js';
import { en } from './messages/en.js';
import { pl } from './messages/pl.js';
import { ru } from './messages/ru.js';
import './password-page.js';
import { pause } from './persistence.js';
import { routeOf } from './route.js';
import './sign-in-page.js';

const CATALOGUES = { pl, ru, en };
const LANGUAGE = 'sayonce.language';

/**
 * The console: who is signed in, in which language, on which page.
 *
 * @extends {LitElement<{me: any, language: string, route: ReturnType<typeof routeOf>, calls: number}>}
 */
export class ConsoleApp extends LitElement {
  static properties = {
    me: { state: true },
    language: { state: true },
    route: { state: true },
    calls: { state: true },
  };

  #local = new Store(() => localStorage);
  #tab = new Store(() => sessionStorage);
  #api = new Api(() => (this.me = null));

  constructor() {
    super();
    /** undefined: not known yet; null: nobody. */
    this.me = undefined;
    this.calls = 0;
    this.language = pickLanguage([this.#local.get(LANGUAGE), ...navigator.languages], LANGUAGES);
    this.route = routeOf(location.hash);
    window.addEventListener('hashchange', () => (this.route = routeOf(location.hash)));
  }

  connectedCallback() {
    super.connectedCallback();
    this.#recognise();
  }

  updated() {
    document.documentElement.lang = this.language;
    document.title = this.calls > 0 ? `(${this.calls}) ${this.#say('title')}` : this.#say('title');
  }

  render() {
    const say = this.#say;
    if (this.me === undefined) {
      return html`<p class="wait" role="status">${say('loading')}</p>`;
    }
    return html`
      ${this.#head(say)}
      <main>${this.me === null ? this.#signIn(say) : this.#page(say)}</main>
    `;
  }

  #head(say) {
    return html`
      <header>
        <a class="brand" href="#/">SayOnce</a>
        ${this.me ? this.#menu(say) : html`<span class="space"></span>`}
        <label>
          <span class="unseen">${say('language')}</span>
          <select data-language @change=${(event) => this.#speak(event.target.value)}>
            ${LANGUAGES.map(
              (code) => html`<option value=${code} lang=${code} .selected=${code === this.language}>
                ${LANGUAGE_NAMES[code]}
              </option>`,
            )}
          </select>
        </label>
      </header>
    `;
  }

  #menu(say) {
    const link = (page, href, text) =>
      html`<a href=${href} aria-current=${this.route.page === page ? 'page' : nothing}>${text}</a>`;
    return html`
      <nav aria-label=${say('menu')}>
        ${link('desk', '#/', say('menu.desk'))}
        ${this.me.role === 'admin' ? link('agents', '#/agents', say('menu.agents')) : nothing}
      </nav>
      <span class="space"></span>
      <a class="me" href="#/password" data-me title=${say('menu.password')}>${this.me.name}</a>
      <button class="quiet" type="button" data-sign-out @click=${this.#signOut}>${say('sign-out')}</button>
    `;
  }

  #signIn(say) {
    return html`<sign-in-page .say=${say} .api=${this.#api} @signed-in=${({ detail }) => (this.me = detail)}></sign-in-page>`;
  }

  /** The desk stays alive behind the other pages: an agent with an open socket is online. */
  #page(say) {
    const { page } = this.route;
    return html`
      <desk-page
        ?hidden=${page !== 'desk'}
        .say=${say}
        .api=${this.#api}
        .me=${this.me}
        .store=${this.#tab}
        .settings=${this.#local}
        .selected=${this.route.conversation}
        @calls=${({ detail }) => (this.calls = detail)}
        @signed-out=${() => (this.me = null)}
      ></desk-page>
      ${page === 'agents' && this.me.role === 'admin'
        ? html`<agents-page .say=${say} .api=${this.#api} .me=${this.me}></agents-page>`
        : nothing}
      ${page === 'password' ? html`<password-page .say=${say} .api=${this.#api}></password-page>` : nothing}
    `;
  }

  get #say() {
    return translator(CATALOGUES, this.language);
  }

  #speak(language) {
    this.language = language;
    this.#local.set(LANGUAGE, language);
  }

  /** Whoever the cookie names; without an answer the question is asked again. */
  async #recognise() {
    for (;;) {
      try {
        this.me = await this.#api.get('/me');
        return;
      } catch (problem) {
        if (!problem.isPassing) {
          this.me = null;
          return;
        }
      }
      await pause(3_000);
    }
  }

  async #signOut() {
    forgetDesk(this.#tab);
    try {
      await this.#api.post('/sign-out');
    } finally {
      this.me = null;
      this.calls = 0;
      location.hash = '#/';
    }
  }

  static styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        block-size: 100dvh;
      }

      header {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        padding: var(--space-2) var(--space-4);
        border-block-end: 1px solid var(--line);
        background: var(--surface);
      }

      .brand {
        font-weight: 700;
        text-decoration: none;
      }

      nav {
        display: flex;
        gap: var(--space-3);
      }

      nav a,
      .me {
        color: var(--ink);
        text-decoration: none;
      }

      nav a:hover,
      .me:hover {
        text-decoration: underline;
      }

      nav a[aria-current] {
        font-weight: 600;
      }

      .space {
        flex: 1;
      }

      .me {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      select {
        font-size: var(--text-small);
      }

      main {
        flex: 1;
        min-block-size: 0;
        overflow: auto;
      }

      .wait {
        padding: var(--space-6);
        color: var(--ink-soft);
      }

      @media (max-width: 40rem) {
        header {
          flex-wrap: wrap;
          gap: var(--space-1) var(--space-2);
          padding: var(--space-1) var(--space-3);
        }

        .me {
          max-inline-size: 6rem;
        }
      }
    `,
  ];
}

customElements.define('console-app', ConsoleApp);
