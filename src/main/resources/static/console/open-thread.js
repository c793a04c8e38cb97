import { persistently } from './persistence.js';
import { hasHole, hasOlder, soundUpTo, withDeliveries, withEntries } from './transcript.js';

/** As many as the server gives at once. */
const PAGE = 500;
/** A request that brings a long talk's older part is worth this many tries. */
const TRIES = 3;
/** After these facts the handoff card may say something else. */
const CHANGES_CARD = ['slot', 'guess', 'forgotten', 'handed-off', 'claimed', 'handed-back', 'returned', 'reopened', 'language', 'resolved', 'abandoned', 'ended', 'linked', 'moved'];

/**
 * The conversation in front: its transcript, its card and the cases before it, kept whole from the first entry known to the newest.
 *
 * @typedef {{id: string, entries: import('./transcript.js').Entry[], deliveries: Map<number, import('./transcript.js').Delivery>, card: any, earlier: any[], isLoaded: boolean, isLoadingOlder: boolean,
 *   problem: any, summary: any}} Thread
 */
export class OpenThread {
  #api;
  #onChange;
  #onSummary;
  /** @type {Thread} */
  #thread;

  /** @param {{id: string, api: any, onChange: () => void, onSummary: (summary: any) => void}} parts */
  constructor({ id, api, onChange, onSummary }) {
    this.#api = api;
    this.#onChange = onChange;
    this.#onSummary = onSummary;
    this.#thread = {
      id,
      entries: [],
      deliveries: new Map(),
      card: null,
      earlier: [],
      isLoaded: false,
      isLoadingOlder: false,
      problem: null,
      summary: undefined,
    };
  }

  get id() {
    return this.#thread.id;
  }

  get thread() {
    return this.#thread;
  }

  get soundUpTo() {
    return soundUpTo(this.#thread.entries);
  }

  /** Asks for everything again; what is known stays till the answer comes. */
  async refresh() {
    try {
      const { summary, card, entries, earlier } = await this.#api.get(pathOf(this.id));
      this.#onSummary(summary);
      this.#change({
        summary,
        card: card ?? null,
        earlier: earlier ?? [],
        entries: withEntries(this.#thread.entries, entries),
        deliveries: withDeliveries(this.#thread.deliveries, entries),
        isLoaded: true,
        problem: null,
      });
    } catch (problem) {
      if (!this.#thread.isLoaded) {
        this.#change({ problem });
      }
    }
  }

  again() {
    this.#change({ problem: null });
    return this.refresh();
  }

  /** An entry came over the line. */
  async heard(entry) {
    this.#add([entry]);
    if (CHANGES_CARD.includes(entry.notice?.code)) {
      await this.refresh();
    } else if (this.#thread.isLoaded && hasHole(this.#thread.entries)) {
      await this.#fillHole();
    }
  }

  /** The way of a line to the customer stands otherwise. @param {number} n @param {import('./transcript.js').Delivery} delivery */
  delivered(n, delivery) {
    this.#change({ deliveries: new Map(this.#thread.deliveries).set(n, delivery) });
  }

  /** It was erased. */
  gone() {
    this.#change({ entries: [], deliveries: new Map(), card: null, earlier: [], summary: undefined, isLoaded: false, problem: { code: 'gone' } });
  }

  /** The part before the first entry known. */
  async loadOlder() {
    const { entries, isLoadingOlder } = this.#thread;
    if (isLoadingOlder || !hasOlder(entries)) {
      return;
    }
    this.#change({ isLoadingOlder: true });
    try {
      const after = Math.max(0, entries[0].n - 1 - PAGE);
      this.#add(await persistently(() => this.#entriesAfter(after), TRIES));
    } catch {
      // Scrolling there again asks again.
    } finally {
      this.#change({ isLoadingOlder: false });
    }
  }

  async #fillHole() {
    try {
      this.#add(await this.#entriesAfter(this.soundUpTo));
    } catch {
      // The next entry or the next connection asks again.
    }
  }

  #entriesAfter(after) {
    return this.#api.get(`${pathOf(this.id)}/entries?after=${after}`);
  }

  #add(entries) {
    this.#change({
      entries: withEntries(this.#thread.entries, entries),
      deliveries: withDeliveries(this.#thread.deliveries, entries),
    });
  }

  #change(change) {
    this.#thread = { ...this.#thread, ...change };
    this.#onChange();
  }
}

export function pathOf(conversation) {
  return `/conversations/${encodeURIComponent(conversation)}`;
}
