import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { localText } from '../shared/i18n.js';
import { newId } from '../shared/ids.js';
import { clockTime } from '../shared/time.js';
import './action-form.js';
import { mayDecide } from './actions.js';
import { isMine } from './desk.js';
import { pathOf } from './open-thread.js';
import { namedValues, problemText } from './wording.js';

/**
 * What an agent may have back ends do for the customer in front, and what waits for somebody's word.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: import('./http-api.js').Api, me: any, thread: any, titles: any[], forms: any[] | null,
 *   problem: any, busy: number | null, declining: number | null}>}
 */
export class ActionPanel extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    me: { attribute: false },
    thread: { attribute: false },
    titles: { attribute: false },
    forms: { state: true },
    problem: { state: true },
    busy: { state: true },
    declining: { state: true },
  };

  /** @type {Map<string, string>} the same for every try of one decision */
  #ids = new Map();

  constructor() {
    super();
    this.forms = null;
    this.problem = null;
    this.busy = null;
    this.declining = null;
  }

  willUpdate(changes) {
    const before = changes.get('thread');
    if (changes.has('thread') && before?.id !== this.thread.id) {
      this.problem = null;
      this.declining = null;
    }
  }

  render() {
    const { say, thread, titles } = this;
    const approvals = thread.summary?.approvals ?? [];
    const mayAct = isMine(thread.summary, this.me) && (titles ?? []).length > 0;
    if (approvals.length === 0 && !mayAct) {
      return nothing;
    }
    return html`<section data-actions>
      <h3>${say('actions')}</h3>
      ${approvals.map((approval) => this.#approval(approval))}
      ${mayAct
        ? html`<button type="button" data-act-open aria-haspopup="menu" aria-expanded=${this.forms !== null} @click=${this.#toggle}>
              ${say('actions.choose')}
            </button>
            ${this.#menu()}`
        : nothing}
      ${this.problem ? html`<p class="error" role="alert">${problemText(say, this.problem)}</p>` : nothing}
      <action-form .say=${say} .api=${this.api} .conversation=${thread.id}></action-form>
    </section>`;
  }

  #menu() {
    const { say, forms } = this;
    if (forms === null) {
      return nothing;
    }
    return forms.length === 0
      ? html`<p class="soft">${say('actions.none')}</p>`
      : html`<ul>
          ${forms.map(
            (form) => html`<li>
              <button type="button" class="quiet" data-action=${form.id} ?disabled=${Boolean(form.blocked)} @click=${() => this.#open(form)}>
                ${localText(form.title, say.language)}
              </button>
              ${form.blocked ? html`<span class="soft">${say(`problem.${form.blocked}`)}</span>` : nothing}
            </li>`,
          )}
        </ul>`;
  }

  /** @param {import('./actions.js').Approval} approval */
  #approval(approval) {
    const { say, me } = this;
    const { n, by, why, at } = approval;
    const isOwn = by.id === me.id;
    return html`<div class="approval" data-approval=${n}>
      <p><strong>${this.#title(approval.action)}</strong></p>
      <p class="values">${namedValues(approval.with, this.#known(approval.action)?.inputs, say.language)}</p>
      <p class="soft">
        ${say(isOwn ? 'approval.yours' : 'approval.by', { agent: by.name, time: clockTime(at, say.language) })}${why ? html`: ${why}` : nothing}
      </p>
      ${mayDecide(me, approval)
        ? this.declining === n
          ? this.#reason(n)
          : html`<div class="ways">
              <button type="button" data-decline ?disabled=${this.busy === n} @click=${() => (this.declining = n)}>${say('approval.decline')}</button>
              <button type="button" class="primary" data-approve ?disabled=${this.busy === n} @click=${() => this.#decide(n, true, '')}>
                ${say('approval.approve')}
              </button>
            </div>`
        : isOwn
          ? html`<div class="ways">
              <button type="button" data-withdraw ?disabled=${this.busy === n} @click=${() => this.#decide(n, false, '')}>${say('approval.withdraw')}</button>
            </div>`
          : nothing}
    </div>`;
  }

  #reason(n) {
    const { say } = this;
    return html`<form
      @submit=${(event) => {
        event.preventDefault();
        this.#decide(n, false, String(new FormData(event.target).get('why') ?? ''));
      }}
    >
      <label><span>${say('approval.why')}</span><input name="why" type="text" maxlength="500" required autocomplete="off" data-decline-why /></label>
      <div class="ways">
        <button type="button" @click=${() => (this.declining = null)}>${say('cancel')}</button>
        <button type="submit" class="danger" ?disabled=${this.busy === n} data-decline-sure>${say('approval.decline')}</button>
      </div>
    </form>`;
  }

  #title(id) {
    return localText(this.#known(id)?.title, this.say.language) || id;
  }

  #known(id) {
    return this.titles?.find((one) => one.id === id);
  }

  async #toggle() {
    if (this.forms !== null) {
      this.forms = null;
      return;
    }
    this.problem = null;
    try {
      this.forms = await this.api.get(`${pathOf(this.thread.id)}/actions`);
    } catch (problem) {
      this.problem = problem;
    }
  }

  #open(form) {
    this.forms = null;
    /** @type {import('./action-form.js').ActionForm | null} */ (this.renderRoot.querySelector('action-form'))?.open(form);
  }

  async #decide(n, approve, why) {
    const key = `${this.thread.id} ${n} ${approve}`;
    const id = this.#ids.get(key) ?? newId();
    this.#ids.set(key, id);
    this.busy = n;
    this.problem = null;
    try {
      await this.api.post(`${pathOf(this.thread.id)}/approvals/${n}`, { id, approve, why });
      this.declining = null;
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = null;
    }
  }

  static styles = [
    controls,
    css`
      section {
        display: grid;
        justify-items: start;
        gap: var(--space-2);
        padding: var(--space-3) var(--space-4);
        border-block-start: 1px solid var(--line);
      }

      h3 {
        margin: 0;
        font-size: var(--text);
      }

      p {
        margin: 0;
      }

      ul {
        display: grid;
        inline-size: 100%;
        margin: 0;
        padding: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        list-style: none;
      }

      li {
        display: grid;
        padding: 0 var(--space-2);
      }

      li .soft {
        padding: 0 var(--space-3) var(--space-2);
      }

      li button {
        justify-content: start;
        text-align: start;
      }

      .approval {
        display: grid;
        gap: var(--space-1);
        inline-size: 100%;
        padding: var(--space-3);
        border: 1px solid var(--accent);
        border-radius: var(--radius);
      }

      .values {
        overflow-wrap: anywhere;
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space-2);
        padding-block-start: var(--space-2);
      }

      form,
      label {
        display: grid;
        gap: var(--space-1);
      }

      input {
        font-size: max(1rem, var(--text));
      }
    `,
  ];
}

customElements.define('action-panel', ActionPanel);
