import { newId } from '../shared/ids.js';
import * as desk from './desk.js';
import { persistently } from './persistence.js';
import { hasHole, soundUpTo, withEntries } from './transcript.js';

/** An action (claim, resolve, …) is tried this often before the agent is told that it did not work. */
const TRIES = 5;
/** After these facts the handoff card may say something else. */
const CHANGES_CARD = ['slot', 'handed-off', 'claimed', 'handed-back', 'returned', 'reopened', 'language'];

/**
 * A signed-in agent's view of the desk: the lists, and the one conversation in front. Tells of every change by the event
 * `change`.
 */
export class DeskSession extends EventTarget {
  #api;
  #line;
  #onSignedOut;
  #desk = desk.EMPTY;
  /** @type {any[]} */
  #teams = [];
  #lineState = 'stopped';
  #isLoaded = false;
  /** @type {number | undefined} */
  #reload;
  /** @type {any} the conversation in front, or null */
  #thread = null;
  #busy = new Map();

  /** @param {{api: any, openLine: (handlers: any) => any, onSignedOut: () => void}} parts */
  constructor({ api, openLine, onSignedOut }) {
    super();
    this.#api = api;
    this.#onSignedOut = onSignedOut;
    this.#line = openLine({
      greeting: () => null,
      onFrame: (frame) => this.#hear(frame),
      onState: (state) => this.#lineIs(state),
    });
  }

  get view() {
    return {
      desk: this.#desk,
      teams: this.#teams,
      isLoaded: this.#isLoaded,
      line: this.#lineState,
      thread: this.#thread && { ...this.#thread, summary: this.#summary(), busy: this.#busy.get(this.#thread.id) },
    };
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
    if (this.#thread?.id === id) {
      return;
    }
    if (this.#thread) {
      this.#line.send({ type: 'leave', conversation: this.#thread.id });
    }
    this.#thread = id ? { id, entries: [], card: null, earlier: [], isLoaded: false, problem: null } : null;
    this.#changed();
    if (id) {
      this.#loadThread();
    }
  }

  /** Asks again for a conversation that could not be loaded. */
  reload() {
    this.#changeThread(this.#thread.id, { problem: null });
    this.#loadThread();
  }

  /**
   * Claims, hands back or resolves.
   *
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

  #lineIs(state) {
    this.#lineState = state;
    // Without a line too: the lists stay fresh, and an ended session shows in the answer.
    if (state === 'ready' || state === 'waiting') {
      this.#loadDesk();
    }
    if (state === 'ready' && this.#thread) {
      this.#loadThread();
    }
    this.#changed();
  }

  #hear(frame) {
    switch (frame.type) {
      case 'summary':
        this.#summaryCame(frame.summary);
        break;
      case 'entry':
        this.#entryCame(frame);
        break;
      case 'signed-out':
        this.#onSignedOut();
        break;
      default:
    }
  }

  #summaryCame(summary) {
    const before = desk.summaryOf(this.#desk, summary.conversation);
    this.#desk = desk.withSummary(this.#desk, summary);
    this.#changed();
    if (this.#thread?.id === summary.conversation && before?.status !== summary.status) {
      this.#refresh(summary.conversation);
    }
  }

  #entryCame({ conversation, entry }) {
    if (this.#thread?.id !== conversation) {
      return;
    }
    this.#addEntries(conversation, [entry]);
    if (CHANGES_CARD.includes(entry.notice?.code)) {
      this.#refresh(conversation);
    } else if (this.#thread.isLoaded && hasHole(this.#thread.entries)) {
      this.#fillHole(conversation);
    }
  }

  async #fillHole(conversation) {
    const after = soundUpTo(this.#thread.entries);
    try {
      this.#addEntries(conversation, await this.#api.get(`${pathOf(conversation)}/entries?after=${after}`));
    } catch {
      // The next entry or the next connection asks again.
    }
  }

  async #loadDesk() {
    clearTimeout(this.#reload);
    const since = this.#desk.stamp;
    try {
      const { waiting, mine, teams } = await this.#api.get('/desk');
      this.#desk = desk.withList(this.#desk, [...waiting, ...mine], since);
      this.#teams = teams;
      this.#isLoaded = true;
      this.#changed();
    } catch (problem) {
      if (problem.isPassing) {
        this.#reload = setTimeout(() => this.#loadDesk(), 5_000);
      }
    }
  }

  async #loadThread() {
    const { id } = this.#thread;
    await this.#refresh(id);
    if (this.#thread?.id === id && this.#thread.isLoaded) {
      this.#line.send({ type: 'open', conversation: id, after: soundUpTo(this.#thread.entries) });
    }
  }

  async #refresh(conversation) {
    try {
      const { summary, card, entries, earlier } = await this.#api.get(pathOf(conversation));
      this.#desk = desk.withSummary(this.#desk, summary);
      this.#addEntries(conversation, entries);
      this.#changeThread(conversation, { summary, card: card ?? null, earlier: earlier ?? [], isLoaded: true, problem: null });
    } catch (problem) {
      if (this.#thread?.id === conversation && !this.#thread.isLoaded) {
        this.#changeThread(conversation, { problem });
      }
    }
  }

  #addEntries(conversation, more) {
    if (this.#thread?.id === conversation) {
      this.#changeThread(conversation, { entries: withEntries(this.#thread.entries, more) });
    }
  }

  #changeThread(conversation, change) {
    if (this.#thread?.id === conversation) {
      this.#thread = { ...this.#thread, ...change };
    }
    this.#changed();
  }

  #setBusy(conversation, what) {
    if (what) {
      this.#busy.set(conversation, what);
    } else {
      this.#busy.delete(conversation);
    }
    this.#changed();
  }

  #summary() {
    return desk.summaryOf(this.#desk, this.#thread.id) ?? this.#thread.summary;
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

function pathOf(conversation) {
  return `/conversations/${encodeURIComponent(conversation)}`;
}
