import * as timeline from './timeline.js';

/** Between two tries to close a gap, in milliseconds; doubled each time up to the longest. */
const PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** Keeps what this page has of the thread whole: notices what is missing and asks for it. */
export class Thread {
  #timeline = timeline.EMPTY;
  /** 'whole' while the last entries come, 'after' while those after a known one come, else null. @type {'whole'|'after'|null} */
  #replay = null;
  #resumes = 0;
  /** @type {ReturnType<typeof setTimeout> | null} */
  #timer = null;
  #ask;

  /** @param {() => void} ask greets the server again, with the place to go on from */
  constructor(ask) {
    this.#ask = ask;
  }

  get timeline() {
    return this.#timeline;
  }

  /** True while the server sends what it has. */
  get isReplaying() {
    return this.#replay !== null;
  }

  /** What `hello` names as its `after`. */
  greet() {
    const after = timeline.resumePoint(this.#timeline);
    this.#replay = after ? 'after' : 'whole';
    return after;
  }

  /** @param {timeline.Entry} entry @returns {{isNew: boolean, isOld: boolean}} old: it stood there before this page opened */
  add(entry) {
    const before = this.#timeline;
    const isOld = this.#replay === 'whole';
    this.#timeline = timeline.withEntry(before, entry, isOld);
    if (this.#replay === null && timeline.hasGap(this.#timeline)) {
      this.#resumeSoon();
    }
    return { isNew: this.#timeline !== before, isOld };
  }

  /** @param {timeline.Entry[]} entries oldest first, all before what we have */
  addOlder(entries) {
    this.#timeline = timeline.withOlder(this.#timeline, entries);
  }

  /** The server has sent what it had. */
  replayed() {
    this.#replay = null;
    if (timeline.hasGap(this.#timeline)) {
      this.#resumeSoon();
    } else {
      this.#resumes = 0;
    }
  }

  /** True if nothing is missing. @param {Partial<timeline.Place>} last the last public entry that the server has */
  isUpTo(last) {
    const isBehind = this.#replay === null && timeline.isBehind(this.#timeline, last);
    if (isBehind) {
      this.#resumeSoon();
    }
    return this.#replay === null && !isBehind;
  }

  lineLost() {
    this.#replay = null;
  }

  clear() {
    this.#timeline = timeline.EMPTY;
  }

  stop() {
    if (this.#timer !== null) {
      clearTimeout(this.#timer);
      this.#timer = null;
    }
  }

  /** Something is missing: ask at once, and with growing pauses should the answer not bring it. */
  #resumeSoon() {
    if (this.#timer !== null) {
      return;
    }
    const pause = this.#resumes === 0 ? 0 : Math.min(LONGEST_PAUSE, PAUSE * 2 ** (this.#resumes - 1));
    this.#resumes++;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#ask();
    }, pause);
  }
}
