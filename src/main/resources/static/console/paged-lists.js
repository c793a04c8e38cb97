import { mostUrgent } from './complaints.js';
import { isClosed } from './desk.js';

/**
 * The lists that are too long to be known as a whole, by their names at the server: which conversations each has.
 *
 * @type {Record<string, (summary: import('./desk.js').Summary) => boolean>}
 */
const HAS = {
  open: ({ status }) => status === 'open',
  bot: ({ status }) => status === 'bot',
  closed: isClosed,
  complaints: (summary) => mostUrgent(summary) !== undefined,
};

/**
 * How far each of the long lists is loaded.
 *
 * @typedef {{isLoaded: boolean, isLoading: boolean, isStale: boolean, next?: string, reached: number, problem: any}} Progress
 */
export class PagedLists {
  #api;
  #mark;
  #onPage;
  #onChange;
  /** @type {Record<string, Progress>} */
  #lists = Object.fromEntries(Object.keys(HAS).map((name) => [name, fresh()]));

  /**
   * @param {{api: any, mark: () => number, onPage: (summaries: any[], since: number, covers: (summary: any) => boolean) => void,
   *   onChange: () => void}} parts `mark` says when a question is asked; `onPage` is told what came, when it was asked for, and of which
   *   conversations that is everything
   */
  constructor({ api, mark, onPage, onChange }) {
    this.#api = api;
    this.#mark = mark;
    this.#onPage = onPage;
    this.#onChange = onChange;
  }

  get progress() {
    return this.#lists;
  }

  /** What was loaded may have changed unheard. */
  spoil() {
    Object.keys(HAS).forEach((name) => this.#change(name, { isStale: true }));
  }

  /** Sees to it that the beginning of a list is there. */
  need(name) {
    const { isLoaded, isStale, isLoading } = this.#lists[name];
    if (!isLoading && (!isLoaded || isStale)) {
      this.#load(name, undefined, Infinity);
    }
  }

  /** The next part of a list, if there is one. */
  more(name) {
    const { next, isLoading, reached } = this.#lists[name];
    if (next !== undefined && !isLoading) {
      this.#load(name, next, reached);
    }
  }

  async #load(name, before, from) {
    this.#change(name, { isLoading: true, problem: null });
    const since = this.#mark();
    try {
      const query = before === undefined ? '' : `?before=${encodeURIComponent(before)}`;
      const { summaries, next } = await this.#api.get(`/lists/${name}${query}`);
      const reached = next === undefined ? -Infinity : Math.min(from, ...summaries.map(activity));
      this.#onPage(summaries, since, (summary) => HAS[name](summary) && activity(summary) <= from && activity(summary) >= reached);
      this.#change(name, { isLoaded: true, isStale: false, next, reached });
    } catch (problem) {
      this.#change(name, { problem });
    } finally {
      this.#change(name, { isLoading: false });
    }
  }

  #change(name, change) {
    this.#lists = { ...this.#lists, [name]: { ...this.#lists[name], ...change } };
    this.#onChange();
  }
}

/** @returns {Progress} */
function fresh() {
  return { isLoaded: false, isLoading: false, isStale: false, next: undefined, reached: Infinity, problem: null };
}

function activity({ last, beganAt }) {
  return Date.parse(last?.at ?? beganAt ?? '') || 0;
}
