import { LitElement, css, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../shared/controls.js';
import { dueOf, mostUrgent } from './complaints.js';
import { everySecond, showSince } from './every-second.js';
import { neighbour } from './desk.js';
import { row, rowStyles } from './queue-row.js';
import { problemText } from './wording.js';

/** What is left of a deadline is told anew after this time (milliseconds). */
const A_WHILE = 30_000;
/** The tabs and what stands in each: two short lists to work on, or one long list to look at. */
const TABS = {
  now: ['approvals', 'waiting', 'mine'],
  others: ['others'],
  bot: ['bot'],
  closed: ['closed'],
  complaints: ['complaints'],
};
/** The long lists by their names at the server. */
const PAGED = { others: 'open', bot: 'bot', closed: 'closed', complaints: 'complaints' };

/**
 * The lists of the desk, one tab stop each: who waits and my conversations; what colleagues and the bot do; what has ended. Fires
 * `tab` with its name and `more` with the long list whose end is in sight.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, me: any, api: any, teams: any[], isLoaded: boolean, selected: string | undefined,
 *   tab: string, lists: Record<string, import('./desk.js').Summary[]>, progress: Record<string, any>, counts: any,
 *   typing: Set<string>, drafts: Set<string>, stop: string | undefined}>}
 */
export class QueueList extends LitElement {
  static properties = {
    say: { attribute: false },
    me: { attribute: false },
    api: { attribute: false },
    teams: { attribute: false },
    isLoaded: { attribute: false },
    selected: { attribute: false },
    tab: { attribute: false },
    lists: { attribute: false },
    progress: { attribute: false },
    counts: { attribute: false },
    typing: { attribute: false },
    drafts: { attribute: false },
    stop: { state: true },
  };

  /** @type {(() => void) | undefined} */
  #stopClock;
  /** @type {number | undefined} */
  #frame;
  #ends = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#wantMore());
  /** @type {{order: string[], conversation: string} | null} what had the keyboard before the list was drawn again */
  #held = null;
  #drawn = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#stopClock = everySecond(() => this.#tick());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stopClock?.();
    this.#ends.disconnect();
  }

  /** The conversations of the tab in front, as they are shown. */
  get order() {
    return [...new Set(TABS[this.tab].flatMap((name) => this.lists[name].map(({ conversation }) => conversation)))];
  }

  /** Puts the keyboard on a row: that one, else the first. */
  focusRow(conversation = this.order[0]) {
    /** @type {HTMLElement | null} */
    const link = this.renderRoot.querySelector(`a[data-conversation="${CSS.escape(conversation ?? '')}"]`);
    (link ?? this.#first())?.focus();
  }

  /** @returns {HTMLElement | null} */
  #first() {
    return this.renderRoot.querySelector('a[data-conversation], [role=tab][aria-selected=true]');
  }

  willUpdate() {
    const link = /** @type {any} */ (this.renderRoot)?.activeElement?.closest('a[data-conversation]');
    this.#held = link ? { order: this.#shown(), conversation: link.dataset.conversation } : null;
  }

  updated() {
    this.#tick();
    this.#ends.disconnect();
    const end = this.renderRoot.querySelector('.end');
    if (end) {
      this.#ends.observe(end);
    }
    if (this.#held && !(/** @type {any} */ (this.renderRoot).activeElement)) {
      this.#holdFocus(this.#held);
    }
  }

  render() {
    const { say } = this;
    if (!this.isLoaded) {
      return html`<p class="none" role="status">${say('loading')}</p>`;
    }
    return html`
      <div class="tabs" role="tablist" aria-label=${say('list.tabs')} @keydown=${this.#movedTab}>
        ${Object.keys(TABS).map((name) => this.#tabButton(name))}
      </div>
      <div id="panel" class="panel" role="tabpanel" aria-labelledby="tab-${this.tab}" @keydown=${this.#moved} @focusin=${this.#entered}
        @scroll=${this.#scrolled}>
        ${TABS[this.tab].filter((name) => name !== 'approvals' || this.lists.approvals.length > 0).map((name) => this.#list(name))}
      </div>
    `;
  }

  #tabButton(name) {
    const isSelected = name === this.tab;
    const count = { others: this.counts.open, bot: this.counts.bot, complaints: this.lists.complaints.length }[name];
    return html`<button
      id="tab-${name}"
      class="quiet ${name === 'complaints' && this.#isLate() ? 'late' : ''}"
      type="button"
      role="tab"
      data-tab=${name}
      aria-selected=${String(isSelected)}
      aria-controls="panel"
      tabindex=${isSelected ? 0 : -1}
      @click=${() => this.#fire('tab', name)}
    >
      ${this.say(`tab.${name}`)}${count ? html` <span class="count">${count}</span>` : nothing}
    </button>`;
  }

  #isLate() {
    return this.lists.complaints.some((summary) => dueOf(/** @type {any} */ (mostUrgent(summary)), this.api.now()) === 'late');
  }

  #list(name) {
    const summaries = this.lists[name];
    const progress = this.progress[PAGED[name]];
    const isEmpty = summaries.length === 0 && !progress?.isLoading;
    return html`
      <section data-list=${name} aria-labelledby="list-${name}">
        <h2 id="list-${name}">${this.say(`list.${name}`)} ${progress ? nothing : html`<span class="count">${summaries.length}</span>`}</h2>
        ${isEmpty ? html`<p class="none">${this.say(`list.${name}.none`)}</p>` : this.#rows(summaries)}
        ${progress ? this.#end(progress) : nothing}
      </section>
    `;
  }

  #rows(summaries) {
    const stop = this.#tabStop();
    return html`<ul>
      ${repeat(
        summaries,
        ({ conversation }) => conversation,
        (summary) => html`<li>${this.#row(summary, stop)}</li>`,
      )}
    </ul>`;
  }

  #row(summary, stop) {
    const { say, teams } = this;
    const { conversation } = summary;
    const isCurrent = conversation === this.selected;
    const isStop = conversation === stop;
    const isTyping = this.typing.has(conversation);
    const hasDraft = this.drafts.has(conversation);
    const now = Math.floor(this.api.now() / A_WHILE) * A_WHILE;
    return guard([summary, say.language, teams, isCurrent, isStop, isTyping, hasDraft, mostUrgent(summary) ? now : 0], () =>
      row(summary, { say, me: this.me, teams, isCurrent, isStop, isTyping, hasDraft, now: this.api.now() }),
    );
  }

  #end({ isLoading, next, problem }) {
    const { say } = this;
    if (problem) {
      return html`<p class="none" role="alert">
        <span class="error">${problemText(say, problem)}</span>
        <button type="button" @click=${() => this.#wantMore()}>${say('again')}</button>
      </p>`;
    }
    return isLoading
      ? html`<p class="none" role="status">${say('loading')}</p>`
      : next === undefined
        ? nothing
        : html`<p class="end none">${say('list.more')}</p>`;
  }

  #tabStop() {
    const order = this.order;
    return [this.stop, this.selected].find((id) => id !== undefined && order.includes(id)) ?? order[0];
  }

  /** Without drawing anything again. */
  #tick() {
    if (this.tab === 'complaints' && this.api.now() - this.#drawn > A_WHILE) {
      this.#drawn = this.api.now();
      this.requestUpdate();
    }
    showSince(this.renderRoot, this.api.now());
  }

  /** Times that come into sight are right at once, not a second later. */
  #scrolled() {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#tick();
    });
  }

  #entered(event) {
    this.stop = event.target.closest('a[data-conversation]')?.dataset.conversation ?? this.stop;
  }

  #moved(event) {
    const current = event.target.closest('a[data-conversation]')?.dataset.conversation;
    const order = this.order;
    const to = {
      ArrowDown: () => neighbour(order, current, 1),
      ArrowUp: () => neighbour(order, current, -1),
      Home: () => order[0],
      End: () => order.at(-1),
    }[event.key]?.();
    if (current && to && !event.altKey) {
      event.preventDefault();
      this.focusRow(to);
    }
  }

  async #movedTab(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const names = Object.keys(TABS);
    if (step && !event.altKey) {
      this.#fire('tab', names.at((names.indexOf(this.tab) + step) % names.length));
      await new Promise((resolve) => setTimeout(resolve));
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('[role=tab][aria-selected=true]'))?.focus();
    }
  }

  /** The row went to another list, or away: the keyboard goes with it, or to what stands there now. */
  #holdFocus({ order, conversation }) {
    const now = this.order;
    const place = order.indexOf(conversation);
    this.focusRow(now.includes(conversation) ? conversation : (now[place] ?? now.at(-1)));
  }

  #shown() {
    return [...this.renderRoot.querySelectorAll('a[data-conversation]')].map((link) => link.getAttribute('data-conversation') ?? '');
  }

  #wantMore() {
    const name = PAGED[this.tab];
    if (name) {
      this.#fire('more', name);
    }
  }

  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  static styles = [
    controls,
    rowStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
      }

      .tabs {
        display: flex;
        flex: none;
        padding-inline: var(--space-2);
        border-block-end: 1px solid var(--line);
      }

      .tabs button {
        flex: 1 1 auto;
        gap: var(--space-1);
        min-inline-size: 0;
        padding-inline: var(--space-1);
        border: 0;
        border-block-end: 2px solid transparent;
        border-radius: 0;
        font-size: var(--text-small);
        color: var(--ink-soft);
        white-space: nowrap;
      }

      .tabs [aria-selected='true'] {
        border-block-end-color: var(--accent);
        color: var(--ink);
        font-weight: var(--strong);
      }

      .tabs .late {
        color: var(--alert);
      }

      .panel {
        flex: 1;
        min-block-size: 0;
        overflow-y: auto;
        overscroll-behavior: contain;
      }

      h2 {
        position: sticky;
        inset-block-start: 0;
        z-index: 1;
        display: flex;
        justify-content: space-between;
        margin: 0;
        padding: var(--space-2) var(--space-4);
        background: var(--surface);
        font-size: var(--text-small);
        font-weight: var(--strong);
        color: var(--ink-soft);
      }

      .count {
        font-weight: 400;
        font-size: var(--text-tiny);
        font-variant-numeric: tabular-nums;
      }

      .none {
        margin: 0;
        padding: var(--space-1) var(--space-4) var(--space-4);
        color: var(--ink-soft);
      }

      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li + li {
        border-block-start: 1px solid var(--line);
      }
    `,
  ];
}

customElements.define('queue-list', QueueList);
