/**
 * Who this browser is to the server: the session's token, and whether the visitor has sent anything yet. Before that nothing is
 * stored; afterwards all tabs share one token.
 */
export class Identity {
  #memory;
  /** @type {string | null} */
  #token;
  #isEngaged;

  /** @param {import('./memory.js').Memory} memory */
  constructor(memory) {
    this.#memory = memory;
    this.#token = memory.token();
    this.#isEngaged = this.#token !== null;
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
    if (this.#token !== null) {
      this.#memory.keepToken(this.#token);
    }
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

  /** The server's word on who we are. @param {string | undefined} token */
  welcomed(token) {
    this.#token = token ?? this.#token;
    if (this.#isEngaged && this.#token !== null) {
      this.#memory.keepToken(this.#token);
    }
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
