import { LitElement, css, html, nothing, svg } from 'lit';
import { controls } from '../shared/controls.js';
import { elsewhere, runsOutIn, viewBoxOf } from './elsewhere.js';

/**
 * Leads on to another channel: a link for this device, a code for the camera of another. Once the talk goes on there it says so, and
 * offers to part again. Fires `part`; the browser gives the focus back.
 */
export class ElsewhereDialog extends LitElement {
  static properties = {
    say: { attribute: false },
    bot: { attribute: false },
    isLinked: { attribute: false },
    getLink: { attribute: false },
    isOpen: { state: true },
    hasFailed: { state: true },
    link: { state: true },
  };

  #timer = 0;

  constructor() {
    super();
    /** @type {import('./wording.js').Say} */
    this.say = /** @type {any} */ (undefined);
    /** The user name of the bot. */
    this.bot = '';
    this.isLinked = false;
    /** @type {() => Promise<import('./elsewhere.js').Link>} */
    this.getLink = /** @type {any} */ (undefined);
    this.isOpen = false;
    this.hasFailed = false;
    /** @type {import('./elsewhere.js').Link | null} */
    this.link = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  show() {
    this.isOpen = true;
    this.#dialog?.showModal();
    if (!this.isLinked) {
      this.#load();
    }
  }

  render() {
    const { say } = this;
    return html`
      <dialog aria-labelledby="title" @close=${this.#closed}>
        <h2 id="title">${say('elsewhere.title')}</h2>
        <div role="status">${this.#content(elsewhere(this))}</div>
        <div class="choices">
          <button type="button" data-close @click=${() => this.#dialog?.close()}>${say('elsewhere.close')}</button>
        </div>
      </dialog>
    `;
  }

  /** @param {import('./elsewhere.js').Elsewhere} state */
  #content(state) {
    const { say } = this;
    switch (state.kind) {
      case 'linked':
        return html`<p data-linked>${say('elsewhere.linked')}</p>
          <button type="button" data-part @click=${() => this.dispatchEvent(new Event('part'))}>${say('elsewhere.part')}</button>`;
      case 'ready':
        return this.#ready(state.link);
      case 'failed':
        return html`<p>${say('elsewhere.failed')}</p>
          <button type="button" data-again @click=${() => this.#load()}>${say('failed.again')}</button>`;
      case 'loading':
        return html`<p>${say('elsewhere.loading')}</p>`;
      default:
        return nothing;
    }
  }

  /** @param {import('./elsewhere.js').Link} link */
  #ready({ link, qr, until }) {
    const { say, bot } = this;
    return html`
      <p>${say(until === undefined ? 'elsewhere.fresh' : 'elsewhere.text')}</p>
      <a class="go" data-link href=${link} target="_blank" rel="noopener noreferrer">${say('elsewhere.open', { bot })}</a>
      <figure>
        <svg viewBox=${viewBoxOf(qr.size)} role="img" aria-label=${say('elsewhere.qr.label')} shape-rendering="crispEdges">
          ${svg`<path d=${qr.path}></path>`}
        </svg>
        <figcaption>${say('elsewhere.qr')}</figcaption>
      </figure>
    `;
  }

  async #load() {
    clearTimeout(this.#timer);
    this.hasFailed = false;
    try {
      this.link = await this.getLink();
      this.#renew(runsOutIn(this.link, Date.now()));
    } catch {
      this.link = null;
      this.hasFailed = true;
    }
  }

  /** @param {number | undefined} after */
  #renew(after) {
    if (after !== undefined && this.isOpen) {
      this.#timer = window.setTimeout(() => this.#load(), after);
    }
  }

  #closed() {
    clearTimeout(this.#timer);
    this.isOpen = false;
    this.link = null;
  }

  get #dialog() {
    return this.renderRoot?.querySelector('dialog');
  }

  static styles = [
    controls,
    css`
      dialog {
        max-inline-size: min(22rem, calc(100vw - 2rem));
      }

      h2 {
        margin: 0;
        font-size: var(--text-large);
      }

      p {
        margin: var(--space-2) 0 var(--space-4);
        color: var(--ink-soft);
      }

      .go {
        display: block;
        padding: var(--space-2) var(--space-3);
        border-radius: var(--radius);
        background: var(--accent);
        color: var(--accent-ink);
        text-align: center;
        text-decoration: none;
        overflow-wrap: anywhere;
      }

      figure {
        margin: var(--space-4) 0 0;
        text-align: center;
      }

      /* Black on white whatever the theme: cameras read nothing else. */
      svg {
        inline-size: 11rem;
        border-radius: var(--radius);
        background: #fff;
        fill: #000;
      }

      figcaption {
        font-size: var(--text-small);
        color: var(--ink-soft);
      }

      .choices {
        display: flex;
        justify-content: flex-end;
        margin-block-start: var(--space-4);
      }

      /* A phone can't take a picture of its own screen. */
      @media (pointer: coarse) {
        figure {
          display: none;
        }
      }
    `,
  ];
}

customElements.define('elsewhere-dialog', ElsewhereDialog);
