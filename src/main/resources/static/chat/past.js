import { HttpRefused } from './http-api.js';
import { oldest } from './timeline.js';

/** After a try that the server did not answer, the next one waits this long, in milliseconds. */
const PAUSE = 5_000;

/** Gets the lines before those that the page began with. */
export class Past {
  #api;
  #came;
  #changed;
  /** Whether there may be more. @type {'perhaps'|'loading'|'none'} */
  #state;
  #round = 0;
  #notBefore = 0;
  #now;

  /**
   * @param {object} parts
   * @param {import('./http-api.js').HttpApi} parts.api
   * @param {boolean} parts.mayExist false for a visitor who comes for the first time
   * @param {(entries: import('./timeline.js').Entry[]) => void} parts.came
   * @param {() => void} parts.changed
   * @param {() => number} parts.now
   */
  constructor({ api, mayExist, came, changed, now }) {
    this.#api = api;
    this.#came = came;
    this.#changed = changed;
    this.#now = now;
    this.#state = mayExist ? 'perhaps' : 'none';
  }

  get state() {
    return this.#state;
  }

  /** Another thread, or none. @param {boolean} mayExist */
  reset(mayExist) {
    this.#round++;
    this.#state = mayExist ? 'perhaps' : 'none';
  }

  /** @param {import('./timeline.js').Timeline} timeline */
  async load(timeline) {
    const before = oldest(timeline);
    if (this.#state !== 'perhaps' || !before || this.#now() < this.#notBefore) {
      return;
    }
    const round = this.#round;
    this.#state = 'loading';
    this.#changed();
    const { entries, next } = await this.#ask(before);
    if (round === this.#round) {
      this.#state = next;
      this.#came(entries);
      this.#changed();
    }
  }

  /**
   * What the server does not have it will not have later either; where it did not answer, the reader's next look asks again.
   *
   * @param {import('./timeline.js').Place} before
   * @returns {Promise<{entries: import('./timeline.js').Entry[], next: 'perhaps'|'none'}>}
   */
  async #ask(before) {
    try {
      const { entries, more } = await this.#api.history(before);
      return { entries, next: more && entries.length > 0 ? 'perhaps' : 'none' };
    } catch (failure) {
      this.#notBefore = this.#now() + PAUSE;
      const isRefused = failure instanceof HttpRefused && failure.status < 500 && failure.status !== 429;
      return { entries: [], next: isRefused ? 'none' : 'perhaps' };
    }
  }
}
