import { Store } from '../shared/storage.js';

const TOKEN = 'sayonce.token';
const OUTBOX = 'sayonce.outbox';

/**
 * What the chat keeps in the visitor's browser: nothing before the first message; then the session's token for all tabs and,
 * for this tab, the messages that are not acknowledged yet.
 */
export class Memory {
  #shared = new Store(() => globalThis.localStorage);
  #tab = new Store(() => globalThis.sessionStorage);

  token() {
    const token = this.#shared.get(TOKEN);
    return typeof token === 'string' ? token : null;
  }

  keepToken(token) {
    this.#shared.set(TOKEN, token);
  }

  outbox() {
    const outbox = this.#tab.get(OUTBOX);
    return Array.isArray(outbox) ? outbox.filter((item) => item?.id && item.frame) : [];
  }

  keepOutbox(outbox) {
    if (outbox.length > 0) {
      this.#tab.set(OUTBOX, outbox);
    } else {
      this.#tab.remove(OUTBOX);
    }
  }

  forgetToken() {
    this.#shared.remove(TOKEN);
  }

  /** Calls back when another tab has stored a token. */
  onToken(listener) {
    globalThis.addEventListener?.('storage', (event) => {
      if (event.key === TOKEN && event.newValue) {
        listener();
      }
    });
  }
}
