import { endingsInWords, sizeInWords } from '../shared/files.js';
import { newId } from '../shared/ids.js';
import { obstacleTo, upload } from '../shared/upload.js';
import { pathOf } from './open-thread.js';
import { pause, pauseAfter } from './persistence.js';

/** A passing failure is tried so often before the agent is asked. */
const TRIES = 5;

/**
 * Files on their way to customers. They live in this page only: a browser keeps no file over a reload. Tells of changes by the event
 * `change`.
 *
 * @typedef {{id: string, conversation: string, kind: 'reply', file: File, at: string, state: 'pending' | 'sent' | 'failed', share: number,
 *   code?: string, n?: number, words?: Record<string, string>}} Item
 */
export class FileSends extends EventTarget {
  #api;
  #send;
  #waiting;
  /** @type {Item[]} */
  #items = [];
  /** @type {Map<string, AbortController>} */
  #running = new Map();

  /** @param {{api: any, send?: typeof upload, waiting?: typeof pause}} parts */
  constructor({ api, send = upload, waiting = pause }) {
    super();
    this.#api = api;
    this.#send = send;
    this.#waiting = waiting;
  }

  of(conversation) {
    return this.#items.filter((item) => item.conversation === conversation);
  }

  /** True while leaving the page would lose a file. */
  get isBusy() {
    return this.#running.size > 0;
  }

  has(id) {
    return this.#items.some((item) => item.id === id);
  }

  /**
   * @param {string} conversation
   * @param {File} file
   * @param {import('../shared/files.js').FileLimits} limits
   * @param {string} language for the words about them
   */
  add(conversation, file, limits, language) {
    const words = { largest: sizeInWords(limits.largest, language), types: endingsInWords(limits) };
    const obstacle = obstacleTo(file, limits);
    const id = newId();
    const at = new Date().toISOString();
    /** @type {Item} */
    const item = { id, conversation, kind: 'reply', file, at, state: obstacle ? 'failed' : 'pending', share: 0, code: obstacle ?? undefined, words };
    this.#keep([...this.#items, item]);
    if (!obstacle) {
      this.#run(item);
    }
  }

  tryAgain(id) {
    this.#change(id, { state: 'pending', code: undefined, share: 0 });
    const item = this.#items.find((one) => one.id === id);
    if (item) {
      this.#run(item);
    }
  }

  discard(id) {
    this.#running.get(id)?.abort();
    this.#keep(this.#items.filter((item) => item.id !== id));
  }

  stop() {
    this.#running.forEach((one) => one.abort());
  }

  /** The transcript has every entry up to that number: what became one of them leaves. */
  shownUpTo(conversation, n) {
    const left = this.#items.filter((item) => item.conversation !== conversation || item.state !== 'sent' || (item.n ?? 0) > n);
    if (left.length < this.#items.length) {
      this.#keep(left);
    }
  }

  async #run({ id, conversation, file }) {
    const cancel = new AbortController();
    this.#running.set(id, cancel);
    for (let failures = 1; ; failures++) {
      try {
        const headers = await this.#api.uploadHeaders(id);
        const onProgress = (share) => this.#change(id, { share, code: undefined });
        const { n } = await this.#send({ url: this.#api.urlOf(`${pathOf(conversation)}/files`), headers, file, onProgress, signal: cancel.signal });
        this.#change(id, { state: 'sent', n });
        break;
      } catch (problem) {
        if (!problem.isPassing || failures >= TRIES) {
          this.#change(id, { state: 'failed', code: problem.code ?? 'unavailable' });
          break;
        }
        this.#change(id, { code: problem.code ?? 'unavailable' });
        await this.#waiting(pauseAfter(problem, failures));
      }
    }
    this.#running.delete(id);
  }

  #change(id, change) {
    this.#keep(this.#items.map((item) => (item.id === id ? { ...item, ...change } : item)));
  }

  #keep(items) {
    this.#items = items;
    this.dispatchEvent(new Event('change'));
  }
}
