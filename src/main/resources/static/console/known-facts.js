import { pathOf } from './open-thread.js';

/** A reply waits at most this long (milliseconds) for the answer whether it asks what is known. */
const PATIENCE = 600;
/** Nobody asks for anything in fewer letters. */
const SHORTEST = 6;

/**
 * Whether a reply asks the customer for what they have already told. Asked softly while the agent pauses, so that the answer is
 * mostly there before the reply is sent.
 *
 * @typedef {{slot: string, title: Record<string, string>, value: string, label?: Record<string, string>}} Known
 */
export class KnownFacts {
  #api;
  #patience;
  /** @type {{key: string, answer: Promise<Known[]>} | null} */
  #last = null;

  /** @param {{api: any, patience?: number}} parts */
  constructor({ api, patience = PATIENCE }) {
    this.#api = api;
    this.#patience = patience;
  }

  /**
   * What the text asks for and is known; nothing if the server cannot say.
   *
   * @returns {Promise<Known[]>}
   */
  async of(conversation, text) {
    const words = text.trim();
    if (words.length < SHORTEST) {
      return [];
    }
    const key = `${conversation} ${words}`;
    if (this.#last?.key !== key) {
      this.#last = { key, answer: this.#ask(conversation, words) };
    }
    return this.#last.answer;
  }

  /**
   * The same, but nothing if it takes too long: a reply does not wait for advice.
   *
   * @returns {Promise<Known[]>}
   */
  inTime(conversation, text) {
    /** @type {Promise<Known[]>} */
    const late = new Promise((resolve) => setTimeout(() => resolve([]), this.#patience));
    return Promise.race([this.of(conversation, text), late]);
  }

  async #ask(conversation, text) {
    try {
      return (await this.#api.post(`${pathOf(conversation)}/repeats`, { text })).known ?? [];
    } catch {
      this.#last = null;
      return [];
    }
  }
}
