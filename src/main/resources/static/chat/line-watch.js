import { AWAY_AFTER } from './wording.js';

/** A line that is back within this time (milliseconds) was never worth a word. */
const PATIENCE = 1_000;

/** How long there has been no line, and whether there ever was one. */
export class LineWatch {
  #changed;
  #lostAt = Date.now();
  #hasBeenReady = false;
  #isReady = false;
  /** @type {ReturnType<typeof setTimeout>[]} */
  #timers = [];

  /** @param {() => void} changed the words for it may be other ones now */
  constructor(changed) {
    this.#changed = changed;
    this.#watch();
    globalThis.addEventListener('online', changed);
    globalThis.addEventListener('offline', changed);
  }

  /** @param {string} line */
  is(line) {
    const isReady = line === 'ready';
    if (isReady === this.#isReady) {
      return;
    }
    this.#isReady = isReady;
    this.#hasBeenReady ||= isReady;
    this.#timers.forEach(clearTimeout);
    if (!isReady) {
      this.#lostAt = Date.now();
      this.#watch();
    }
  }

  get state() {
    const lost = Date.now() - this.#lostAt;
    return {
      lostFor: this.#isReady || lost < PATIENCE ? 0 : lost,
      hasBeenReady: this.#hasBeenReady,
      isOffline: navigator.onLine === false,
    };
  }

  #watch() {
    this.#timers = [PATIENCE, AWAY_AFTER].map((time) => setTimeout(this.#changed, time + 1));
  }
}
