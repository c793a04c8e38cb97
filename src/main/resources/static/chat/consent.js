/** What a company may ask a visitor to agree to before the first message. */
export class Consent {
  #isAccepted = false;
  #isMissing = false;

  /**
   * @param {{consent?: object} | null} welcome
   * @param {boolean} hasBegun whether the customer has ever written: then it was settled before
   */
  isNeeded(welcome, hasBegun) {
    const isDue = Boolean(welcome?.consent) && !hasBegun;
    return this.#isMissing || (isDue && !this.#isAccepted);
  }

  get isAccepted() {
    return this.#isAccepted;
  }

  /** The server refused something for want of it. */
  missing() {
    this.#isMissing = true;
    this.#isAccepted = false;
  }

  /** True if the server waits to hear of it. */
  accept() {
    const wasMissing = this.#isMissing;
    this.#isAccepted = true;
    this.#isMissing = false;
    return wasMissing;
  }
}
