/**
 * The page's talk with the loader on the company's page. Who may embed us is settled by `frame-ancestors`; the first word from
 * the window around us tells its origin, and from then on we talk to that origin alone.
 */
export class Host {
  #window;
  #origin = null;
  #isOpen = false;
  #onOpen;
  #unread = 0;

  /** @param {(isOpen: boolean) => void} onOpen the visitor opened or closed the chat */
  constructor(onOpen, ownWindow = window) {
    this.#window = ownWindow;
    this.#onOpen = onOpen;
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

  unread(count) {
    if (count !== this.#unread) {
      this.#unread = count;
      this.#tell({ sayonce: 'unread', count });
    }
  }

  #hear({ source, origin, data }) {
    if (source !== this.#window.parent || (this.#origin !== null && origin !== this.#origin)) {
      return;
    }
    if (data?.sayonce === 'open' || data?.sayonce === 'close') {
      this.#origin = origin;
      this.#isOpen = data.sayonce === 'open';
      this.#onOpen(this.#isOpen);
    }
  }

  #tell(message) {
    if (this.#origin !== null) {
      this.#window.parent.postMessage(message, this.#origin);
    }
  }
}
