const PREFIX = 'sayonce.console.draft';

/** What an agent began to write, per conversation and kind, till the tab is closed. */
export class Drafts {
  #store;
  #agent;

  constructor(store, agent) {
    this.#store = store;
    this.#agent = agent;
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
  }

  #key(conversation, kind) {
    return `${PREFIX}.${this.#agent}.${conversation}.${kind}`;
  }
}

/** Signing out leaves no customer's words behind. */
export function forgetDesk(store) {
  store.keys().filter((key) => key.startsWith('sayonce.console.')).forEach((key) => store.remove(key));
}
