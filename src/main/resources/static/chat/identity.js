/**
 * Who this browser is to the server: the session's token, and whether the visitor has sent anything yet. Before that nothing is
 * stored; afterwards all tabs share one token.
 */
export class Identity {
  #memory;
  /** @type {string | null} */
  #token;
  #isEngaged;
  #isCustomers;

  /** @param {import('./memory.js').Memory} memory */
  constructor(memory) {
    this.#memory = memory;
    this.#token = memory.token();
    this.#isEngaged = this.#token !== null;
    this.#isCustomers = memory.isCustomers();
  }

  get token() {
    return this.#token;
  }

  /** True from the first message on. */
  get isEngaged() {
    return this.#isEngaged;
  }

  /** The first message goes out: from here on the browser remembers. True if another tab was first, whose session is ours now. */
  engage() {
    if (this.#isEngaged) {
      return false;
    }
    this.#isEngaged = true;
    if (this.adopt()) {
      return true;
    }
    this.#keep();
    return false;
  }

  /** Takes over the token that another tab stored. True if it is another one than ours. */
  adopt() {
    const shared = this.#memory.token();
    if (shared === null || shared === this.#token) {
      return false;
    }
    this.#token = shared;
    this.#isEngaged = true;
    return true;
  }

  /** The server's word on who we are. @param {string | undefined} token @param {boolean} isCustomers of one who is signed in */
  welcomed(token, isCustomers) {
    this.#token = token ?? this.#token;
    this.#isCustomers = isCustomers;
    if (this.#isEngaged) {
      this.#keep();
    }
  }

  /** A customer's talk from another device: worth remembering here too. True if that is news. */
  remember() {
    const isNews = !this.#isEngaged;
    this.#isEngaged = true;
    this.#keep();
    return isNews;
  }

  #keep() {
    if (this.#token !== null) {
      this.#memory.keepToken(this.#token);
      if (this.#isCustomers) {
        this.#memory.keepCustomer();
      }
    }
  }

  /** True if the session is that of a customer who was signed in on the page around us. */
  get isCustomers() {
    return this.#isCustomers;
  }

  /** True if the server gave us another session than ours, for ours is another customer's. @param {string} token */
  isSomebodyElse(token) {
    return this.#token !== null && token !== this.#token;
  }

  /** The session is over; another tab may have a new one. @param {boolean} hasWords something waits to be sent */
  ended(hasWords) {
    if (this.#memory.token() === this.#token) {
      this.#memory.forgetToken();
    }
    this.#token = this.#memory.token();
    this.#isEngaged = this.#token !== null || hasWords;
  }
}
