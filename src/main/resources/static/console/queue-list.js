import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../shared/controls.js';
import { ticking } from '../shared/time.js';
import { addressOf } from './route.js';
import { reasonText, teamTitle } from './wording.js';

/** The lists of the desk: who waits, my conversations, and what goes on without me. Waiting times tick. */
export class QueueList extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    teams: { attribute: false },
    isLoaded: { attribute: false },
    selected: { attribute: false },
    waiting: { attribute: false },
    mine: { attribute: false },
    others: { attribute: false },
  };

  #tick = null;

  connectedCallback() {
    super.connectedCallback();
    this.#tick = setInterval(() => this.requestUpdate(), 1_000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  render() {
    const { say } = this;
    if (!this.isLoaded) {
      return html`<p class="none" role="status">${say('loading')}</p>`;
    }
    return html`
      ${this.#list('waiting', this.waiting, say('list.waiting.none'))}
      ${this.#list('mine', this.mine, say('list.mine.none'))}
      ${this.others.length > 0 ? this.#list('others', this.others, '') : nothing}
    `;
  }

  #list(name, summaries, none) {
    return html`
      <section data-list=${name}>
        <h2>${this.say(`list.${name}`)} <span class="count">${summaries.length}</span></h2>
        ${summaries.length === 0
          ? html`<p class="none">${none}</p>`
          : html`<ul>
              ${repeat(summaries, ({ conversation }) => conversation, (summary) => this.#item(summary))}
            </ul>`}
      </section>
    `;
  }

  #item(summary) {
    const { conversation, last, unansweredSince } = summary;
    return html`
      <li>
        <a
          href=${addressOf(conversation)}
          class=${unansweredSince ? 'unanswered' : ''}
          aria-current=${conversation === this.selected ? 'true' : nothing}
          data-conversation=${conversation}
          data-status=${summary.status}
          ?data-unanswered=${Boolean(unansweredSince)}
        >
          <span class="top">
            <span class="who">${summary.customer ?? this.say('customer.unnamed')}</span>
            ${this.#since(summary)}
          </span>
          <span class="last">${last ? html`${this.#speaker(last.from)}${last.text}` : nothing}</span>
          <span class="tags">${this.#tags(summary).map((tag) => html`<span class="tag">${tag}</span>`)}</span>
        </a>
      </li>
    `;
  }

  #since({ status, waitingSince, unansweredSince, agent }) {
    const from = status === 'queued' ? waitingSince : unansweredSince;
    if (from) {
      const key = status === 'queued' ? 'waits' : 'unanswered';
      return html`<span class="since" title=${this.say(key)}>
        <span class="unseen">${this.say(key)}</span>${ticking(this.api.now() - Date.parse(from))}
      </span>`;
    }
    return status === 'open' ? html`<span class="agent">${agent?.name}</span>` : nothing;
  }

  #speaker(from) {
    return from === 'customer' ? '' : `${this.say(`who.${from}`)}: `;
  }

  #tags({ status, reason, language, team, front }) {
    const { say } = this;
    return [
      front && status === 'queued' ? say('front') : '',
      status === 'bot' ? say('status.bot') : reasonText(say, reason),
      team ? teamTitle(this.teams, team, say.language) : '',
      language?.toUpperCase() ?? '',
    ].filter(Boolean);
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
      }

      h2 {
        display: flex;
        justify-content: space-between;
        margin: 0;
        padding: var(--space-3) var(--space-4) var(--space-1);
        font-size: var(--text-small);
        font-weight: 600;
        color: var(--ink-soft);
      }

      .none {
        margin: 0;
        padding: var(--space-1) var(--space-4) var(--space-3);
        color: var(--ink-soft);
      }

      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      a {
        display: flex;
        flex-direction: column;
        gap: 0.125rem;
        padding: var(--space-2) var(--space-4);
        border-inline-start: 4px solid transparent;
        color: var(--ink);
        text-decoration: none;
      }

      a:hover {
        background: var(--raised);
      }

      a:focus-visible {
        outline-offset: -2px;
      }

      a[aria-current] {
        border-inline-start-color: var(--accent);
        background: var(--accent-soft);
      }

      .top {
        display: flex;
        justify-content: space-between;
        gap: var(--space-2);
      }

      .unanswered .who::before {
        content: '';
        display: inline-block;
        inline-size: 0.5rem;
        block-size: 0.5rem;
        margin-inline-end: var(--space-2);
        border-radius: 50%;
        background: var(--alert);
      }

      .who {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .unanswered .who,
      .unanswered .last {
        font-weight: 600;
      }

      .since {
        font-variant-numeric: tabular-nums;
      }

      .agent {
        color: var(--ink-soft);
      }

      .last {
        overflow: hidden;
        font-size: var(--text-small);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .tags {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
      }

      .tag {
        padding: 0 var(--space-2);
        border-radius: 1rem;
        background: var(--raised);
        font-size: 0.75rem;
        color: var(--ink-soft);
      }

      a[aria-current] .tag {
        background: var(--surface);
      }
    `,
  ];
}

customElements.define('queue-list', QueueList);
