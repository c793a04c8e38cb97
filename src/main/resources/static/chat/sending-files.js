import { newId } from '../shared/ids.js';
import { UploadRefused, obstacleTo, upload } from '../shared/upload.js';
import * as uploads from './uploads.js';

/** Sends the files that the customer chose, one after another. They live as long as the page: a browser keeps no hold on a file. */
export class SendingFiles {
  #post;
  #mayGo;
  #changed;
  #now;
  #uploads = uploads.EMPTY;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Map<string, AbortController>} */
  #underWay = new Map();

  /**
   * @param {object} parts
   * @param {(id: string) => Record<string, string>} parts.headers
   * @param {() => boolean} parts.mayGo whether the server could be reached
   * @param {() => void} parts.changed
   * @param {() => number} parts.now
   * @param {typeof upload} [parts.send] what a test replaces
   */
  constructor({ headers, mayGo, changed, now, send = upload }) {
    this.#post = (/** @type {uploads.Upload} */ { id, file }, /** @type {AbortSignal} */ signal) =>
      send({ url: '/chat/files', headers: headers(id), file, signal, onProgress: (share) => this.#set(uploads.progressed(this.#uploads, id, share)) });
    this.#mayGo = mayGo;
    this.#changed = changed;
    this.#now = now;
  }

  get items() {
    return this.#uploads;
  }

  /** @param {File[]} files @param {import('../shared/files.js').FileLimits} limits */
  add(files, limits) {
    const all = files.reduce(
      (before, file) => uploads.added(before, { id: newId(), file }, obstacleTo(file, limits), this.#now()),
      this.#uploads,
    );
    this.#set(all);
    this.pump();
  }

  /** @param {string} id */
  tryAgain(id) {
    this.#set(uploads.triedAgain(this.#uploads, id));
    this.pump();
  }

  /** Stops it, or takes the failed one away. @param {string} id */
  cancel(id) {
    this.#underWay.get(id)?.abort();
    this.#set(uploads.without(this.#uploads, id));
    this.pump();
  }

  /** @param {import('./timeline.js').Entry} entry */
  arrived(entry) {
    this.#set(uploads.arrived(this.#uploads, entry));
  }

  consented() {
    this.#set(uploads.consented(this.#uploads));
  }

  /** Something may have changed about whether the next one can go. */
  pump() {
    clearTimeout(this.#timer);
    if (!this.#mayGo()) {
      return;
    }
    const now = this.#now();
    const next = uploads.nextToSend(this.#uploads, now);
    if (next) {
      this.#send(next);
    }
    const look = uploads.nextLook(this.#uploads);
    if (look !== undefined && !next) {
      this.#timer = setTimeout(() => this.pump(), look - now);
    }
  }

  stop() {
    clearTimeout(this.#timer);
    this.#underWay.forEach((controller) => controller.abort());
  }

  /** @param {uploads.Upload} next */
  async #send(next) {
    const controller = new AbortController();
    this.#underWay.set(next.id, controller);
    this.#set(uploads.started(this.#uploads, next.id));
    try {
      const ack = await this.#post(next, controller.signal);
      this.#set(uploads.taken(this.#uploads, next.id, ack));
    } catch (failure) {
      const refusal = failure instanceof UploadRefused ? failure : { code: 'unavailable' };
      this.#set(uploads.refused(this.#uploads, next.id, refusal, this.#now()));
    }
    this.#underWay.delete(next.id);
    this.pump();
  }

  /** @param {uploads.Uploads} items */
  #set(items) {
    if (items !== this.#uploads) {
      this.#uploads = items;
      this.#changed();
    }
  }
}
