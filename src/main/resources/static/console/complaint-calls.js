import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { icon } from '../shared/icons.js';
import { calling, leftText } from './complaints.js';
import { everySecond } from './every-second.js';
import { addressOf } from './route.js';

const MOST = 3;

/**
 * Over the desk: complaints whose deadline is near or past, for who owns them and for supervisors, till something is done about them.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: any, me: any, summaries: any[], now: number}>}
 */
export class ComplaintCalls extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    me: { attribute: false },
    summaries: { attribute: false },
    now: { state: true },
  };

  /** @type {(() => void) | undefined} */
  #stopClock;

  constructor() {
    super();
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

  render() {
    const { say } = this;
    const all = calling(this.summaries, this.me, this.now);
    return html`<div role="status" data-complaint-calls>
      ${all.slice(0, MOST).map(
        ({ conversation, complaint, due }) => html`<a class=${due} href=${addressOf(conversation)} data-calls=${complaint.number} data-due=${due}>
          ${icon('warning', 18)}
          <span>${say(`complaint.call.${due}`, { number: complaint.number, time: leftText(say, complaint, this.now) })}
            ${complaint.owner ? `– ${complaint.owner.name}` : `– ${say('complaint.unowned')}`}</span>
        </a>`,
      )}
      ${all.length > MOST ? html`<p>${say('complaint.call.more', { count: all.length - MOST })}</p>` : nothing}
    </div>`;
  }

  #tick() {
    const now = this.api?.now() ?? Date.now();
    if (now - this.now >= 10_000) {
      this.now = now;
    }
  }

  static styles = [
    controls,
    css`
      a,
      p {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        margin: 0;
        padding: var(--space-1) var(--space-4);
        border-block-end: 1px solid var(--line);
        font-size: var(--text-small);
        text-decoration: none;
      }

      svg {
        flex: none;
      }

      .soon {
        background: var(--note);
        color: var(--note-ink);
      }

      .late {
        background: var(--alert);
        color: var(--alert-ink);
        font-weight: var(--strong);
      }
    `,
  ];
}

customElements.define('complaint-calls', ComplaintCalls);
