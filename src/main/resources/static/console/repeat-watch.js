/** After so long a pause (milliseconds) in writing it is looked up whether the text asks for what is known. */
const PAUSE = 700;

/**
 * Watches what is being written for questions whose answers are known: softly in pauses, and once more before it is sent. A Lit
 * controller.
 */
export class RepeatWatch {
  #host;
  #facts;
  #text;
  /** @type {any} */
  #pause;
  /** @type {import('./known-facts.js').Known[]} */
  known = [];
  /** True while a reply waits for the agent's decision. */
  isHeld = false;

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {() => import('./known-facts.js').KnownFacts} facts
   * @param {() => {thread: string, text: string}} text what is being written now
   */
  constructor(host, facts, text) {
    this.#host = host;
    this.#facts = facts;
    this.#text = text;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.#pause);
  }

  /** What was said about the text before is out of date; in the next pause it is looked at again. */
  changed(isReply) {
    this.forget();
    if (isReply) {
      this.#pause = setTimeout(() => this.#hint(), PAUSE);
    }
  }

  forget() {
    clearTimeout(this.#pause);
    this.#say([], false);
  }

  /** The agent goes on writing; the hint stays. */
  release() {
    this.#say(this.known, false);
  }

  /** True if the text may go; else what is known is shown and the reply is held. */
  async mayGo() {
    const { thread, text } = this.#text();
    const known = await this.#facts().inTime(thread, text);
    if (known.length > 0 && this.#isStill(thread, text)) {
      this.#say(known, true);
    }
    return known.length === 0;
  }

  async #hint() {
    const { thread, text } = this.#text();
    const known = await this.#facts().of(thread, text);
    if (this.#isStill(thread, text) && !this.isHeld) {
      this.#say(known, false);
    }
  }

  #isStill(thread, text) {
    const now = this.#text();
    return now.thread === thread && now.text === text;
  }

  #say(known, isHeld) {
    this.known = known;
    this.isHeld = isHeld;
    this.#host.requestUpdate();
  }
}
