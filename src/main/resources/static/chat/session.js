import { newId } from '../shared/ids.js';
import * as outbox from './outbox.js';
import * as timeline from './timeline.js';

/** Between two tries to close a gap, in milliseconds; doubled each time up to the longest. */
const RESUME_PAUSE = 1_000;
const LONGEST_RESUME_PAUSE = 30_000;

/**
 * The visitor's side of the protocol: keeps what is on the page true to what the server committed. Tells of every change by the
 * event `change`, of each new entry by somebody else by `entry`.
 */
export class ChatSession extends EventTarget {
  #line;
  #memory;
  #now;
  #token;
  #engaged;
  #language;
  /** @type {any} the last `welcome` frame */
  #welcome = null;
  /** @type {any} the last `status` frame */
  #status = { status: 'none' };
  #timeline = timeline.EMPTY;
  #outbox;
  /** @type {string | null} why the server refused the last message */
  #notice = null;
  #lineState = 'stopped';
  /** @type {'whole' | 'after' | null} the last entries come, those after a known one come, or neither */
  #replay = null;
  #resumes = 0;
  /** @type {number | undefined} */
  #sendTimer;
  /** @type {number | undefined} */
  #resumeTimer;

  /**
   * @param {object} parts
   * @param {import('./memory.js').Memory} parts.memory
   * @param {string} parts.language the page's setting
   * @param {(handlers: {greeting: () => object, onFrame: (frame: any) => void, onState: (state: string) => void}) => any} parts.openLine
   * @param {() => number} [parts.now]
   */
  constructor({ memory, language, openLine, now = Date.now }) {
    super();
    this.#memory = memory;
    this.#language = language;
    this.#now = now;
    this.#token = memory.token();
    this.#engaged = this.#token !== null;
    this.#outbox = this.#engaged ? outbox.reloaded(memory.outbox()) : outbox.EMPTY;
    this.#line = openLine({
      greeting: () => this.#hello(),
      onFrame: (frame) => this.#hear(frame),
      onState: (state) => this.#lineIs(state),
    });
    memory.onToken(() => this.#adoptSharedToken());
  }

  start() {
    this.#line.start();
  }

  stop() {
    clearTimeout(this.#sendTimer);
    clearTimeout(this.#resumeTimer);
    this.#line.stop();
  }

  get view() {
    return {
      line: this.#lineState,
      welcome: this.#welcome,
      language: this.#language,
      status: this.#status,
      notice: this.#notice,
      timeline: this.#timeline,
      outbox: this.#outbox,
    };
  }

  say(text) {
    this.#put({ type: 'say', id: newId(), text }, text);
  }

  /** The customer pressed a button of an entry. */
  choose(entry, option) {
    const frame = { type: 'choose', id: newId(), conversation: entry.conversation, entry: entry.n, option: option.id };
    this.#put(frame, option.label);
  }

  /** Before the first message a new greeting is enough; afterwards the server has to know. */
  switchLanguage(language) {
    if (language === this.#language) {
      return;
    }
    this.#language = language;
    if (this.#engaged) {
      this.#outbox = this.#outbox.filter((item) => item.frame.type !== 'language' || item.sentAt !== undefined);
      this.#put({ type: 'language', id: newId(), language }, '');
    } else {
      this.#line.send(this.#hello());
      this.#changed();
    }
  }

  tryAgain(id) {
    this.#setOutbox(outbox.triedAgain(this.#outbox, id));
    this.#pump();
  }

  discard(id) {
    this.#setOutbox(outbox.without(this.#outbox, id));
  }

  #put(frame, text) {
    this.#notice = null;
    this.#engage();
    this.#setOutbox(outbox.withFrame(this.#outbox, frame, text, this.#now()));
    this.#pump();
  }

  /** The first message: from here on the browser remembers. Another tab may have been first; then its session is ours. */
  #engage() {
    if (this.#engaged) {
      return;
    }
    this.#engaged = true;
    if (!this.#adoptSharedToken() && this.#token !== null) {
      this.#memory.keepToken(this.#token);
    }
  }

  #adoptSharedToken() {
    const shared = this.#memory.token();
    if (shared === null || shared === this.#token) {
      return false;
    }
    this.#token = shared;
    this.#engaged = true;
    this.#timeline = timeline.EMPTY;
    this.#line.restart();
    return true;
  }

  #hello() {
    const after = timeline.resumePoint(this.#timeline);
    this.#replay = after ? 'after' : 'whole';
    return { type: 'hello', token: this.#token ?? undefined, language: this.#language, after };
  }

  #lineIs(state) {
    this.#lineState = state;
    if (state !== 'ready') {
      this.#replay = null;
      this.#outbox = outbox.lineLost(this.#outbox);
    }
    this.#changed();
  }

  #hear(frame) {
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
      case 'ping':
        return this.#pinged(frame);
      default:
        return undefined;
    }
  }

  #welcomed(frame) {
    this.#welcome = frame;
    this.#notice = this.#notice === 'revoked' ? 'revoked' : null;
    if (frame.token && frame.token !== this.#token) {
      this.#token = frame.token;
    }
    if (this.#engaged) {
      this.#memory.keepToken(this.#token);
    }
    this.#followLanguage(frame.language);
    this.#changed();
    this.#pump();
  }

  #entryCame(frame) {
    const before = this.#timeline;
    this.#timeline = timeline.withEntry(before, frame, this.#replay === 'whole');
    this.#setOutbox(outbox.arrived(this.#outbox, frame));
    if (this.#timeline === before) {
      return;
    }
    if (this.#replay === null && timeline.hasGap(this.#timeline)) {
      this.#resumeSoon();
    }
    if (frame.from !== 'customer') {
      this.dispatchEvent(new CustomEvent('entry', { detail: { entry: frame, isOld: this.#replay === 'whole' } }));
    }
  }

  #statusIs(frame) {
    this.#replay = null;
    this.#status = frame;
    this.#followLanguage(frame.language);
    if (timeline.hasGap(this.#timeline)) {
      this.#resumeSoon();
    } else {
      this.#resumes = 0;
    }
    this.#changed();
  }

  #acknowledged(frame) {
    this.#notice = null;
    const { conversation } = frame;
    const last = this.#timeline.find(({ id }) => id === conversation)?.entries.at(-1).n ?? 0;
    this.#setOutbox(outbox.shownUpTo(outbox.acknowledged(this.#outbox, frame), { conversation, n: last }));
    this.#pump();
  }

  #refused(frame) {
    if (frame.reason === 'revoked' || this.#isBadToken(frame)) {
      return this.#startAnew();
    }
    const hasFailed = frame.id !== undefined && frame.retryAfter === undefined;
    this.#notice = hasFailed ? null : frame.reason;
    const id = frame.id ?? (frame.reason === 'malformed' ? outbox.underWay(this.#outbox)?.id : undefined);
    if (id !== undefined) {
      this.#setOutbox(outbox.refused(this.#outbox, { ...frame, id }, this.#now()));
      this.#pump();
    } else if (this.#lineState !== 'ready') {
      this.#line.restart(frame.retryAfter ?? LONGEST_RESUME_PAUSE);
    }
    this.#changed();
    return undefined;
  }

  /** A greeting that is refused as malformed can only mean that the stored token is not one of this server's. */
  #isBadToken(frame) {
    return frame.reason === 'malformed' && !frame.id && this.#lineState === 'connecting' && this.#token !== null;
  }

  #startAnew() {
    if (this.#memory.token() === this.#token) {
      this.#memory.forgetToken();
    }
    this.#token = this.#memory.token();
    this.#engaged = this.#token !== null || this.#outbox.length > 0;
    this.#timeline = timeline.EMPTY;
    this.#status = { status: 'none' };
    this.#setOutbox(outbox.sessionEnded(this.#outbox));
    this.#line.restart();
    this.#notice = 'revoked';
    this.#changed();
  }

  #pinged(frame) {
    if (this.#replay !== null) {
      return;
    }
    if (timeline.isBehind(this.#timeline, frame)) {
      this.#resumeSoon();
    } else {
      this.#setOutbox(outbox.quiet(this.#outbox));
    }
  }

  /** Something is missing: ask at once, and with growing pauses should the answer not bring it. */
  #resumeSoon() {
    if (this.#resumeTimer !== undefined) {
      return;
    }
    const pause = this.#resumes === 0 ? 0 : Math.min(LONGEST_RESUME_PAUSE, RESUME_PAUSE * 2 ** (this.#resumes - 1));
    this.#resumes++;
    this.#resumeTimer = setTimeout(() => {
      this.#resumeTimer = undefined;
      this.#line.send(this.#hello());
    }, pause);
  }

  /** The server's word on the language counts, unless the customer has just chosen another. */
  #followLanguage(language) {
    const isSwitching = this.#outbox.some((item) => item.frame.type === 'language' && item.state === 'pending');
    if (language && !isSwitching) {
      this.#language = language;
    }
  }

  #pump() {
    clearTimeout(this.#sendTimer);
    const now = this.#now();
    const item = this.#lineState === 'ready' ? outbox.nextToSend(this.#outbox, now) : undefined;
    if (item && this.#line.send(item.frame)) {
      this.#setOutbox(outbox.sent(this.#outbox, item.id, now));
    }
    const look = outbox.nextLook(this.#outbox);
    if (look !== undefined && this.#lineState === 'ready') {
      this.#sendTimer = setTimeout(() => this.#pump(), Math.max(50, look - now));
    }
  }

  #setOutbox(items) {
    if (items !== this.#outbox) {
      this.#outbox = items;
      if (this.#engaged) {
        this.#memory.keepOutbox(items);
      }
    }
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
