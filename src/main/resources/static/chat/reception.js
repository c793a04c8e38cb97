import { lastOf } from './timeline.js';

/** Where the server refused the greeting and named no time, it is tried again after this one, in milliseconds. */
const LATER = 30_000;
const OVER = ['resolved', 'abandoned'];

/**
 * @typedef {object} Parts of the session
 * @property {any} line
 * @property {import('./identity.js').Identity} identity
 * @property {import('./habits.js').Habits} habits
 * @property {import('./consent.js').Consent} consent
 * @property {import('./reading-mark.js').ReadingMark} reading
 * @property {import('./thread.js').Thread} thread
 * @property {import('./past.js').Past} past
 * @property {import('./mailing.js').Mailing} mailing
 * @property {import('./sending-files.js').SendingFiles} files
 * @property {import('./typing-watch.js').TypingWatch} typing
 * @property {import('./vouching.js').Vouching} vouching
 *
 * @typedef {{status: string, conversation?: string, position?: number, agent?: string, linked?: string[]}} Status
 */

/** Hears what the server says and passes it to the parts of the session that it concerns. */
export class Reception {
  #parts;
  #fire;
  #state = 'stopped';
  /** @type {any} */
  #welcome = null;
  /** @type {Status} */
  #status = { status: 'none' };
  /** @type {string | null} */
  #notice = null;
  #language;

  /**
   * @param {() => Parts} parts
   * @param {string} language
   * @param {(type: 'change'|'entry'|'replayed'|'ended'|'gone', detail?: object) => void} fire
   */
  constructor(parts, language, fire) {
    this.#parts = parts;
    this.#language = language;
    this.#fire = fire;
  }

  /** What the server said last, and how the line stands. */
  get state() {
    return { line: this.#state, welcome: this.#welcome, status: this.#status, notice: this.#notice, language: this.#language };
  }

  /** The customer chose another. @param {string} language */
  set language(language) {
    this.#language = language;
  }

  /** The customer goes on: what was said of the last message is past. */
  forgetNotice() {
    this.#notice = null;
  }

  hello() {
    const { identity, thread, vouching } = this.#parts();
    const proof = vouching.token === undefined ? {} : { identity: vouching.token };
    return { type: 'hello', token: identity.token ?? undefined, language: this.#language, after: thread.greet(), ...proof };
  }

  /** Another session is ours now. */
  startOver() {
    const { thread, past, reading, line } = this.#parts();
    thread.clear();
    past.reset(true);
    reading.adopt();
    line.restart();
  }

  /** The server knows nothing of the session any more. */
  sessionEnded() {
    this.#startAnew();
  }

  /** @param {string} state */
  lineIs(state) {
    const { thread, typing, mailing, vouching } = this.#parts();
    const wasReady = this.#state === 'ready';
    this.#state = state;
    if (wasReady && state === 'waiting') {
      vouching.refresh();
    }
    if (state !== 'ready') {
      thread.lineLost();
      typing.answered();
      mailing.lineIs(false);
    }
    this.#fire('change');
  }

  /** @param {any} frame */
  hear(frame) {
    const { thread, mailing, typing } = this.#parts();
    switch (frame.type) {
      case 'welcome':
        return this.#welcomed(frame);
      case 'entry':
        return this.#entryCame(frame);
      case 'status':
        return this.#statusIs(frame);
      case 'ack':
        return this.#acknowledged(frame);
      case 'refused':
        return this.#refused(frame);
      case 'typing':
        return typing.agentTypes(frame.name);
      case 'ping':
        return thread.isUpTo(frame) && mailing.quiet();
      default:
        return undefined;
    }
  }

  /** @param {any} frame */
  #welcomed(frame) {
    const { identity, mailing, files } = this.#parts();
    if (frame.customer && identity.isSomebodyElse(frame.token)) {
      return this.#fire('gone');
    }
    this.#welcome = frame;
    this.#notice = this.#notice === 'revoked' ? 'revoked' : null;
    identity.welcomed(frame.token, Boolean(frame.customer));
    this.#followLanguage(frame.language);
    mailing.lineIs(true);
    files.pump();
    this.#fire('change');
    return undefined;
  }

  /** @param {import('./timeline.js').Entry} entry */
  #entryCame(entry) {
    const { thread, mailing, files, typing, reading } = this.#parts();
    const { isNew, isOld } = thread.add(entry);
    mailing.arrived(entry);
    files.arrived(entry);
    if (isNew && entry.from !== 'customer') {
      typing.answered();
      this.#fire('entry', { entry, isOld });
    } else if (isNew && !isOld) {
      reading.toEnd(thread.timeline);
    }
    this.#fire('change');
  }

  /** @param {any} frame */
  #statusIs(frame) {
    const { thread, reading, identity, past } = this.#parts();
    if (this.#welcome?.customer && frame.conversation && identity.remember()) {
      past.reset(true);
    }
    const before = this.#status;
    this.#status = frame;
    thread.replayed();
    reading.begin(thread.timeline);
    this.#followLanguage(frame.language);
    this.#fire('change');
    this.#fire('replayed');
    if (before.conversation === frame.conversation && !OVER.includes(before.status) && OVER.includes(frame.status)) {
      this.#fire('ended', { conversation: frame.conversation, status: frame.status });
    }
  }

  /** @param {any} frame */
  #acknowledged(frame) {
    const { thread, mailing, files } = this.#parts();
    this.#notice = null;
    mailing.acknowledged(frame, lastOf(thread.timeline, frame.conversation));
    files.pump();
    this.#fire('change');
  }

  /** @param {{id?: string, reason: string, retryAfter?: number}} frame */
  #refused(frame) {
    const { mailing, line, typing, consent } = this.#parts();
    if (frame.reason === 'revoked' || this.#isBadToken(frame)) {
      return this.#startAnew();
    }
    const hasFailed = frame.id !== undefined && frame.retryAfter === undefined;
    this.#notice = hasFailed ? null : frame.reason;
    typing.answered();
    if (frame.reason === 'consent') {
      consent.missing();
    }
    if (!mailing.refused(frame) && this.#state !== 'ready') {
      line.restart(frame.retryAfter ?? LATER);
    }
    this.#fire('change');
    return undefined;
  }

  /**
   * A greeting that is refused as malformed can only mean that the stored token is not one of this server's.
   *
   * @param {{id?: string, reason: string}} frame
   */
  #isBadToken(frame) {
    return frame.reason === 'malformed' && !frame.id && this.#state === 'connecting' && this.#parts().identity.token !== null;
  }

  #startAnew() {
    const { identity, thread, past, reading, mailing, line } = this.#parts();
    identity.ended(mailing.items.length > 0);
    thread.clear();
    past.reset(identity.token !== null);
    reading.forget();
    mailing.sessionEnded();
    this.#status = { status: 'none' };
    line.restart();
    this.#notice = 'revoked';
    this.#fire('change');
  }

  /** The server's word on the language counts, unless the customer has just chosen another. @param {string | undefined} language */
  #followLanguage(language) {
    if (language && !this.#parts().mailing.isPending('language')) {
      this.#language = language;
    }
  }
}
