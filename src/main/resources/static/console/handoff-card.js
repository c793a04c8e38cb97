import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { localText } from '../shared/i18n.js';
import { clockTime, ticking } from '../shared/time.js';
import { words } from '../shared/words.js';
import { languageName, reasonText, teamTitle } from './wording.js';

/** From this width on (that of the two columns) the card is open by itself. */
const WIDE = '(min-width: 72rem)';

/**
 * What an agent should know before the first word: why, what was asked, what is known, what was tried, how long it took.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: import('./http-api.js').Api, teams: any[], card: any, summary: any}>}
 */
export class HandoffCard extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    teams: { attribute: false },
    card: { attribute: false },
    summary: { attribute: false },
  };

  #isOpen = matchMedia(WIDE).matches;
  /** @type {number | undefined} */
  #tick;

  connectedCallback() {
    super.connectedCallback();
    this.#tick = setInterval(() => this.summary?.status === 'queued' && this.requestUpdate(), 1_000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  render() {
    const { say, card } = this;
    return html`
      <details ?open=${this.#isOpen} data-card>
        <summary>
          ${say('card.title')} <span class="reason" data-card-reason=${card.reason}>${reasonText(say, card.reason)}</span>
          <span class="brief" aria-hidden="true">${card.question ?? ''}</span>
        </summary>
        <dl>
          ${this.#fact('card.question', card.question && html`<q class="words" data-card-question>${words(card.question)}</q>`)}
          ${this.#slots()} ${this.#tried()}
          ${this.#fact('card.waited', html`<span data-card-waited>${ticking(this.#waited())}</span>`)}
          ${this.#fact('card.language', card.language && languageName(card.language, say.language))}
          ${this.#fact('card.team', card.team && teamTitle(this.teams, card.team, say.language))}
          ${this.#fact('card.detail', card.reason === 'broken' && card.detail)}
        </dl>
      </details>
    `;
  }

  #fact(key, value) {
    return value
      ? html`<div>
          <dt>${this.say(key)}</dt>
          <dd>${value}</dd>
        </div>`
      : nothing;
  }

  #slots() {
    const slots = this.card.slots ?? [];
    return slots.map(
      ({ name, title, value, label, pii }) => html`
        <div data-slot=${name}>
          <dt>
            ${localText(title, this.say.language) || name}
            ${pii ? html`<span class="pii">${this.say('card.pii')}</span>` : nothing}
          </dt>
          <dd class="words">${localText(label, this.say.language) || value}</dd>
        </div>
      `,
    );
  }

  #tried() {
    const { say } = this;
    const tried = this.card.tried ?? [];
    return this.#fact(
      'card.tried',
      tried.length > 0 &&
        html`<ul data-card-tried>
          ${tried.map(
            ({ id, title, at }) =>
              html`<li>${localText(title, say.language) || id} <time datetime=${at}>${clockTime(at, say.language)}</time></li>`,
          )}
        </ul>`,
    );
  }

  /** In milliseconds: ticking while the customer waits, fixed once somebody came. */
  #waited() {
    const isWaiting = this.summary?.status === 'queued' && this.card.askedAt;
    return isWaiting ? this.api.now() - Date.parse(this.card.askedAt) : (this.card.waited ?? 0) * 1000;
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
        padding: var(--space-3) var(--space-4);
        background: var(--surface);
      }

      summary {
        font-weight: 600;
        cursor: pointer;
      }

      .reason {
        display: inline-block;
        padding: 0 var(--space-2);
        border-radius: 1rem;
        background: var(--accent-soft);
        font-weight: 400;
      }

      .brief {
        display: block;
        overflow: hidden;
        font-weight: 400;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      [open] .brief {
        display: none;
      }

      dl {
        display: flex;
        flex-direction: column;
        gap: var(--space-3);
        margin: var(--space-3) 0 0;
      }

      dt {
        font-size: var(--text-small);
        color: var(--ink-soft);
      }

      dd {
        margin: 0;
      }

      q {
        quotes: none;
        display: block;
        padding-inline-start: var(--space-3);
        border-inline-start: 3px solid var(--accent);
      }

      ul {
        margin: 0;
        padding-inline-start: var(--space-4);
      }

      time {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      .pii {
        padding: 0 var(--space-1);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        font-size: 0.75rem;
      }
    `,
  ];
}

customElements.define('handoff-card', HandoffCard);
