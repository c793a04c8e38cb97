import { newId } from '../shared/ids.js';
import { Consent } from './consent.js';
import { Habits } from './habits.js';
import { HttpApi } from './http-api.js';
import { Identity } from './identity.js';
import { Mailing } from './mailing.js';
import { Past } from './past.js';
import { ReadingMark } from './reading-mark.js';
import { Reception } from './reception.js';
import { SendingFiles } from './sending-files.js';
import { Thread } from './thread.js';
import { TypingWatch } from './typing-watch.js';
import { Vouching } from './vouching.js';

const WITH_PEOPLE = ['queued', 'open'];

/**
 * The visitor's side of the protocol: what they do goes through here, what they see is its `view`. Events: `change` of anything,
 * `entry` for each new one by somebody else, `replayed` when the server has sent what it had, `engaged` with the first message, `ended` when a
 * talk ends while the page looks on, `gone` when the talk is no longer this visitor's and the page must begin anew.
 */
export class ChatSession extends EventTarget {
  #api;
  #reception;
  /** @type {import('./reception.js').Parts} */
  #parts;
  #isWanted = false;
  /** Asks the page around us who is signed in there. */
  askIdentity = () => {};

  /**
   * @param {object} options
   * @param {import('./memory.js').Memory} options.memory
   * @param {string} options.language the page's setting
   * @param {(handlers: {greeting: () => object, onFrame: (frame: any) => void, onState: (state: string) => void}) => any} options.openLine
   * @param {() => number} [options.now]
   * @param {typeof fetch} [options.fetching]
   * @param {boolean} [options.isVouchedFor] the page around us says who is signed in
   */
  constructor({ memory, language, openLine, now = Date.now, fetching, isVouchedFor = false }) {
    super();
    const identity = new Identity(memory);
    this.#api = new HttpApi(() => identity.token, fetching);
    this.#reception = new Reception(() => this.#parts, language, (type, detail) => this.#fire(type, detail));
    this.#parts = this.#assemble(memory, identity, openLine, now, isVouchedFor);
    memory.onOtherTab({
      token: () => identity.adopt() && this.#reception.startOver(),
      read: () => this.#otherTabRead(),
      wiped: () => this.#fire('gone'),
    });
    this.addEventListener('gone', () => memory.wipe());
  }

  /** Where the page around us has a word to say on who we are, it is waited for. */
  start() {
    const { vouching, line } = this.#parts;
    this.#isWanted = true;
    vouching.first(() => this.#isWanted && line.start());
  }

  /** The page around us says who is signed in there. @param {string | null | undefined} token @param {boolean} isAnswer */
  vouch(token, isAnswer) {
    this.#parts.vouching.told(token, isAnswer);
  }

  stop() {
    this.#isWanted = false;
    const { thread, mailing, files, typing, line } = this.#parts;
    [thread, mailing, files, typing, line].forEach((part) => part.stop());
  }

  get view() {
    const { thread, mailing, files, typing, reading, past, consent, identity, habits } = this.#parts;
    const state = this.#reception.state;
    return {
      ...state,
      timeline: thread.timeline,
      outbox: mailing.items,
      uploads: files.items,
      typist: typing.typist(state.status.status),
      unread: reading.unread(thread.timeline),
      past: past.state,
      needsConsent: consent.isNeeded(state.welcome, thread.timeline.length > 0 || state.status.conversation !== undefined),
      isEngaged: identity.isEngaged,
      hasSound: habits.hasSound,
    };
  }

  get draft() {
    return this.#parts.habits.draft;
  }

  /** @param {string} text @param {string} [suggestion] the id of the suggestion that was pressed */
  say(text, suggestion) {
    this.#begin();
    this.#parts.mailing.put({ type: 'say', id: newId(), text, suggestion }, text);
  }

  /**
   * The customer pressed a button of an entry.
   *
   * @param {import('./timeline.js').Entry} entry
   * @param {{id: string, label: string}} option
   */
  choose(entry, option) {
    this.#begin();
    const frame = { type: 'choose', id: newId(), conversation: entry.conversation, entry: entry.n, option: option.id };
    this.#parts.mailing.put(frame, option.label);
  }

  /** @param {File[]} files */
  sendFiles(files) {
    this.#begin();
    this.#parts.files.add(files, this.#reception.state.welcome.files);
  }

  end() {
    this.#parts.mailing.put({ type: 'end', id: newId() }, '');
  }

  /** The customer agrees to what the company asks before any message; the server hears of it with the first one. */
  accept() {
    if (this.#parts.consent.accept()) {
      this.#sayConsent();
      this.#parts.files.consented();
    }
    this.#fire('change');
  }

  /** Before the first message a new greeting is enough; afterwards the server has to know. @param {string} language */
  switchLanguage(language) {
    const { identity, mailing, line } = this.#parts;
    if (language === this.#reception.state.language) {
      return;
    }
    this.#reception.language = language;
    if (identity.isEngaged) {
      mailing.putInstead({ type: 'language', id: newId(), language });
    } else {
      line.send(this.#reception.hello());
    }
    this.#fire('change');
  }

  /** @param {boolean} isOn */
  switchSound(isOn) {
    this.#parts.habits.switchSound(isOn);
    this.#fire('change');
  }

  /** The customer has typed so far. @param {string} text */
  keepDraft(text) {
    const { habits, typing, line } = this.#parts;
    habits.keepDraft(text);
    if (text !== '' && WITH_PEOPLE.includes(this.#reception.state.status.status)) {
      typing.tell(() => line.send({ type: 'typing' }));
    }
  }

  /** The newest line is in the visitor's sight. */
  markRead() {
    if (this.#parts.reading.toEnd(this.#parts.thread.timeline)) {
      this.#fire('change');
    }
  }

  /** @param {string} id of a message or a file */
  tryAgain(id) {
    this.#parts.mailing.tryAgain(id);
    this.#parts.files.tryAgain(id);
  }

  /** @param {string} id of a message or a file */
  discard(id) {
    this.#parts.mailing.discard(id);
    this.#parts.files.cancel(id);
  }

  /** Gets the lines before those that are there, if there are any; nothing while the last ones are still coming. */
  async loadOlder() {
    const { thread, past } = this.#parts;
    if (!thread.isReplaying) {
      await past.load(thread.timeline);
    }
  }

  /** The whole talk, to keep. */
  talk() {
    return this.#api.talk(this.#reception.state.language);
  }

  /** Where the talk can go on besides here. */
  link() {
    return this.#api.link();
  }

  /** The talk goes on here alone. */
  unlink() {
    return this.#api.unlink();
  }

  /** Nothing of the talk is kept. The session ends with it. */
  async erase() {
    await this.#api.erase();
    this.#reception.sessionEnded();
  }

  /** @param {import('./timeline.js').Entry} entry @param {'small'|'full'} size */
  fileOf(entry, size) {
    return this.#api.file(entry.conversation, entry.file?.id ?? '', size);
  }

  /**
   * @param {import('./memory.js').Memory} memory
   * @param {Identity} identity
   * @param {Function} openLine
   * @param {() => number} now
   * @param {boolean} isVouchedFor
   * @returns {import('./reception.js').Parts}
   */
  #assemble(memory, identity, openLine, now, isVouchedFor) {
    const changed = () => this.#fire('change');
    const isKept = () => identity.isEngaged;
    const thread = new Thread(() => this.#parts.line.send(this.#reception.hello()));
    const headers = (/** @type {string} */ id) => ({ ...this.#api.headers, 'X-Client-Id': id, 'X-Language': this.#reception.state.language });
    return {
      identity,
      thread,
      vouching: new Vouching({
        isExpected: isVouchedFor,
        ask: () => this.askIdentity(),
        changed: (isSignedIn) => this.#vouched(isSignedIn),
      }),
      consent: new Consent(),
      habits: new Habits(memory, isKept),
      reading: new ReadingMark(memory, isKept),
      typing: new TypingWatch({ changed, now }),
      past: new Past({ api: this.#api, changed, now, mayExist: isKept(), came: (entries) => thread.addOlder(entries) }),
      mailing: new Mailing({ memory, isKept, changed, now, send: (frame) => this.#send(frame) }),
      files: new SendingFiles({ headers, changed, now, mayGo: () => this.#mayUpload }),
      line: openLine({
        greeting: () => this.#reception.hello(),
        onFrame: (/** @type {any} */ frame) => this.#reception.hear(frame),
        onState: (/** @type {string} */ state) => this.#reception.lineIs(state),
      }),
    };
  }

  /** Who signs in is greeted anew; who signs out leaves nothing behind. @param {boolean} isSignedIn */
  #vouched(isSignedIn) {
    if (isSignedIn) {
      this.#parts.line.restart();
    } else if (this.#parts.identity.isCustomers) {
      this.#fire('gone');
    }
  }

  /** The first message: from here on the browser remembers. */
  #begin() {
    const { identity, habits, consent } = this.#parts;
    this.#reception.forgetNotice();
    if (identity.isEngaged) {
      return;
    }
    if (identity.engage()) {
      this.#reception.startOver();
    }
    habits.keep();
    if (consent.isAccepted) {
      this.#sayConsent();
    }
    this.#fire('engaged');
  }

  #sayConsent() {
    this.#parts.mailing.putConsent({ type: 'consent', id: newId() });
  }

  get #mayUpload() {
    return this.#reception.state.line === 'ready' && !this.#parts.mailing.isPending('consent');
  }

  #otherTabRead() {
    this.#parts.reading.adopt();
    this.#fire('change');
  }

  /** @param {any} frame */
  #send(frame) {
    const isOut = this.#parts.line.send(frame);
    if (isOut && (frame.type === 'say' || frame.type === 'choose')) {
      this.#parts.typing.asked();
    }
    return isOut;
  }

  /** @param {string} type @param {object} [detail] */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
