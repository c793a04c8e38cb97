import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { localText } from '../shared/i18n.js';
import { clockTime, dayOf, lasting } from '../shared/time.js';
import { words } from '../shared/words.js';
import './known-slots.js';
import { languageName, reasonText, teamTitle } from './wording.js';

/**
 * What an agent should know before the first word: why, what was asked, what is known, what was tried, how long it took.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, teams: any[], card: any, summary: any}>}
 */
export class HandoffCard extends LitElement {
  static properties = {
    say: { attribute: false },
    teams: { attribute: false },
    card: { attribute: false },
    summary: { attribute: false },
  };

  render() {
    const { say, card } = this;
    return html`
      <details open data-card>
        <summary><h3>${say('card.title')}</h3></summary>
        <p class="reason" data-card-reason=${card.reason}>${reasonText(say, card.reason)}</p>
        ${card.question ? html`<p class="label">${say('card.question')}</p><q class="words" data-card-question>${words(card.question)}</q>` : nothing}
        <p class="label">${say('card.known')}</p>
        <known-slots .say=${say} .slots=${card.slots ?? []}></known-slots>
        ${this.#tried()}
        <dl>
          ${this.#fact('card.promise', this.#promise())} ${this.#fact('card.waited', this.#waited())}
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

  #tried() {
    const { say } = this;
    const tried = this.card.tried ?? [];
    return tried.length === 0
      ? nothing
      : html`<p class="label">${say('card.tried')}</p>
          <ul data-card-tried>
            ${tried.map(
              ({ id, title, at }) => html`<li>${localText(title, say.language) || id} <time datetime=${at}>${clockTime(at, say.language)}</time></li>`,
            )}
          </ul>`;
  }

  #promise() {
    const { promise } = this.card;
    const { language } = this.say;
    return promise ? `${dayOf(promise, language)}, ${clockTime(promise, language)}` : '';
  }

  /** Ticking while the customer waits, fixed once somebody came. */
  #waited() {
    const { card, summary, say } = this;
    const isWaiting = summary?.status === 'queued' && card.askedAt;
    return isWaiting
      ? html`<span data-card-waited data-since=${card.askedAt}></span>`
      : html`<span data-card-waited>${lasting((card.waited ?? 0) * 1000, say.language)}</span>`;
  }

  static styles = [
    controls,
    css`
      summary {
        cursor: pointer;
      }

      h3 {
        display: inline;
        font-size: var(--text);
      }

      p,
      ul,
      dl,
      dd {
        margin: 0;
      }

      .reason {
        margin-block-start: var(--space-2);
        font-weight: var(--strong);
      }

      .label {
        margin-block: var(--space-3) var(--space-1);
      }

      .label,
      dt,
      time {
        font-size: var(--text-small);
        color: var(--ink-soft);
      }

      q {
        display: block;
        quotes: none;
        padding-inline-start: var(--space-3);
        border-inline-start: 3px solid var(--accent);
      }

      ul {
        padding-inline-start: var(--space-4);
      }

      dl {
        display: grid;
        gap: var(--space-1);
        margin-block-start: var(--space-3);
      }

      dl div {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 var(--space-3);
      }

      dd {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
}

customElements.define('handoff-card', HandoffCard);
