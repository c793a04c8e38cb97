import { Line, socketUrl } from '../shared/line.js';
import { Alarm } from './alarm.js';
import { waiting } from './desk.js';
import { DeskSession } from './desk-session.js';
import { Drafts } from './drafts.js';
import { everySecond } from './every-second.js';
import { FileSends } from './file-sends.js';
import { KnownFacts } from './known-facts.js';
import { Outgoing } from './outgoing.js';
import { soundUpTo } from './transcript.js';

/**
 * What goes on at the desk while an agent is signed in, whatever is on the screen: the line, what is on its way, drafts, the alarm.
 * Tells of changes by the event `change`, of each entry heard in the conversation in front by `heard`.
 */
export class DeskWork extends EventTarget {
  /** @type {(() => void)[]} */
  #ends = [];
  #alarm;
  #api;
  #calling;

  /**
   * @param {{api: any, store: any, me: any, calling: import('./calling.js').Calling, alarmText: (count: number) => string,
   *   onSignedOut: () => void}} parts
   */
  constructor({ api, store, me, calling, alarmText, onSignedOut }) {
    super();
    this.#api = api;
    /** @type {import('./canned.js').Canned[] | null} */
    this.canned = null;
    this.session = new DeskSession({
      api,
      me,
      openLine: (handlers) => new Line({ url: socketUrl('/console/socket'), readyType: 'ready', ...handlers }),
      onSignedOut,
    });
    this.outgoing = new Outgoing({ api, store, agent: me.id });
    this.files = new FileSends({ api });
    this.drafts = new Drafts(store, me.id);
    this.facts = new KnownFacts({ api });
    this.#alarm = new Alarm(alarmText);
    this.#calling = calling;
  }

  start() {
    this.#on(this.session, 'change', () => this.#sessionChanged());
    this.#on(this.session, 'heard', ({ detail }) => this.dispatchEvent(new CustomEvent('heard', { detail })));
    this.#on(this.outgoing, 'change', () => this.#settle());
    this.#on(this.files, 'change', () => this.#settle());
    this.#on(this.drafts, 'change', () => this.#changed());
    this.#on(this.#calling, 'change', () => this.#call());
    this.#on(window, 'pointerdown', () => this.#alarm.unlock());
    this.#on(window, 'keydown', () => this.#alarm.unlock());
    this.#on(window, 'beforeunload', (event) => this.files.isBusy && event.preventDefault());
    this.#ends.push(everySecond(() => this.session.forgetTyping()));
    this.#call();
    this.session.start();
    this.outgoing.start();
  }

  stop() {
    this.#ends.forEach((end) => end());
    this.#ends = [];
    this.session.stop();
    this.outgoing.stop();
    this.files.stop();
    this.#alarm.stop();
  }

  /** Reads the canned replies again: their authors may have changed them. Answers what stood in the way. */
  async loadCanned() {
    try {
      this.canned = await this.#api.get('/canned');
      return null;
    } catch (problem) {
      this.canned ??= [];
      return problem;
    } finally {
      this.#changed();
    }
  }

  /** Texts and files of a conversation that are on their way, or did not arrive. */
  onTheWay(conversation) {
    return [...this.outgoing.of(conversation), ...this.files.of(conversation)];
  }

  tryAgain(id) {
    this.#sending(id).tryAgain(id);
  }

  discard(id) {
    this.#sending(id).discard(id);
  }

  /** Takes back what was not sent, to be changed. */
  takeBack(id) {
    const item = this.outgoing.find(id);
    this.outgoing.discard(id);
    return item;
  }

  #sending(id) {
    return this.files.has(id) ? this.files : this.outgoing;
  }

  #sessionChanged() {
    this.#alarm.waiting(waiting(this.session.view.desk).map(({ conversation }) => conversation));
    this.#settle();
  }

  /** An entry may come before the answer to the request that made it, or after. */
  #settle() {
    const { thread } = this.session.view;
    if (thread) {
      const sound = soundUpTo(thread.entries);
      this.outgoing.shownUpTo(thread.id, sound);
      this.files.shownUpTo(thread.id, sound);
    }
    this.#changed();
  }

  #call() {
    this.#alarm.isMuted = this.#calling.isMuted;
    this.#alarm.isNotifying = this.#calling.notifications === 'on';
  }

  /** @param {EventTarget} target @param {string} type @param {(event: any) => void} listener */
  #on(target, type, listener) {
    target.addEventListener(type, listener);
    this.#ends.push(() => target.removeEventListener(type, listener));
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
