import { LitElement, css, html } from 'lit';
import { controls } from './controls.js';
import { icon } from './icons.js';

/** This near to the end (in pixels) the reader is taken to read the newest, this near to the start to want older lines. */
const NEAR = 48;
const NEAR_START = 160;

/**
 * The place where lines of a conversation (slotted) scroll. It follows new lines only while the reader is at the end; else it
 * offers to go there. Lines put in before the first leave the reader's line where it is. Fires `want-older` near the start and
 * `at-end` when the reader comes to the end. The part `lines` is the box around what is slotted, at least as high as the place.
 */
export class ScrollLog extends LitElement {
  static properties = {
    label: { attribute: false },
    newsLabel: { attribute: false },
    /** Keys of the first and the newest line. */
    first: { attribute: false },
    newest: { attribute: false },
    hasNews: { state: true },
  };

  #isAtEnd = true;
  #endTop = 0;
  #height = 0;
  #isGrowingUpwards = false;
  #sizes = new ResizeObserver(() => this.#resized());

  constructor() {
    super();
    this.label = '';
    this.newsLabel = '';
    this.first = undefined;
    this.newest = undefined;
    this.hasNews = false;
  }

  /** True while the newest line is in sight. */
  get isAtEnd() {
    return this.#isAtEnd;
  }

  /** True while the reader is where older lines would be next; a log that nobody sees has no reader. */
  get isNearStart() {
    const scroller = this.#scroller;
    return Boolean(scroller) && scroller.clientHeight > 0 && scroller.scrollTop < NEAR_START;
  }

  /** Scrolls to the newest line and follows from there. */
  toEnd() {
    const scroller = this.#scroller;
    this.#isAtEnd = true;
    this.hasNews = false;
    if (scroller) {
      scroller.scrollTop = scroller.scrollHeight;
      this.#endTop = Math.floor(scroller.scrollTop);
    }
  }

  firstUpdated() {
    this.#sizes.observe(this);
    this.#sizes.observe(/** @type {Element} */ (this.renderRoot.querySelector('.lines')));
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) {
      this.firstUpdated();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  willUpdate(changes) {
    this.#measure();
    this.#isGrowingUpwards ||= changes.has('first') && changes.get('first') !== undefined && !changes.has('newest');
    if (changes.has('newest') && changes.get('newest') !== undefined && !this.#isAtEnd) {
      this.hasNews = true;
    }
  }

  render() {
    return html`
      <div class="scroller" tabindex="0" role="region" aria-label=${this.label} @scroll=${() => this.#scrolled()}>
        <div class="lines" part="lines"><slot></slot></div>
      </div>
      <button class="news" type="button" data-news ?hidden=${!this.hasNews} @click=${() => this.#follow()}>
        ${icon('down', 16)} ${this.newsLabel}
      </button>
    `;
  }

  /** The button goes with its news: the focus stays in the log. */
  #follow() {
    this.toEnd();
    this.#scroller.focus({ preventScroll: true });
    this.dispatchEvent(new Event('at-end'));
  }

  #resized() {
    const { scrollHeight } = this.#scroller;
    if (this.#isAtEnd) {
      this.toEnd();
    } else if (this.#isGrowingUpwards) {
      this.#scroller.scrollTop += scrollHeight - this.#height;
    }
    this.#isGrowingUpwards = false;
    this.#height = scrollHeight;
    this.#askForOlder();
  }

  /**
   * Where the reader is. Not left to scroll events alone, for a page in the background gets none; and a log that merely grew,
   * shrank or got less room has not been scrolled.
   */
  #measure() {
    const scroller = this.#scroller;
    if (scroller) {
      const isNear = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
      this.#endTop = isNear ? Math.min(this.#endTop, Math.floor(scroller.scrollTop)) : this.#endTop;
      this.#isAtEnd = isNear || (this.#isAtEnd && scroller.scrollTop >= this.#endTop);
    }
  }

  #scrolled() {
    this.#measure();
    if (this.#isAtEnd) {
      this.hasNews = false;
      this.dispatchEvent(new Event('at-end'));
    }
    this.#askForOlder();
  }

  #askForOlder() {
    if (this.isNearStart) {
      this.dispatchEvent(new Event('want-older'));
    }
  }

  /** There once the element has rendered. */
  get #scroller() {
    return /** @type {HTMLElement} */ (this.renderRoot?.querySelector('.scroller'));
  }

  static styles = [
    controls,
    css`
      :host {
        position: relative;
        display: block;
        min-block-size: 0;
      }

      .scroller {
        block-size: 100%;
        overflow-y: auto;
        overflow-anchor: none;
        overscroll-behavior: contain;
      }

      .lines {
        min-block-size: 100%;
      }

      .scroller:focus-visible {
        outline-offset: -2px;
      }

      .news {
        position: absolute;
        inset-block-end: var(--space-3);
        inset-inline: 0;
        inline-size: max-content;
        margin-inline: auto;
        border-color: var(--ink);
        border-radius: var(--radius-round);
        background: var(--ink);
        color: var(--ground);
        box-shadow: var(--shadow);
      }

      .news:hover:not(:disabled) {
        background: color-mix(in oklab, var(--ink) 85%, var(--ground));
      }
    `,
  ];
}

customElements.define('scroll-log', ScrollLog);
