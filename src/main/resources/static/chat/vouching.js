/** So long the page around us may take to say who is signed in, in milliseconds. */
const PATIENCE = 5_000;

/**
 * Who is signed in on the page around us, by its word: a token that the server checks. Each time the line is lost it is asked for a
 * fresh one, for tokens are short-lived.
 */
export class Vouching {
  /** @type {string | null | undefined} null: nobody is signed in; undefined: the page has not said */
  #token;
  #isExpected;
  #ask;
  #changed;
  #patience;
  /** @type {() => void} */
  #settle = () => {};

  /**
   * @param {object} parts
   * @param {boolean} parts.isExpected the page has a word to say
   * @param {() => void} parts.ask asks the page for it
   * @param {(isSignedIn: boolean) => void} parts.changed somebody signed in or out after we began
   * @param {number} [parts.patience]
   */
  constructor({ isExpected, ask, changed, patience = PATIENCE }) {
    this.#isExpected = isExpected;
    this.#ask = ask;
    this.#changed = changed;
    this.#patience = patience;
  }

  /** What `hello` carries. */
  get token() {
    return this.#token ?? undefined;
  }

  /** Goes on at the page's first word, or without it when it takes too long. @param {() => void} goOn */
  first(goOn) {
    if (!this.#isExpected || this.#token !== undefined) {
      goOn();
      return;
    }
    const timer = setTimeout(() => this.#settle(), this.#patience);
    this.#settle = () => {
      clearTimeout(timer);
      this.#settle = () => {};
      goOn();
    };
    this.#ask();
  }

  /** The line was lost: the next greeting may need a fresh token. */
  refresh() {
    if (this.#token) {
      this.#ask();
    }
  }

  /** @param {string | null | undefined} token undefined: the page could not tell @param {boolean} isAnswer the page was asked */
  told(token, isAnswer) {
    const isNews = token !== this.#token;
    this.#token = token;
    if (token === null || (isNews && !isAnswer)) {
      this.#changed(typeof token === 'string');
    }
    this.#settle();
  }
}
