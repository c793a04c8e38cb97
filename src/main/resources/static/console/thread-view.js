import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { dayOf } from '../shared/time.js';
import './handoff-card.js';
import './reply-box.js';
import './thread-log.js';
import { languageName, problemText, teamTitle } from './wording.js';

/** One conversation: who it is, what may be done, the card, the transcript, the place to write. Fires `act` and `write`. */
export class ThreadView extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    me: { attribute: false },
    teams: { attribute: false },
    thread: { attribute: false },
    outgoing: { attribute: false },
    drafts: { attribute: false },
  };

  #wasMine = false;

  updated(changes) {
    if (!changes.has('thread')) {
      return;
    }
    const before = changes.get('thread');
    const isMine = this.#isMine;
    if (before?.id === this.thread.id && isMine && !this.#wasMine) {
      this.renderRoot.querySelector('reply-box')?.focus();
    } else if (before?.id !== this.thread.id) {
      this.renderRoot.querySelector('h1')?.focus();
    }
    this.#wasMine = isMine;
  }

  render() {
    const { say, thread } = this;
    if (thread.problem) {
      return html`<div class="trouble">
        <p class="error" role="alert" data-problem>${problemText(say, thread.problem)}</p>
        <button type="button" @click=${() => this.dispatchEvent(new Event('reload'))}>${say('again')}</button>
        <a class="back" href="#/">${say('back')}</a>
      </div>`;
    }
    return html`
      ${this.#head()}
      <div class="body">
        <div class="talk">
          <thread-log
            .say=${say}
            .teams=${this.teams}
            .thread=${thread.id}
            .entries=${thread.entries}
            .outgoing=${this.outgoing}
            .isLoaded=${thread.isLoaded}
          ></thread-log>
          <reply-box
            .say=${say}
            .thread=${thread.id}
            .drafts=${this.drafts}
            .mayReply=${this.#isMine}
            .hint=${this.#hint()}
          ></reply-box>
        </div>
        ${thread.card
          ? html`<handoff-card .say=${say} .api=${this.api} .teams=${this.teams} .card=${thread.card} .summary=${thread.summary}></handoff-card>`
          : nothing}
      </div>
    `;
  }

  #head() {
    const { say, thread } = this;
    const { status, customer, agent, language, team } = thread.summary ?? {};
    const facts = [
      status && (status === 'open' ? say('status.open', { agent: this.#isMine ? say('you') : (agent?.name ?? '') }) : say(`status.${status}`)),
      team && teamTitle(this.teams, team, say.language),
      language && languageName(language, say.language),
    ].filter(Boolean);
    return html`
      <header>
        <a class="back" href="#/" aria-label=${say('back')}>←</a>
        <div class="names">
          <h1 tabindex="-1">${customer ?? say('customer.unnamed')}</h1>
          <p data-thread-status=${status ?? ''}>${facts.join(' · ')}</p>
          ${this.#earlier()}
        </div>
        <div class="actions">${this.#actions(status)}</div>
      </header>
    `;
  }

  /** The customer's cases before this one, each a link to its transcript. */
  #earlier() {
    const { say, thread } = this;
    return thread.earlier?.length > 0
      ? html`<nav aria-label=${say('earlier')} data-earlier>
          <span>${say('earlier')}:</span>
          ${thread.earlier.map(
            ({ conversation, beganAt }) =>
              html`<a href="#/c/${conversation}">${beganAt ? dayOf(beganAt, say.language) : '–'}</a>`,
          )}
        </nav>`
      : nothing;
  }

  #actions(status) {
    if (status === 'queued') {
      return this.#action('claim', 'act.claim', 'primary');
    }
    if (status === 'bot') {
      return this.#action('claim', 'act.take-over', '');
    }
    return this.#isMine
      ? html`${this.#action('hand-back', 'act.hand-back', '')} ${this.#action('resolve', 'act.resolve', 'primary')}`
      : nothing;
  }

  #action(what, text, style) {
    const isBusy = this.thread.busy !== undefined;
    return html`<button
      type="button"
      class=${style}
      data-act=${what}
      ?disabled=${isBusy}
      aria-busy=${String(this.thread.busy === what)}
      @click=${() => this.dispatchEvent(new CustomEvent('act', { detail: what }))}
    >
      ${this.say(text)}
    </button>`;
  }

  /** Why the customer cannot be written to just now; empty if they can. */
  #hint() {
    const { say, thread } = this;
    const { status, agent } = thread.summary ?? {};
    if (this.#isMine || !status) {
      return '';
    }
    return status === 'open' ? say('hint.open', { agent: agent?.name ?? '' }) : say(`hint.${status}`);
  }

  get #isMine() {
    const { status, agent } = this.thread.summary ?? {};
    return status === 'open' && agent?.id === this.me.id;
  }

  static styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }

      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-2) var(--space-4);
        border-block-end: 1px solid var(--line);
        background: var(--surface);
      }

      header .back {
        display: none;
        min-inline-size: 2.25rem;
        font-size: 1.25rem;
        text-align: center;
        text-decoration: none;
      }

      .names {
        flex: 1 1 10rem;
        min-inline-size: 0;
      }

      h1 {
        margin: 0;
        font-size: var(--text-large);
      }

      h1:focus {
        outline: none;
      }

      p {
        margin: 0;
        font-size: var(--text-small);
        color: var(--ink-soft);
      }

      nav {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        font-size: var(--text-small);
        color: var(--ink-soft);
      }

      .trouble {
        display: grid;
        justify-items: center;
        gap: var(--space-3);
        margin: auto;
        padding: var(--space-6);
      }

      .actions {
        display: flex;
        gap: var(--space-2);
      }

      .body {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 20rem;
        flex: 1;
        min-block-size: 0;
      }

      .talk {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        grid-column: 1;
        grid-row: 1;
      }

      .body:not(:has(handoff-card)) .talk {
        grid-column: 1 / -1;
      }

      thread-log {
        flex: 1;
        min-block-size: 0;
      }

      handoff-card {
        overflow-y: auto;
        border-inline-start: 1px solid var(--line);
      }

      @media (max-width: 72rem) {
        .body {
          display: flex;
          flex-direction: column;
        }

        .talk {
          flex: 1;
        }

        handoff-card {
          order: -1;
          max-block-size: 45%;
          flex: none;
          border-inline-start: 0;
          border-block-end: 1px solid var(--line);
        }
      }

      @media (max-width: 52rem) {
        header .back {
          display: block;
        }
      }
    `,
  ];
}

customElements.define('thread-view', ThreadView);
