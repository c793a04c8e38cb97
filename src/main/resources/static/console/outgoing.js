import { newId } from '../shared/ids.js';
import { pause, pauseAfter } from './persistence.js';

/**
 * Replies and notes on their way: in order within a conversation, under the same id till the server has answered, kept over a
 * reload. Tells of changes by the event `change`.
 *
 * An item is `pending`, then `sent` with the number of its entry, or `failed` with the server's code.
 */
export class Outgoing extends EventTarget {
  #api;
  #store;
  #key;
  #waiting;
  #items;
  #running = new Set();
  #isStopped = false;

  constructor({ api, store, agent, waiting = pause }) {
    super();
    this.#api = api;
    this.#store = store;
    this.#key = `sayonce.console.outgoing.${agent}`;
    this.#waiting = waiting;
    this.#items = (store.get(this.#key) ?? []).filter((item) => item.state !== 'sent');
  }

  start() {
    this.#items.forEach((item) => this.#run(item.conversation));
  }

  stop() {
    this.#isStopped = true;
  }

  of(conversation) {
    return this.#items.filter((item) => item.conversation === conversation);
  }

  /** @param {'reply'|'note'} kind */
  add(conversation, kind, text) {
    const item = { id: newId(), conversation, kind, text, at: new Date().toISOString(), state: 'pending' };
    this.#keep([...this.#items, item]);
    this.#run(conversation);
  }

  tryAgain(id) {
    const item = this.#items.find((candidate) => candidate.id === id);
    this.#change(id, { state: 'pending', code: undefined });
    this.#run(item.conversation);
  }

  discard(id) {
    this.#keep(this.#items.filter((item) => item.id !== id));
  }

  find(id) {
    return this.#items.find((item) => item.id === id);
  }

  /** The transcript has every entry up to that number: what became one of them leaves. */
  shownUpTo(conversation, n) {
    const left = this.#items.filter((item) => item.conversation !== conversation || item.state !== 'sent' || item.n > n);
    if (left.length < this.#items.length) {
      this.#keep(left);
    }
  }

  async #run(conversation) {
    if (this.#running.has(conversation)) {
      return;
    }
    this.#running.add(conversation);
    let failures = 0;
    for (let item = this.#next(conversation); item; item = this.#next(conversation)) {
      const problem = await this.#send(item);
      failures = problem ? failures + 1 : 0;
      if (problem) {
        this.#change(item.id, { code: codeOf(problem) });
        await this.#waiting(pauseAfter(problem, failures));
      }
    }
    this.#running.delete(conversation);
  }

  #next(conversation) {
    return this.#isStopped ? undefined : this.of(conversation).find((item) => item.state === 'pending');
  }

  /** Answers a passing problem, or nothing when the item is settled. */
  async #send({ id, conversation, kind, text }) {
    try {
      const { n } = await this.#api.post(`/conversations/${encodeURIComponent(conversation)}/${kind}`, { id, text });
      this.#change(id, { state: 'sent', code: undefined, n });
      return null;
    } catch (problem) {
      if (problem.isPassing || problem.status === 401) {
        return problem;
      }
      this.#change(id, { state: 'failed', code: codeOf(problem), agent: problem.agent });
      return null;
    }
  }

  #change(id, change) {
    this.#keep(this.#items.map((item) => (item.id === id ? { ...item, ...change } : item)));
  }

  #keep(items) {
    this.#items = items;
    if (items.length > 0) {
      this.#store.set(this.#key, items);
    } else {
      this.#store.remove(this.#key);
    }
    this.dispatchEvent(new Event('change'));
  }
}

function codeOf(problem) {
  return problem.code ?? (problem.isPassing ? 'unavailable' : 'unexpected');
}
