import { LitElement, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { LANGUAGES, LANGUAGE_NAMES, pickLanguage, translator } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { Store } from '../shared/storage.js';
import './agents-page.js';
import { appStyles } from './app-styles.js';
import './audit-page.js';
import './back-ends-page.js';
import { Calling } from './calling.js';
import { CATALOGUES } from './catalogues.js';
import './confirm-dialog.js';
import './desk-page.js';
import { forgetDesk, unsentIn } from './drafts.js';
import './flows-page.js';
import { Api } from './http-api.js';
import './learning-page.js';
import './password-page.js';
import { pause } from './persistence.js';
import './profile-menu.js';
import './queue-counts.js';
import { routeOf } from './route.js';
import './shortcuts-dialog.js';
import './sign-in-page.js';
import { mayTeach, titleOf } from './wording.js';

const LANGUAGE = 'sayonce.language';

/**
 * The console: who is signed in, in which language, on which page.
 *
 * @extends {LitElement<{me: any, language: string, route: import('./route.js').Route, counts: any, unsent: number, message: string | null,
 *   hasEnded: boolean}>}
 */
export class ConsoleApp extends LitElement {
  static properties = {
    me: { state: true },
    language: { state: true },
    route: { state: true },
    counts: { state: true },
    unsent: { state: true },
    message: { state: true },
    hasEnded: { state: true },
  };

  #local = new Store(() => localStorage);
  #tab = new Store(() => sessionStorage);
  #api = new Api(() => this.#signedOut());
  #calling = new Calling(this.#local);
  /** @type {any} */
  #titleTimer;

  constructor() {
    super();
    /** undefined: not known yet; null: nobody. */
    this.me = undefined;
    this.counts = null;
    this.unsent = 0;
    this.message = null;
    this.hasEnded = false;
    this.language = pickLanguage([this.#local.get(LANGUAGE), ...navigator.languages], LANGUAGES);
    this.route = routeOf(location.hash);
    window.addEventListener('hashchange', () => (this.route = routeOf(location.hash)));
  }

  connectedCallback() {
    super.connectedCallback();
    this.#recognise();
    this.#titleTimer = setInterval(() => this.#entitle(), 10_000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#titleTimer);
  }

  updated() {
    document.documentElement.lang = this.language;
    this.#entitle();
  }

  render() {
    const say = this.#say;
    if (this.me === undefined) {
      return html`<p class="wait" role="status">${say('loading')}</p>`;
    }
    return html`
      <header>
        <a class="brand ${this.me ? 'spare' : ''}" href="#/">SayOnce</a>
        ${this.me ? this.#bar(say) : html`<span class="space"></span>${this.#languages(say)}`}
      </header>
      ${this.message ? html`<p class="message" role="alert" data-app-message>${this.message}
        <button class="link" type="button" @click=${() => (this.message = null)}>${say('dismiss')}</button></p>` : nothing}
      <main>${this.me === null ? this.#signIn(say) : this.#page(say)}</main>
      <shortcuts-dialog .say=${say}></shortcuts-dialog>
      <confirm-dialog .say=${say} .heading=${say('sign-out.title')} .text=${say('sign-out.text', { count: this.unsent })}
        .yes=${say('sign-out.yes')} @yes=${() => this.#leave()}></confirm-dialog>
    `;
  }

  #bar(say) {
    const link = (page, href, text) => html`<a href=${href} aria-current=${this.route.page === page ? 'page' : nothing}>${text}</a>`;
    return html`
      <nav class="spare" aria-label=${say('menu')}>
        ${link('desk', '#/', say('menu.desk'))} ${mayTeach(this.me) ? link('learning', '#/learning', say('menu.learning')) : nothing}
        ${this.me.role === 'admin' ? link('agents', '#/agents', say('menu.agents')) : nothing}
        ${link('flows', '#/flows', say('menu.flows'))}
        ${mayTeach(this.me) ? html`${link('audit', '#/audit', say('audit.title'))} ${link('back-ends', '#/back-ends', say('back-ends.title'))}` : nothing}
      </nav>
      <span class="space spare"></span>
      <queue-counts .say=${say} .api=${this.#api} .counts=${this.counts}></queue-counts>
      <span class="space narrow"></span>
      <button class="icon" type="button" data-help aria-label=${say('keys.title')} title=${say('keys.title')} @click=${() => this.#help()}>
        ${icon('help')}
      </button>
      <profile-menu .say=${say} .me=${this.me} .calling=${this.#calling} @language=${({ detail }) => this.#choose(detail)}
        @shortcuts=${() => this.#help()} @sign-out=${() => this.#askToLeave()}></profile-menu>
    `;
  }

  #languages(say) {
    return html`<label>
      <span class="unseen">${say('language')}</span>
      <select data-language @change=${(event) => this.#speak(event.target.value)}>
        ${LANGUAGES.map((code) => html`<option value=${code} lang=${code} .selected=${code === this.language}>${LANGUAGE_NAMES[code]}</option>`)}
      </select>
    </label>`;
  }

  #signIn(say) {
    return html`<sign-in-page .say=${say} .api=${this.#api} .hasEnded=${this.hasEnded} @signed-in=${({ detail }) => this.#signedIn(detail)}></sign-in-page>`;
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
        .calling=${this.#calling}
        .route=${this.route}
        @counts=${({ detail }) => (this.counts = detail)}
        @shortcuts=${() => this.#help()}
        @signed-out=${() => this.#signedOut()}
      ></desk-page>
      ${page === 'agents' && this.me.role === 'admin'
        ? html`<agents-page .say=${say} .api=${this.#api} .me=${this.me}></agents-page>`
        : nothing}
      ${page === 'flows'
        ? html`<flows-page .say=${say} .api=${this.#api} .me=${this.me} .flow=${this.route.flow ?? ''}></flows-page>`
        : nothing}
      ${page === 'learning' && mayTeach(this.me) ? html`<learning-page .say=${say} .api=${this.#api}></learning-page>` : nothing}
      ${page === 'audit' && mayTeach(this.me) ? html`<audit-page .say=${say} .api=${this.#api}></audit-page>` : nothing}
      ${page === 'back-ends' && mayTeach(this.me) ? html`<back-ends-page .say=${say} .api=${this.#api}></back-ends-page>` : nothing}
      ${page === 'password' ? html`<password-page .say=${say} .api=${this.#api}></password-page>` : nothing}
    `;
  }

  get #say() {
    return translator(CATALOGUES, this.language);
  }

  #help() {
    /** @type {import('./shortcuts-dialog.js').ShortcutsDialog | null} */ (this.renderRoot.querySelector('shortcuts-dialog'))?.open();
  }

  #entitle() {
    document.title = titleOf(this.#say, this.me ? this.counts : null, this.#api.now());
  }

  #speak(language) {
    this.language = pickLanguage([language], LANGUAGES);
    this.#local.set(LANGUAGE, this.language);
  }

  /** The agent's choice goes along to other machines. */
  async #choose(language) {
    this.#speak(language);
    this.message = null;
    try {
      await this.#api.put('/me/language', { language });
      this.me = { ...this.me, language };
    } catch {
      this.message = this.#say('language.here-only');
    }
  }

  #signedIn(me) {
    this.me = me;
    this.hasEnded = false;
    if (me.language) {
      this.#speak(me.language);
    }
  }

  /** The session ended by itself; what was begun to write stays for the next one. */
  #signedOut() {
    this.hasEnded = Boolean(this.me);
    this.me = null;
    this.counts = null;
  }

  /** Whoever the cookie names; without an answer the question is asked again. */
  async #recognise() {
    for (;;) {
      try {
        this.#signedIn(await this.#api.get('/me'));
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

  #askToLeave() {
    this.unsent = unsentIn(this.#tab, this.me.id);
    if (this.unsent === 0) {
      this.#leave();
    } else {
      /** @type {import('./confirm-dialog.js').ConfirmDialog | null} */ (this.renderRoot.querySelector('confirm-dialog'))?.open();
    }
  }

  async #leave() {
    forgetDesk(this.#tab);
    try {
      await this.#api.post('/sign-out');
    } finally {
      this.#signedOut();
      this.hasEnded = false;
      location.hash = '#/';
    }
  }

  static styles = [controls, appStyles];
}

customElements.define('console-app', ConsoleApp);
