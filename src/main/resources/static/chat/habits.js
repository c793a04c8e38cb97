/** What the visitor left half-typed and how they like it: in this page's memory at first, in the browser's from the first message on. */
export class Habits {
  #memory;
  #isKept;
  #draft;
  #hasSound;

  /**
   * @param {import('./memory.js').Memory} memory
   * @param {() => boolean} isKept whether the browser may remember
   */
  constructor(memory, isKept) {
    this.#memory = memory;
    this.#isKept = isKept;
    this.#draft = isKept() ? memory.draft() : '';
    this.#hasSound = memory.hasSound();
  }

  get draft() {
    return this.#draft;
  }

  get hasSound() {
    return this.#hasSound;
  }

  /** @param {string} text */
  keepDraft(text) {
    this.#draft = text;
    this.keep();
  }

  /** @param {boolean} isOn */
  switchSound(isOn) {
    this.#hasSound = isOn;
    this.keep();
  }

  keep() {
    if (this.#isKept()) {
      this.#memory.keepDraft(this.#draft);
      this.#memory.keepSound(this.#hasSound);
    }
  }
}
