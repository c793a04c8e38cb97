/** Typing pauses this long (milliseconds) before a search goes out. */
const PAUSE = 250;
/** Shorter words find everything. */
const SHORTEST = 2;

/**
 * A search through all conversations that the agent may see: newest first, further back on demand. Tells of changes by the event `change`.
 *
 * @typedef {{summary: import('./desk.js').Summary, where: 'name' | 'number' | 'text', n?: number, snippet?: string,
 *   mark?: {from: number, to: number}, at?: string}} Hit
 */
export class Search extends EventTarget {
  #api;
  #waiting;
  #round = 0;
  /** @type {any} */
  #timer;
  #state = NOTHING;

  /** @param {{api: any, waiting?: number}} parts */
  constructor({ api, waiting = PAUSE }) {
    super();
    this.#api = api;
    this.#waiting = waiting;
  }

  /** @returns {{query: string, hits: Hit[], isSearching: boolean, isDone: boolean, next?: string, backTo?: string, problem: any}} */
  get state() {
    return this.#state;
  }

  /** Looks for other words; blank ones end the search. */
  look(query) {
    clearTimeout(this.#timer);
    const round = ++this.#round;
    const isLongEnough = query.trim().length >= SHORTEST;
    this.#become({ ...NOTHING, query, isSearching: isLongEnough });
    if (isLongEnough) {
      this.#timer = setTimeout(() => this.#ask(round), this.#waiting);
    }
  }

  /** Goes on where the last answer stopped, or tries again what failed. */
  further() {
    if (!this.#state.isSearching) {
      this.#become({ ...this.#state, isSearching: true, problem: null });
      this.#ask(this.#round);
    }
  }

  async #ask(round) {
    const { query, next, hits } = this.#state;
    const cursor = next === undefined ? '' : `&before=${encodeURIComponent(next)}`;
    try {
      const answer = await this.#api.get(`/search?q=${encodeURIComponent(query.trim())}${cursor}`);
      this.#settle(round, { hits: [...hits, ...answer.hits], next: answer.next, backTo: answer.searchedBackTo, isDone: true });
    } catch (problem) {
      this.#settle(round, { problem });
    }
  }

  #settle(round, change) {
    if (round === this.#round) {
      this.#become({ ...this.#state, ...change, isSearching: false });
    }
  }

  #become(state) {
    this.#state = state;
    this.dispatchEvent(new Event('change'));
  }
}

/** @type {Search['state']} */
const NOTHING = { query: '', hits: [], isSearching: false, isDone: false, next: undefined, backTo: undefined, problem: null };
