import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { localText } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { clockTime, dayOf } from '../shared/time.js';
import './action-panel.js';
import './complaint-panel.js';
import './confirm-dialog.js';
import { isMine } from './desk.js';
import { everySecond, showSince } from './every-second.js';
import './handoff-card.js';
import './known-slots.js';
import { unknownQuestion } from './learning.js';
import './question-meant.js';
import { addressOf } from './route.js';
import { learnedIn } from './transcript.js';
import { channelsText, customerName, languageName } from './wording.js';

/** Who may shut a visitor out. */
const MAY_END = ['supervisor', 'admin'];

/**
 * Beside a conversation: the customer, the handoff card, the cases before it. Fires `end-session` once the agent is sure.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: any, me: any, teams: any[], actions: any[], thread: any,
 *   back: string | undefined}>}
 */
export class ContextPane extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    me: { attribute: false },
    teams: { attribute: false },
    actions: { attribute: false },
    thread: { attribute: false },
    back: { attribute: false },
  };

  /** @type {(() => void) | undefined} */
  #stopClock;

  connectedCallback() {
    super.connectedCallback();
    this.#stopClock = everySecond(() => this.#tick());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stopClock?.();
  }

  updated() {
    this.#cardElement?.updateComplete.then(() => this.#tick());
  }

  focusTitle() {
    this.renderRoot.querySelector('h2')?.focus();
  }

  render() {
    const { say, thread } = this;
    return html`
      <div class="pane" data-context>
        <header>
          <h2 tabindex="-1">${say('about.title')}</h2>
          <a class="close" href=${addressOf(thread.id, { back: this.back })} aria-label=${say('about.close')} title=${say('about.close')}
            >${icon('close')}</a>
        </header>
        ${this.#customer()} ${this.#complaints()}
        <action-panel .say=${say} .api=${this.api} .me=${this.me} .thread=${thread} .titles=${this.actions}></action-panel>
        ${thread.card ? this.#card() : this.#learned()} ${this.#meant()} ${this.#earlier()} ${this.#endSession()}
      </div>
    `;
  }

  #customer() {
    const { say, thread } = this;
    const { language, channels, beganAt } = thread.summary ?? {};
    return html`<section aria-label=${say('about.customer')}>
      <p class="name">${icon('person', 18)} ${customerName(say, { ...thread.summary, conversation: thread.id })}</p>
      <p class="soft">
        ${[channelsText(say, channels), language && languageName(language, say.language), beganAt && say('about.since', { moment: this.#moment(beganAt) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      ${this.#proved()}
    </section>`;
  }

  #complaints() {
    const { say, thread } = this;
    const { complaints } = thread.summary ?? {};
    return complaints?.length
      ? html`<complaint-panel .say=${say} .api=${this.api} .teams=${this.teams} .conversation=${thread.id} .complaints=${complaints}
          .isMine=${isMine(thread.summary, this.me)}
        ></complaint-panel>`
      : nothing;
  }

  /** A proof that has run out is no proof any more. */
  #proved() {
    const { say, thread } = this;
    const { customer, proof, until } = thread.summary?.proved ?? {};
    if (!customer) {
      return nothing;
    }
    const state = Date.parse(until) > this.api.now() ? proof : 'ended';
    return html`<p class=${state === 'ended' ? 'soft' : 'proved'} data-proved=${state}>
      ${icon(state === 'ended' ? 'info' : 'check', 18)} <span>${say(`about.proved.${state}`, { customer })}</span>
    </p>`;
  }

  #card() {
    const { say, teams, thread } = this;
    return html`<section>
      <handoff-card .say=${say} .teams=${teams} .card=${thread.card} .summary=${thread.summary}></handoff-card>
    </section>`;
  }

  #meant() {
    const { say, thread } = this;
    const question = thread.card ? unknownQuestion(thread.entries) : null;
    return question === null
      ? nothing
      : html`<section>
          <question-meant .say=${say} .api=${this.api} .conversation=${thread.id} .isTold=${question === 'told'}></question-meant>
        </section>`;
  }

  #learned() {
    const { say, thread } = this;
    return html`<section>
      <h3>${say('card.known')}</h3>
      <known-slots .say=${say} .slots=${learnedIn(thread.entries)}></known-slots>
    </section>`;
  }

  #earlier() {
    const { say, thread } = this;
    const earlier = thread.earlier ?? [];
    return html`<section data-earlier>
      <h3>${say('earlier')}</h3>
      ${earlier.length === 0
        ? html`<p class="soft">${say('earlier.none')}</p>`
        : html`<ul>
            ${earlier.map((one) => html`<li>${this.#case(one)}</li>`)}
          </ul>`}
    </section>`;
  }

  #case({ conversation, beganAt, status, question, agent }) {
    const { say, thread } = this;
    const name = agent?.name ?? agent;
    return html`<a href=${addressOf(conversation, { back: this.back ?? thread.id })} data-earlier-case=${conversation}>
      <span class="when">${beganAt ? dayOf(beganAt, say.language) : '–'}</span>
      ${question ? html`<span class="question">${question}</span>` : nothing}
      <span class="soft">${[status && say(`status.${status}`, { agent: name ?? '' }), name].filter(Boolean).join(' · ')}</span>
    </a>`;
  }

  #endSession() {
    const { say } = this;
    return MAY_END.includes(this.me.role)
      ? html`<section>
          <button type="button" class="danger" data-end-session @click=${this.#ask}>${say('end-session')}</button>
          <confirm-dialog
            .say=${say}
            .heading=${say('end-session.title')}
            .text=${say('end-session.text')}
            .yes=${say('end-session.yes')}
            @yes=${() => this.dispatchEvent(new Event('end-session'))}
          ></confirm-dialog>
        </section>`
      : nothing;
  }

  #ask() {
    /** @type {import('./confirm-dialog.js').ConfirmDialog | null} */ (this.renderRoot.querySelector('confirm-dialog'))?.open();
  }

  #moment(at) {
    const { language } = this.say;
    return `${dayOf(at, language)}, ${clockTime(at, language)}`;
  }

  /** @returns {import('./handoff-card.js').HandoffCard | null} */
  get #cardElement() {
    return this.renderRoot.querySelector('handoff-card');
  }

  #tick() {
    const card = this.#cardElement?.shadowRoot;
    if (card) {
      showSince(card, this.api.now());
    }
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
        min-block-size: 0;
        overflow-y: auto;
        overscroll-behavior: contain;
        background: var(--surface);
      }

      header {
        position: sticky;
        inset-block-start: 0;
        z-index: 1;
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-block-size: 3.25rem;
        padding-inline: var(--space-4) var(--space-2);
        border-block-end: 1px solid var(--line);
        background: var(--surface);
      }

      h2 {
        margin: 0;
        font-size: var(--text);
      }

      h2:focus {
        outline: none;
      }

      h3 {
        margin: 0 0 var(--space-2);
        font-size: var(--text);
      }

      .proved {
        color: var(--good, var(--ink));
      }

      .close {
        display: none;
        align-items: center;
        justify-content: center;
        inline-size: var(--control);
        block-size: var(--control);
        color: var(--ink-soft);
      }

      section {
        padding: var(--space-3) var(--space-4);
      }

      complaint-panel {
        border-block-start: 1px solid var(--line);
      }

      section + section,
      action-panel + section {
        border-block-start: 1px solid var(--line);
      }

      p {
        margin: 0;
      }

      .name {
        font-weight: var(--strong);
        overflow-wrap: anywhere;
      }

      .name svg {
        vertical-align: -0.2em;
      }

      ul {
        display: grid;
        gap: var(--space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li a {
        display: grid;
        padding: var(--space-2);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        color: var(--ink);
        text-decoration: none;
      }

      li a:hover {
        background: var(--raised);
      }

      .when {
        font-size: var(--text-small);
        font-weight: var(--strong);
      }

      .question {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      @media (max-width: 75.99rem) {
        .close {
          display: flex;
        }
      }
    `,
  ];
}

customElements.define('context-pane', ContextPane);
