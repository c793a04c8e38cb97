import { unreadAfter } from './reading.js';
import { newest } from './timeline.js';

/** How far the visitor has read, over all tabs. */
export class ReadingMark {
  #memory;
  #isKept;
  /** @type {import('./timeline.js').Place | null} */
  #last;

  /**
   * @param {import('./memory.js').Memory} memory
   * @param {() => boolean} isKept whether the browser may remember
   */
  constructor(memory, isKept) {
    this.#memory = memory;
    this.#isKept = isKept;
    this.#last = isKept() ? memory.lastRead() : null;
  }

  /** @param {import('./timeline.js').Timeline} timeline */
  unread(timeline) {
    return unreadAfter(timeline, this.#last);
  }

  /** All that is there has been read. True if that is news. @param {import('./timeline.js').Timeline} timeline */
  toEnd(timeline) {
    const end = newest(timeline);
    const isNews = end !== undefined && (end.conversation !== this.#last?.conversation || end.n !== this.#last.n);
    if (isNews) {
      this.#last = { conversation: end.conversation, n: end.n };
      if (this.#isKept()) {
        this.#memory.keepLastRead(this.#last);
      }
    }
    return isNews;
  }

  /** A page that remembers nothing takes what it finds as read. @param {import('./timeline.js').Timeline} timeline */
  begin(timeline) {
    if (this.#last === null) {
      this.toEnd(timeline);
    }
  }

  /** Another tab has read further. */
  adopt() {
    this.#last = this.#memory.lastRead() ?? this.#last;
  }

  forget() {
    this.#last = null;
  }
}
