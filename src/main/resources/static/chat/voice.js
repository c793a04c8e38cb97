import { wordsIn } from './catalogues.js';
import { Chime } from './chime.js';
import { whoOf } from './lines.js';

/** Tells the visitor of what comes: a screen reader in words, whoever looks elsewhere by a sound. */
export class Voice {
  #announce;
  #chime = new Chime();
  #typist = '';

  /** @param {(text: string) => void} announce */
  constructor(announce) {
    this.#announce = announce;
  }

  /** @param {string} key of a message @param {string} language */
  say(key, language) {
    this.#announce(wordsIn(language)(key));
  }

  /**
   * @param {import('./timeline.js').Entry} entry
   * @param {string} language
   * @param {boolean} mayRing
   */
  came(entry, language, mayRing) {
    const say = wordsIn(language);
    const text = [entry.text, entry.file?.name].filter(Boolean).join(' ');
    this.#announce(entry.from === 'system' ? text : say('said', { who: whoOf(entry, say), text }));
    if (mayRing) {
      this.#chime.play();
    }
  }

  /**
   * Said once, when an agent begins; that the assistant works on an answer is said by the answer.
   *
   * @param {import('./typing.js').Typist | null} typist
   * @param {string} language
   */
  types(typist, language) {
    const name = typist?.from === 'agent' ? typist.name : '';
    if (name !== '' && name !== this.#typist) {
      this.#announce(wordsIn(language)('typing.agent', { name }));
    }
    this.#typist = name;
  }
}
