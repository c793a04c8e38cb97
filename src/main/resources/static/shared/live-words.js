import { LitElement, css, html } from 'lit';

/** What comes within this time (milliseconds) is read out in one go. */
const GATHER = 400;
const LONGEST = 300;

/**
 * Tells a screen reader what happened, politely and only that: logs and lists are not live themselves, for a page that merely shows
 * old lines must not begin to talk.
 */
export class LiveWords extends LitElement {
  static properties = { words: { state: true } };

  /** @type {string[]} */
  #waiting = [];
  /** @type {number | null} */
  #timer = null;

  constructor() {
    super();
    this.words = '';
  }

  /** @param {string} text one sentence, in the language of the page */
  announce(text) {
    this.#waiting.push(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
    this.#timer ??= setTimeout(() => this.#speak(), GATHER);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#timer = null;
  }

  #speak() {
    const words = this.#waiting.join(' ');
    this.#waiting = [];
    this.#timer = null;
    // The same words once more are news only if the region differs.
    this.words = words === this.words ? `${words}\u00a0` : words;
  }

  render() {
    return html`<div role="status" aria-live="polite">${this.words}</div>`;
  }

  static styles = css`
    :host {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;
}

customElements.define('live-words', LiveWords);
