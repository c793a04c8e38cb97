import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { icon } from '../shared/icons.js';
import { closed, mine, others, toApprove, waiting, withBot, withComplaints } from './desk.js';
import { ariaKey } from './keys.js';
import './queue-list.js';
import { Search } from './search.js';
import './search-results.js';

/**
 * The desk's first pane: a search over everything, and below it the lists, or what was found. Fires `leave` when the agent gives up
 * searching, `searching` with whether the search is in use.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: any, me: any, view: any, lists: import('./paged-lists.js').PagedLists,
 *   selected: string | undefined, drafts: Set<string>, tab: string, found: any}>}
 */
export class ListPane extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    me: { attribute: false },
    view: { attribute: false },
    lists: { attribute: false },
    selected: { attribute: false },
    drafts: { attribute: false },
    tab: { state: true },
    found: { state: true },
  };

  /** @type {Search | undefined} */
  #search;
  #desk;
  #lists;
  #typing = new Set();

  constructor() {
    super();
    this.tab = 'now';
    this.found = null;
  }

  /** The conversations as they are shown now, in their order. */
  get order() {
    return this.#shown?.order ?? [];
  }

  get isSearching() {
    return this.found !== null && this.found.query.trim() !== '';
  }

  focusSearch() {
    const field = this.#field;
    field?.focus();
    field?.select();
  }

  focusList(conversation = this.selected) {
    /** @type {import('./queue-list.js').QueueList | null} */ (this.renderRoot.querySelector('queue-list'))?.focusRow(conversation);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#search = new Search({ api: this.api });
    this.#search.addEventListener('change', () => (this.found = this.#search?.state ?? null));
  }

  willUpdate() {
    const { desk, presence } = this.view;
    if (desk !== this.#desk) {
      this.#desk = desk;
      this.#lists = {
        approvals: toApprove(desk, this.me),
        waiting: waiting(desk),
        mine: mine(desk, this.me),
        others: others(desk, this.me),
        bot: withBot(desk),
        closed: closed(desk),
        complaints: withComplaints(desk),
      };
    }
    this.#typing = new Set([...presence.typing].filter(([, { from }]) => from === 'customer').map(([conversation]) => conversation));
  }

  updated() {
    const name = { others: 'open', bot: 'bot', closed: 'closed' }[this.tab];
    if (this.view.isLoaded) {
      this.lists.need('complaints'); // their deadlines matter whatever is in front
      if (name) {
        this.lists.need(name);
      }
    }
  }

  render() {
    const { say } = this;
    return html`
      <div class="find" role="search">
        ${icon('search', 18)}
        <input
          type="search"
          aria-label=${say('search')}
          placeholder=${say('search')}
          aria-keyshortcuts=${ariaKey('S')}
          autocomplete="off"
          spellcheck="false"
          data-search
          @input=${({ target }) => this.#search?.look(target.value)}
          @keydown=${this.#pressed}
        />
        ${this.isSearching
          ? html`<button class="icon" type="button" data-search-end aria-label=${say('search.end')} title=${say('search.end')} @click=${() => this.#leave()}>
              ${icon('close', 16)}
            </button>`
          : nothing}
      </div>
      ${this.isSearching ? this.#results() : this.#queues()}
    `;
  }

  #results() {
    return html`<search-results .say=${this.say} .found=${this.found} .selected=${this.selected} @further=${() => this.#search?.further()}
      @leave=${() => this.#field?.focus()} @keydown=${this.#escaped}
    ></search-results>`;
  }

  #queues() {
    const { view } = this;
    return html`<queue-list .say=${this.say} .me=${this.me} .api=${this.api} .teams=${view.facts.teams} .isLoaded=${view.isLoaded} .selected=${this.selected}
      .tab=${this.tab} .lists=${this.#lists} .progress=${view.lists} .counts=${view.counts} .typing=${this.#typing} .drafts=${this.drafts}
      @tab=${({ detail }) => (this.tab = detail)} @more=${({ detail }) => this.#more(detail)}
    ></queue-list>`;
  }

  #more(name) {
    const { problem, isLoaded } = this.view.lists[name];
    if (problem && !isLoaded) {
      this.lists.need(name);
    } else {
      this.lists.more(name);
    }
  }

  #pressed(event) {
    if (event.key === 'ArrowDown' && !event.altKey) {
      event.preventDefault();
      /** @type {any} */ (this.renderRoot.querySelector('search-results'))?.focusFirst();
      if (!this.isSearching) {
        this.focusList();
      }
    } else {
      this.#escaped(event);
    }
  }

  #escaped(event) {
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault();
      this.#leave();
    }
  }

  #leave() {
    const field = this.#field;
    if (field) {
      field.value = '';
    }
    this.#search?.look('');
    this.dispatchEvent(new Event('leave'));
  }

  /** @returns {any} */
  get #shown() {
    return this.renderRoot.querySelector(this.isSearching ? 'search-results' : 'queue-list');
  }

  /** @returns {HTMLInputElement | null} */
  get #field() {
    return this.renderRoot.querySelector('[data-search]');
  }

  static styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        background: var(--surface);
      }

      .find {
        position: relative;
        flex: none;
        padding: var(--space-2) var(--space-3);
      }

      .find > svg {
        position: absolute;
        inset-block: 0;
        inset-inline-start: calc(var(--space-3) + var(--space-2));
        margin-block: auto;
        color: var(--ink-soft);
        pointer-events: none;
      }

      input {
        inline-size: 100%;
        padding-inline: 2.25rem;
        font-size: max(1rem, var(--text));
        text-overflow: ellipsis;
      }

      input::-webkit-search-cancel-button {
        display: none;
      }

      .find button {
        position: absolute;
        inset-block: 0;
        inset-inline-end: var(--space-3);
        margin-block: auto;
      }

      queue-list,
      search-results {
        flex: 1;
        min-block-size: 0;
      }
    `,
  ];
}

customElements.define('list-pane', ListPane);
