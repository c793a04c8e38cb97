import { LitElement, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../shared/controls.js';
import '../shared/file-view.js';
import '../shared/scroll-log.js';
import { blocksOf, withUnchanged } from './log-blocks.js';
import { lines, outgoing } from './log-lines.js';
import { logStyles } from './log-styles.js';
import { choicesIn, correctionsIn, hasOlder } from './transcript.js';

/** So many entries are drawn at first, and so many more each time the reader reaches the first of them. */
const DRAWN = 150;

/**
 * The whole transcript: customer, bot and agents, private notes, and facts in the agent's language. Of a long one the newest part is
 * drawn, and more as the reader goes back; fires `older` when what is known is used up.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: any, teams: any[], thread: string, entries: import('./transcript.js').Entry[], deliveries: Map<number, import('./transcript.js').Delivery>,
 *   outgoing: any[], isLoaded: boolean, isLoadingOlder: boolean, isTyping: boolean, target: number | undefined, drawn: number}>}
 */
export class ThreadLog extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    teams: { attribute: false },
    thread: { attribute: false },
    entries: { attribute: false },
    deliveries: { attribute: false },
    outgoing: { attribute: false },
    isLoaded: { attribute: false },
    isLoadingOlder: { attribute: false },
    isTyping: { attribute: false },
    target: { attribute: false },
    drawn: { state: true },
  };

  /** @type {import('./log-blocks.js').Block[]} */
  #blocks = [];
  /** @type {Map<number, string>} */
  #choices = new Map();
  /** @type {Map<number | undefined, string>} */
  #corrections = new Map();
  #shownTarget;

  constructor() {
    super();
    this.drawn = DRAWN;
    this.deliveries = new Map();
  }

  willUpdate(changes) {
    if (changes.has('thread')) {
      this.drawn = DRAWN;
      this.#blocks = [];
      this.#shownTarget = undefined;
    }
    if (changes.has('target')) {
      this.#shownTarget = undefined;
    }
    const entries = this.entries;
    const place = this.target === undefined ? -1 : entries.findIndex(({ n }) => n === this.target);
    if (place >= 0) {
      this.drawn = Math.max(this.drawn, entries.length - place + 20);
    }
    if (changes.has('entries') || changes.has('drawn') || changes.has('thread') || changes.has('target')) {
      this.#choices = choicesIn(entries);
      this.#corrections = correctionsIn(entries);
      this.#blocks = withUnchanged(blocksOf(entries.slice(-this.drawn)), this.#blocks);
    }
  }

  updated(changes) {
    const before = changes.get('outgoing');
    if (changes.has('thread')) {
      this.#log?.toEnd();
    } else if (before && this.outgoing.length > before.length) {
      this.#log?.toEnd();
    }
    this.#showTarget();
  }

  render() {
    const { say, entries } = this;
    const first = this.#blocks[0]?.entries[0]?.n ?? this.#blocks[1]?.entries[0]?.n;
    return html`
      <scroll-log
        .label=${say('log.label')}
        .newsLabel=${say('log.news')}
        .first=${first}
        .newest=${entries.at(-1)?.n}
        @want-older=${this.#wantOlder}
      >
        <div class="log" data-log>
          ${repeat(this.#blocks, ({ key }) => key, (block) => this.#block(block))}
          ${repeat(this.outgoing, ({ id }) => id, (item) => outgoing(item, say, (type, id) => this.#fire(type, id)))}
          ${this.isTyping ? this.#dots() : nothing}
        </div>
      </scroll-log>
      ${!this.isLoaded || this.isLoadingOlder ? html`<p class="loading" role="status">${say('loading')}</p>` : nothing}
    `;
  }

  #block(block) {
    const { say, teams, entries, target, deliveries } = this;
    const ways = block.entries.map(({ n }) => Object.values(deliveries.get(n) ?? {}).join()).join('|');
    const pressed = block.entries.map(({ n }) => this.#choices.get(n) ?? '').join();
    const corrected = block.entries.map(({ n }) => this.#corrections.get(n) ?? '').join('|');
    const scene = { say, teams, entries, choices: this.#choices, corrections: this.#corrections, deliveries, target, load: (file) => this.#loader(file) };
    return guard([block, say.language, teams, pressed, corrected, ways, block.entries.some(({ n }) => n === target)], () => lines(block, scene));
  }

  #dots() {
    return html`<div class="group customer" data-typing>
      <div class="line">
        <div class="bubble dots" role="img" aria-label=${this.say('typing.customer')}><span></span><span></span><span></span></div>
      </div>
    </div>`;
  }

  #loader(file) {
    return (size) => this.api.fileUrl(this.thread, file.id, size);
  }

  #wantOlder() {
    if (this.drawn < this.entries.length) {
      this.drawn += DRAWN;
    } else if (hasOlder(this.entries) && !this.isLoadingOlder && this.isLoaded) {
      this.drawn += DRAWN;
      this.dispatchEvent(new Event('older'));
    }
  }

  /** The line that a search found comes into sight once; older parts are fetched till it is there. */
  #showTarget() {
    const { target, entries } = this;
    if (target === undefined || this.#shownTarget === target || !this.isLoaded) {
      return;
    }
    const line = this.renderRoot.querySelector(`[data-entry="${target}"]`);
    if (line) {
      this.#shownTarget = target;
      requestAnimationFrame(() => line.scrollIntoView({ block: 'center' }));
    } else if (entries[0]?.n > target && !this.isLoadingOlder) {
      this.dispatchEvent(new Event('older'));
    }
  }

  /** @returns {import('../shared/scroll-log.js').ScrollLog | null} */
  get #log() {
    return this.renderRoot.querySelector('scroll-log');
  }

  #fire(type, id) {
    this.dispatchEvent(new CustomEvent(type, { detail: id, bubbles: true, composed: true }));
  }

  static styles = [controls, logStyles];
}

customElements.define('thread-log', ThreadLog);
