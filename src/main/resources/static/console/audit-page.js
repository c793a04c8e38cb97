import { LitElement, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { clockTime, dayOf } from '../shared/time.js';
import { pages } from './page-styles.js';
import { addressOf } from './route.js';
import { noticeText, problemText } from './wording.js';

/**
 * Who did what with actions, the newest first: people, or the bot.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: import('./http-api.js').Api, of: string, lines: any[] | null, next: string | undefined,
 *   problem: any, isLoading: boolean}>}
 */
export class AuditPage extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    of: { state: true },
    lines: { state: true },
    next: { state: true },
    problem: { state: true },
    isLoading: { state: true },
  };

  constructor() {
    super();
    this.of = 'people';
    this.lines = null;
    this.next = undefined;
    this.problem = null;
    this.isLoading = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  render() {
    const { say, problem, lines } = this;
    return html`<div class="page" data-audit>
      <h1>${say('audit.title')}</h1>
      <p class="soft">${say('audit.intro')}</p>
      <label
        >${say('audit.of')}
        <select data-audit-of @change=${({ target }) => this.#choose(target.value)}>
          ${['people', 'bot'].map((of) => html`<option value=${of} .selected=${of === this.of}>${say(`audit.of.${of}`)}</option>`)}
        </select>
      </label>
      ${problem ? html`<p class="error" role="alert">${problemText(say, problem)} <button @click=${() => this.#load()}>${say('again')}</button></p>` : nothing}
      ${lines === null ? html`<p role="status">${say('loading')}</p>` : this.#table(lines)}
      ${this.next === undefined
        ? nothing
        : html`<p><button type="button" data-more ?disabled=${this.isLoading} @click=${() => this.#load()}>${say('audit.more')}</button></p>`}
    </div>`;
  }

  #table(lines) {
    const { say } = this;
    return lines.length === 0
      ? html`<p data-none>${say('audit.none')}</p>`
      : html`<div class="wide" tabindex="0" role="region" aria-label=${say('audit.title')}>
          <table>
            <thead>
              <tr><th>${say('audit.when')}</th><th>${say('audit.who')}</th><th>${say('audit.what')}</th><th>${say('audit.where')}</th></tr>
            </thead>
            <tbody>
              ${lines.map((line) => this.#row(line))}
            </tbody>
          </table>
        </div>`;
  }

  #row({ at, conversation, n, what, details }) {
    const { say } = this;
    const text = noticeText(say, { code: what, ...details }, { entries: [], teams: [] });
    return html`<tr data-what=${what}>
      <td><time datetime=${at}>${dayOf(at, say.language)} ${clockTime(at, say.language)}</time></td>
      <td>${details.by ?? say('who.bot')}${details.approvedBy ? html`<br />+ ${details.approvedBy}` : nothing}</td>
      <td class="words">${text}</td>
      <td><a href=${addressOf(conversation, { entry: n })}>${say('audit.see')}</a></td>
    </tr>`;
  }

  #choose(of) {
    this.of = of;
    this.lines = null;
    this.next = undefined;
    this.#load();
  }

  async #load() {
    const { of, next } = this;
    this.isLoading = true;
    this.problem = null;
    try {
      const page = await this.api.get(`/audit?of=${of}${next === undefined ? '' : `&before=${encodeURIComponent(next)}`}`);
      if (of === this.of) {
        this.lines = [...(this.lines ?? []), ...page.lines];
        this.next = page.next;
      }
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.isLoading = false;
    }
  }

  static styles = [controls, pages];
}

customElements.define('audit-page', AuditPage);
