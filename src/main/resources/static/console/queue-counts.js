import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { icon } from '../shared/icons.js';
import { everySecond, showSince } from './every-second.js';
import { TOO_LONG } from './queue-row.js';

/**
 * How many wait, how long the longest has waited, how many are mine: always in sight.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: any, counts: any, isLate: boolean}>}
 */
export class QueueCounts extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    counts: { attribute: false },
    isLate: { state: true },
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
    this.#tick();
  }

  render() {
    const { say, counts } = this;
    if (!counts) {
      return nothing;
    }
    const { waiting, longestWaitSince, mine } = counts;
    return html`
      <a href="#/" class=${this.isLate ? 'late' : ''} data-counts>
        ${icon('clock', 18)}
        <span>${waiting > 0 ? say('counts.waiting', { count: waiting }) : say('counts.nobody')}</span>
        ${longestWaitSince
          ? html`<span class="longest"><span class="spare">${say('counts.longest')}</span> <span data-longest-wait data-since=${longestWaitSince}></span></span>`
          : nothing}
        <span class="mine">${say('counts.mine', { count: mine })}</span>
      </a>
    `;
  }

  #tick() {
    showSince(this.renderRoot, this.api.now());
    const since = this.counts?.longestWaitSince;
    this.isLate = since !== undefined && this.api.now() - Date.parse(since) > TOO_LONG;
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }

      a {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-block-size: 2rem;
        padding: 0 var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius-round);
        color: var(--ink);
        font-size: var(--text-small);
        font-variant-numeric: tabular-nums;
        text-decoration: none;
        white-space: nowrap;
      }

      a:hover {
        background: var(--raised);
      }

      svg {
        flex: none;
      }

      .late {
        border-color: var(--alert);
        background: var(--alert-soft);
      }

      .longest {
        font-weight: var(--strong);
      }

      .longest .spare {
        font-weight: 400;
      }

      .mine {
        padding-inline-start: var(--space-2);
        border-inline-start: 1px solid var(--line);
      }

      @media (max-width: 51.99rem) {
        .spare {
          display: none;
        }
      }

      @media (max-width: 22rem) {
        .mine,
        svg {
          display: none;
        }
      }
    `,
  ];
}

customElements.define('queue-counts', QueueCounts);
