import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { icon } from '../shared/icons.js';
import { newId } from '../shared/ids.js';
import { clockTime, dayOf } from '../shared/time.js';
import { words } from '../shared/words.js';
import { dueOf, inOrder, isOpen, leftText } from './complaints.js';
import { everySecond } from './every-second.js';
import { pathOf } from './open-thread.js';
import { addressOf } from './route.js';
import { problemText, teamTitle } from './wording.js';

const LONGEST = 2_000;

/**
 * The customer's complaints: number, state, owner, deadline, and for who has the conversation the outcome to propose. The customer has
 * the last word.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: any, teams: any[], conversation: string, complaints: any[], isMine: boolean,
 *   problem: any, isSending: boolean, now: number}>}
 */
export class ComplaintPanel extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    teams: { attribute: false },
    conversation: { attribute: false },
    complaints: { attribute: false },
    isMine: { attribute: false },
    problem: { state: true },
    isSending: { state: true },
    now: { state: true },
  };

  /** The same for every try of one proposal: it is taken once. */
  #id = newId();
  /** @type {(() => void) | undefined} */
  #stopClock;

  constructor() {
    super();
    this.problem = null;
    this.isSending = false;
    this.now = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#tick();
    this.#stopClock = everySecond(() => this.#tick());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stopClock?.();
  }

  willUpdate(changes) {
    if (changes.has('conversation')) {
      this.#id = newId();
      this.problem = null;
    }
  }

  render() {
    return inOrder(this.complaints).map((complaint) => this.#complaint(complaint));
  }

  #complaint(complaint) {
    const { say } = this;
    const { number, state, about, outcome } = complaint;
    const due = dueOf(complaint, this.now);
    return html`<article class=${due} data-complaint=${number} data-state=${state} data-due=${due}>
      <header>
        <h3>${icon('warning', 18)} ${say('complaint.title', { number })}</h3>
        <span class="state">${say(state === 'closed' ? `complaint.end.${complaint.end}` : `complaint.state.${state}`)}</span>
      </header>
      ${about ? html`<q class="words">${words(about)}</q>` : nothing}
      <dl>
        ${this.#fact('complaint.owner', complaint.owner?.name ?? say('complaint.unowned'))}
        ${this.#fact('complaint.team', teamTitle(this.teams, complaint.team, say.language))}
        ${isOpen(complaint) ? this.#deadline(complaint) : this.#fact('complaint.closed', this.#moment(complaint.closedAt))}
      </dl>
      ${outcome ? html`<p class="label">${say(`complaint.outcome.${state}`)}</p><q class="words" data-outcome>${words(outcome)}</q>` : nothing}
      ${complaint.conversation === this.conversation
        ? nothing
        : html`<a href=${addressOf(complaint.conversation, { back: this.conversation })}>${say('complaint.made')}</a>`}
      ${isOpen(complaint) ? this.#doing(complaint) : nothing}
    </article>`;
  }

  #fact(key, value) {
    return html`<div>
      <dt>${this.say(key)}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  #deadline(complaint) {
    const left = leftText(this.say, complaint, this.now);
    return this.#fact('complaint.deadline', html`<span class="left">${left}</span> <span class="soft">${this.#moment(complaint.deadline)}</span>`);
  }

  #doing(complaint) {
    const { say } = this;
    if (!this.isMine) {
      return html`<p class="soft" data-hint>${say('complaint.take-first')}</p>`;
    }
    return complaint.state === 'proposed'
      ? html`<details>
          <summary>${say('complaint.propose.other')}</summary>
          ${this.#form(complaint)}
        </details>`
      : this.#form(complaint);
  }

  #form({ number }) {
    const { say } = this;
    return html`<form @submit=${(event) => this.#propose(event, number)}>
      <label>
        <span class="label">${say('complaint.propose')}</span>
        <textarea name="outcome" rows="3" required maxlength=${LONGEST} placeholder=${say('complaint.propose.hint')}></textarea>
      </label>
      <p class="soft">${say('complaint.propose.note')}</p>
      <button type="submit" class="primary" data-propose aria-disabled=${String(this.isSending)}>${say('complaint.propose.send')}</button>
      ${this.problem ? html`<p class="error" role="alert">${problemText(say, this.problem)}</p>` : nothing}
    </form>`;
  }

  async #propose(event, number) {
    event.preventDefault();
    const field = event.target.elements.outcome;
    const text = field.value.trim();
    if (this.isSending || text === '') {
      return;
    }
    this.isSending = true;
    this.problem = null;
    try {
      await this.api.post(`${pathOf(this.conversation)}/propose`, { id: this.#id, number, text });
      this.#id = newId();
      field.value = '';
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.isSending = false;
    }
  }

  #moment(at) {
    const { language } = this.say;
    return at ? `${dayOf(at, language)}, ${clockTime(at, language)}` : '';
  }

  /** The words change with the minute. */
  #tick() {
    const now = this.api?.now() ?? Date.now();
    if (now - this.now >= 10_000) {
      this.now = now;
    }
  }

  static styles = [
    controls,
    css`
      :host {
        display: grid;
      }

      article {
        display: grid;
        gap: var(--space-2);
        padding: var(--space-3) var(--space-4);
        border-block-end: 1px solid var(--line);
        border-inline-start: 3px solid var(--accent);
      }

      article[data-state='closed'] {
        border-inline-start-color: var(--line);
      }

      .soon {
        border-inline-start-color: var(--note-line);
      }

      .late {
        border-inline-start-color: var(--alert);
      }

      header {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--space-1) var(--space-2);
      }

      h3,
      p,
      dl,
      dd {
        margin: 0;
      }

      h3 {
        font-size: var(--text);
        white-space: nowrap;
      }

      h3 svg {
        vertical-align: -0.2em;
      }

      .state {
        padding: 0 var(--space-2);
        border-radius: var(--radius-round);
        background: var(--raised);
        font-size: var(--text-small);
      }

      dl {
        display: grid;
        gap: var(--space-1);
      }

      dl div {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 var(--space-3);
      }

      dd {
        text-align: end;
      }

      dt,
      .label {
        font-size: var(--text-small);
        color: var(--ink-soft);
      }

      .soon .left,
      .late .left {
        padding: 0 var(--space-1);
        border-radius: var(--radius-small);
        font-weight: var(--strong);
      }

      .soon .left {
        background: var(--note);
        color: var(--note-ink);
      }

      .late .left {
        background: var(--alert);
        color: var(--alert-ink);
      }

      q {
        display: block;
        quotes: none;
        padding-inline-start: var(--space-3);
        border-inline-start: 3px solid var(--line);
        overflow-wrap: anywhere;
      }

      form,
      label {
        display: grid;
        gap: var(--space-2);
      }

      details form {
        margin-block-start: var(--space-2);
      }

      summary {
        cursor: pointer;
      }

      textarea {
        inline-size: 100%;
        resize: vertical;
      }
    `,
  ];
}

customElements.define('complaint-panel', ComplaintPanel);
