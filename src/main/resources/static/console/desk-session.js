import { newId } from '../shared/ids.js';
import * as desk from './desk.js';
import { OpenThread, pathOf } from './open-thread.js';
import { PagedLists } from './paged-lists.js';
import { persistently } from './persistence.js';
import * as presence from './presence.js';

/** An action (claim, resolve, …) is tried this often before the agent is told that it did not work. */
const TRIES = 5;

/**
 * A signed-in agent's view of the desk: the lists, who is busy where, and the one conversation in front. Tells of every change by
 * the event `change`, and of each entry heard in the conversation in front by `heard`.
 */
export class DeskSession extends EventTarget {
  #api;
  #line;
  #me;
  #onSignedOut;
  #desk = desk.EMPTY;
  /** @type {Partial<desk.Counts> | undefined} */
  #counts;
  /** @type {any} what `/desk` says besides the lists */
  #facts = { teams: [] };
  #lists;
  #presence = presence.NOBODY;
  #lineState = 'stopped';
  #isLoaded = false;
  /** @type {any} */
  #reload;
  /** @type {OpenThread | null} the conversation in front */
  #front = null;
  #busy = new Map();
  #saidTyping = new Map();

  /** @param {{api: any, me: {id: string}, openLine: (handlers: any) => any, onSignedOut: () => void}} parts */
  constructor({ api, me, openLine, onSignedOut }) {
    super();
    this.#api = api;
    this.#me = me;
    this.#onSignedOut = onSignedOut;
    this.#lists = new PagedLists({
      api,
      mark: () => this.#desk.stamp,
      onPage: (summaries, since, covers) => (this.#desk = desk.withList(this.#desk, summaries, since, covers)),
      onChange: () => this.#changed(),
    });
    this.#line = openLine({
      greeting: () => null,
      onFrame: (frame) => this.#hear(frame),
      onState: (state) => this.#lineIs(state),
    });
  }

  get view() {
    const thread = this.#front?.thread;
    return {
      desk: this.#desk,
      counts: desk.countsOf(this.#desk, this.#me, this.#counts),
      facts: this.#facts,
      lists: this.#lists.progress,
      presence: this.#presence,
      isLoaded: this.#isLoaded,
      line: this.#lineState,
      thread: thread && { ...thread, summary: desk.summaryOf(this.#desk, thread.id) ?? thread.summary, busy: this.#busy.get(thread.id) },
    };
  }

  get lists() {
    return this.#lists;
  }

  start() {
    this.#loadDesk();
    this.#line.start();
  }

  stop() {
    clearTimeout(this.#reload);
    this.#line.stop();
  }

  /** Brings a conversation to the front; undefined: none. */
  open(id) {
    if (this.#front?.id === id) {
      return;
    }
    if (this.#front) {
      this.#line.send({ type: 'leave', conversation: this.#front.id });
    }
    this.#front = id ? this.#newThread(id) : null;
    this.#changed();
    this.#follow();
  }

  /** Asks again for a conversation that could not be loaded. */
  async again() {
    await this.#front?.again();
    this.#follow();
  }

  loadOlder() {
    return this.#front?.loadOlder();
  }

  /**
   * Claims, hands back or resolves.
   *
   * @param {string} conversation
   * @param {'claim'|'hand-back'|'resolve'} what
   * @returns {Promise<import('./http-api.js').Problem | null>} what stood in the way
   */
  async act(conversation, what) {
    const body = { id: newId() };
    this.#setBusy(conversation, what);
    try {
      await persistently(() => this.#api.post(`${pathOf(conversation)}/${what}`, body), TRIES);
      return null;
    } catch (problem) {
      return problem;
    } finally {
      this.#setBusy(conversation, undefined);
      await this.#refresh(conversation);
    }
  }

  /**
   * The agent is writing; the others hear of it, but not of every letter.
   *
   * @param {string} conversation
   * @param {'reply' | 'note'} kind
   */
  writes(conversation, kind) {
    const key = `${conversation} ${kind}`;
    const now = this.#api.now();
    if (now - (this.#saidTyping.get(key) ?? 0) >= presence.SAY_EVERY) {
      this.#saidTyping = new Map([[key, now]]);
      this.#line.send({ type: 'typing', conversation, ...(kind === 'note' ? { note: true } : {}) });
    }
  }

  /** Forgets who was heard to write too long ago. */
  forgetTyping() {
    const left = presence.without(this.#presence, this.#api.now());
    if (left !== this.#presence) {
      this.#presence = left;
      this.#changed();
    }
  }

  #newThread(id) {
    const thread = new OpenThread({
      id,
      api: this.#api,
      onChange: () => this.#front === thread && this.#changed(),
      onSummary: (summary) => (this.#desk = desk.withSummary(this.#desk, summary)),
    });
    return thread;
  }

  /** Loads the conversation in front and asks for whatever comes after. */
  async #follow() {
    const front = this.#front;
    await front?.refresh();
    if (front && front === this.#front && front.thread.isLoaded) {
      this.#line.send({ type: 'open', conversation: front.id, after: front.soundUpTo });
    }
  }

  async #refresh(conversation) {
    if (this.#front?.id === conversation) {
      await this.#front?.refresh();
    }
  }

  #lineIs(state) {
    this.#lineState = state;
    // Without a line too: the lists stay fresh, and an ended session shows in the answer.
    if (state === 'ready' || state === 'waiting') {
      this.#loadDesk();
    }
    if (state === 'ready') {
      this.#lists.spoil();
      this.#presence = presence.NOBODY;
      this.#follow();
    }
    this.#changed();
  }

  #hear(frame) {
    switch (frame.type) {
      case 'summary':
        return this.#summaryCame(frame.summary);
      case 'entry':
        return this.#entryCame(frame);
      case 'delivery':
        return this.#front?.id === frame.conversation && this.#front?.delivered(frame.n, { state: frame.state, why: frame.why });
      case 'gone':
        return this.#gone(frame.conversation);
      case 'counts':
        this.#counts = frame.counts;
        return this.#changed();
      case 'typing':
        this.#presence = presence.withTyping(this.#presence, frame, this.#api.now());
        return this.#changed();
      case 'looking':
        this.#presence = presence.withLooking(this.#presence, frame);
        return this.#changed();
      case 'signed-out':
        return this.#onSignedOut();
      default:
    }
  }

  #summaryCame(summary) {
    const before = desk.summaryOf(this.#desk, summary.conversation);
    this.#desk = desk.withSummary(this.#desk, summary);
    if (summary.last && summary.last.at !== before?.last?.at) {
      this.#presence = presence.withWords(this.#presence, summary.conversation, summary.last.from);
    }
    this.#changed();
    if (before?.status !== summary.status) {
      this.#refresh(summary.conversation);
    }
  }

  #gone(conversation) {
    this.#desk = desk.without(this.#desk, conversation);
    if (this.#front?.id === conversation) {
      this.#front?.gone();
    }
    this.#changed();
  }

  #entryCame({ conversation, entry }) {
    if (this.#front?.id === conversation) {
      this.#presence = presence.withWords(this.#presence, conversation, entry.from);
      this.dispatchEvent(new CustomEvent('heard', { detail: entry }));
      this.#front?.heard(entry);
    }
  }

  async #loadDesk() {
    clearTimeout(this.#reload);
    const since = this.#desk.stamp;
    try {
      const { waiting, mine, approvals = [], counts, ...facts } = await this.#api.get('/desk');
      this.#desk = desk.withList(this.#desk, [...waiting, ...mine, ...approvals], since, (summary) => desk.isOnDesk(summary, this.#me));
      this.#counts = counts ?? this.#counts;
      this.#facts = facts;
      this.#isLoaded = true;
      this.#changed();
    } catch (problem) {
      if (problem.isPassing) {
        this.#reload = setTimeout(() => this.#loadDesk(), 5_000);
      }
    }
  }

  #setBusy(conversation, what) {
    if (what) {
      this.#busy.set(conversation, what);
    } else {
      this.#busy.delete(conversation);
    }
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
