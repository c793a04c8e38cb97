/**
 * The page's talk with the loader on the company's page. Who may embed us is settled by `frame-ancestors`; the first word from
 * the window around us tells its origin, and from then on we talk to that origin alone.
 */
export class Host {
  #window;
  /** @type {string | null} */
  #origin = null;
  #isOpen = false;
  #onOpen;
  #unread = { count: 0, text: '' };
  #hasTalked;
  #wantsIdentity = false;
  /** @type {(token: string | null | undefined, isAnswer: boolean) => void} */
  onIdentity = () => {};

  /**
   * @param {(isOpen: boolean) => void} onOpen the visitor opened or closed the chat
   * @param {boolean} hasTalked whether the visitor has ever written
   * @param {Window} [ownWindow] what a test replaces
   */
  constructor(onOpen, hasTalked, ownWindow = window) {
    this.#window = ownWindow;
    this.#onOpen = onOpen;
    this.#hasTalked = hasTalked;
    if (this.isEmbedded) {
      ownWindow.addEventListener('message', (message) => this.#hear(message));
    }
  }

  get isEmbedded() {
    return this.#window.parent !== this.#window;
  }

  /** True if the visitor can see the chat. */
  get isOpen() {
    return (!this.isEmbedded || this.#isOpen) && this.#window.document.visibilityState === 'visible';
  }

  close() {
    this.#tell({ sayonce: 'close' });
  }

  /** @param {number} count @param {string} text the beginning of the newest answer */
  unread(count, text) {
    if (count !== this.#unread.count || text !== this.#unread.text) {
      this.#unread = { count, text };
      this.#tell({ sayonce: 'unread', count, text });
    }
  }

  /** Whether it is worth loading the chat for a visitor who comes back. @param {boolean} has */
  talked(has) {
    if (has !== this.#hasTalked) {
      this.#hasTalked = has;
      this.#tell({ sayonce: 'talked', has });
    }
  }

  /** Asks the page who is signed in there; `onIdentity` gets the answer. */
  askIdentity() {
    this.#wantsIdentity = this.#origin === null;
    this.#tell({ sayonce: 'identity' });
  }

  /** @param {MessageEvent} message */
  #hear({ source, origin, data }) {
    if (source !== this.#window.parent || (this.#origin !== null && origin !== this.#origin)) {
      return;
    }
    if (data?.sayonce === 'open' || data?.sayonce === 'close') {
      const isFirst = this.#origin === null;
      this.#origin = origin;
      this.#isOpen = data.sayonce === 'open';
      if (isFirst) {
        this.#introduce();
      }
      this.#onOpen(this.#isOpen);
    } else if (data?.sayonce === 'identity' && this.#origin !== null) {
      const { token } = data;
      this.onIdentity(typeof token === 'string' || token === null ? token : undefined, data.isAnswer === true);
    }
  }

  /** What could not be said before the origin was known. */
  #introduce() {
    this.#tell({ sayonce: 'talked', has: this.#hasTalked });
    if (this.#wantsIdentity) {
      this.askIdentity();
    }
    if (this.#unread.count > 0) {
      this.#tell({ sayonce: 'unread', ...this.#unread });
    }
  }

  /** @param {object} message */
  #tell(message) {
    if (this.#origin !== null) {
      this.#window.parent.postMessage(message, this.#origin);
    }
  }
}

/** True if the key shuts the chat: in a list or a dialog it only closes that. @param {KeyboardEvent} event */
export function meansLeaving(event) {
  const isInside = event.composedPath().some((one) => one instanceof HTMLSelectElement || one instanceof HTMLDialogElement);
  return event.key === 'Escape' && !event.isComposing && !event.defaultPrevented && !isInside;
}
