import { BELIEVED_FOR, TELL_EVERY, nextChange, typist } from './typing.js';

/** Watches who is writing: the assistant and agents to the customer, the customer to them. */
export class TypingWatch {
  #changed;
  #now;
  /** @type {number | null} */
  #askedAt = null;
  /** @type {{name: string, until: number} | null} */
  #agent = null;
  #toldAt = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {{changed: () => void, now: () => number}} parts */
  constructor({ changed, now }) {
    this.#changed = changed;
    this.#now = now;
  }

  /** @param {string} status of the talk */
  typist(status) {
    return typist({ status, askedAt: this.#askedAt, agent: this.#agent, at: this.#now() });
  }

  /** A message of the customer went out. */
  asked() {
    this.#askedAt = this.#now();
    this.#watch();
  }

  /** An answer came, or none can come any more. */
  answered() {
    this.#askedAt = null;
    this.#agent = null;
    this.#watch();
  }

  /** @param {string} name */
  agentTypes(name) {
    this.#agent = { name, until: this.#now() + BELIEVED_FOR };
    this.#watch();
    this.#changed();
  }

  /** The customer types. @param {() => boolean} say tells the server, if the time has come */
  tell(say) {
    if (this.#now() - this.#toldAt >= TELL_EVERY && say()) {
      this.#toldAt = this.#now();
    }
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #watch() {
    clearTimeout(this.#timer);
    const at = this.#now();
    const next = nextChange({ askedAt: this.#askedAt, agent: this.#agent, at });
    if (next !== undefined) {
      this.#timer = setTimeout(() => {
        this.#changed();
        this.#watch();
      }, next - at);
    }
  }
}
