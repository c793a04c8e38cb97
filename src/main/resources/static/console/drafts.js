const PREFIX = 'sayonce.console.draft';

/**
 * What an agent began to write, per conversation and kind, till the tab is closed: over reloads, other conversations and the end of
 * a session. Tells of the first and the last letter by the event `change`.
 */
export class Drafts extends EventTarget {
  #store;
  #agent;
  /** Conversations that have one. @type {Set<string>} */
  #marked;

  constructor(store, agent) {
    super();
    this.#store = store;
    this.#agent = agent;
    const mine = `${PREFIX}.${agent}.`;
    this.#marked = new Set(
      store
        .keys()
        .filter((key) => key.startsWith(mine))
        .map((key) => key.slice(mine.length, key.lastIndexOf('.'))),
    );
  }

  get(conversation, kind) {
    return this.#store.get(this.#key(conversation, kind)) ?? '';
  }

  set(conversation, kind, text) {
    if (text === '') {
      this.#store.remove(this.#key(conversation, kind));
    } else {
      this.#store.set(this.#key(conversation, kind), text);
    }
    this.#mark(conversation);
  }

  /** The conversations that have one. */
  get conversations() {
    return this.#marked;
  }

  #mark(conversation) {
    const has = ['reply', 'note'].some((kind) => this.get(conversation, kind) !== '');
    if (has !== this.#marked.has(conversation)) {
      this.#marked = new Set(this.#marked);
      this.#marked[has ? 'add' : 'delete'](conversation);
      this.dispatchEvent(new Event('change'));
    }
  }

  #key(conversation, kind) {
    return `${PREFIX}.${this.#agent}.${conversation}.${kind}`;
  }
}

/** How many things would be lost by signing out: half-written texts and what is not sent yet. */
export function unsentIn(store, agent) {
  const drafts = store.keys().filter((key) => key.startsWith(`${PREFIX}.${agent}.`)).length;
  return drafts + (store.get(`sayonce.console.outgoing.${agent}`) ?? []).filter((item) => item.state !== 'sent').length;
}

/** Signing out leaves no customer's words behind. */
export function forgetDesk(store) {
  store.keys().filter((key) => key.startsWith('sayonce.console.')).forEach((key) => store.remove(key));
}
