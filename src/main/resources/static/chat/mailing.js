import * as outbox from './outbox.js';

/** A line that is busy is not asked more often than this, in milliseconds. */
const SHORTEST_LOOK = 50;

/** Sends what the customer wrote, one after another, till each is settled, and remembers it as long. */
export class Mailing {
  #memory;
  #send;
  #isKept;
  #changed;
  #now;
  /** @type {outbox.Outbox} */
  #items;
  #isReady = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {object} parts
   * @param {import('./memory.js').Memory} parts.memory
   * @param {(frame: any) => boolean} parts.send
   * @param {() => boolean} parts.isKept whether the browser may remember
   * @param {() => void} parts.changed
   * @param {() => number} parts.now
   */
  constructor({ memory, send, isKept, changed, now }) {
    this.#memory = memory;
    this.#send = send;
    this.#isKept = isKept;
    this.#changed = changed;
    this.#now = now;
    this.#items = isKept() ? outbox.reloaded(memory.takeOutbox()) : outbox.EMPTY;
    if (this.#items.length > 0) {
      memory.keepOutbox(this.#items);
    }
  }

  get items() {
    return this.#items;
  }

  /** @param {any} frame @param {string} text what the customer sees of it */
  put(frame, text) {
    this.#set(outbox.withFrame(this.#items, frame, text, this.#now()));
    this.#pump();
  }

  /** A frame of which only the newest counts, such as a choice of language. @param {any} frame */
  putInstead(frame) {
    this.#items = this.#items.filter((item) => item.frame.type !== frame.type || item.sentAt !== undefined);
    this.put(frame, '');
  }

  /** @param {any} frame */
  putConsent(frame) {
    this.#set(outbox.consented(this.#items, frame, this.#now()));
    this.#pump();
  }

  /** @param {string} type */
  isPending(type) {
    return this.#items.some(({ frame, state }) => frame.type === type && state === 'pending');
  }

  /** @param {{id: string, conversation: string, n: number}} ack @param {number} last the last number that is on the page */
  acknowledged(ack, last) {
    const { conversation } = ack;
    this.#set(outbox.shownUpTo(outbox.acknowledged(this.#items, ack), { conversation, n: last }));
    this.#pump();
  }

  /** @param {import('./timeline.js').Entry} entry */
  arrived(entry) {
    this.#set(outbox.arrived(this.#items, entry));
  }

  /** What the server refused without naming it can only be what is under way. @param {{id?: string, reason: string, retryAfter?: number}} refusal */
  refused(refusal) {
    const id = refusal.id ?? (refusal.reason === 'malformed' ? outbox.underWay(this.#items)?.id : undefined);
    if (id !== undefined) {
      this.#set(outbox.refused(this.#items, { ...refusal, id }, this.#now()));
      this.#pump();
    }
    return id !== undefined;
  }

  /** @param {string} id */
  tryAgain(id) {
    this.#set(outbox.triedAgain(this.#items, id));
    this.#pump();
  }

  /** @param {string} id */
  discard(id) {
    this.#set(outbox.without(this.#items, id));
  }

  /** No entry is on its way any more. */
  quiet() {
    this.#set(outbox.quiet(this.#items));
  }

  sessionEnded() {
    this.#set(outbox.sessionEnded(this.#items));
  }

  /** @param {boolean} isReady */
  lineIs(isReady) {
    this.#isReady = isReady;
    if (!isReady) {
      this.#items = outbox.lineLost(this.#items);
    }
    this.#pump();
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #pump() {
    clearTimeout(this.#timer);
    if (!this.#isReady) {
      return;
    }
    const now = this.#now();
    const item = outbox.nextToSend(this.#items, now);
    if (item && this.#send(item.frame)) {
      this.#set(outbox.sent(this.#items, item.id, now));
    }
    const look = outbox.nextLook(this.#items);
    if (look !== undefined) {
      this.#timer = setTimeout(() => this.#pump(), Math.max(SHORTEST_LOOK, look - now));
    }
  }

  /** @param {outbox.Outbox} items */
  #set(items) {
    if (items === this.#items) {
      return;
    }
    this.#items = items;
    if (this.#isKept()) {
      this.#memory.keepOutbox(items);
    }
    this.#changed();
  }
}
