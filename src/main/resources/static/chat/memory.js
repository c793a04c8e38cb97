import { newId } from '../shared/ids.js';
import { Store } from '../shared/storage.js';

const TOKEN = 'sayonce.token';
const OUTBOX = 'sayonce.outbox.';
const DRAFT = 'sayonce.draft';
const READ = 'sayonce.read';
const SOUND = 'sayonce.sound';
const CUSTOMER = 'sayonce.customer';

/**
 * What the chat keeps in the visitor's browser: nothing before the first message; then the session's token, the messages that are
 * not acknowledged yet, the half-typed one, how far the visitor has read, and whether it may sound. Closing the tab loses none of it.
 */
export class Memory {
  #store = new Store(() => globalThis.localStorage);
  /** Each page writes an outbox of its own, so that two tabs do not overwrite each other's. */
  #ownOutbox = OUTBOX + newId();

  /** @returns {string | null} */
  token() {
    const token = this.#store.get(TOKEN);
    return typeof token === 'string' ? token : null;
  }

  /** @param {string} token */
  keepToken(token) {
    this.#store.set(TOKEN, token);
  }

  forgetToken() {
    this.#store.remove(TOKEN);
    this.#store.remove(READ);
  }

  /** True if the session is that of a customer who was signed in on the page around us. */
  isCustomers() {
    return this.#store.get(CUSTOMER) === true;
  }

  keepCustomer() {
    this.#store.set(CUSTOMER, true);
  }

  /** Somebody else may sit down here: nothing of the talk stays. */
  wipe() {
    this.forgetToken();
    this.#store.remove(CUSTOMER);
    this.#store.remove(DRAFT);
    this.takeOutbox();
  }

  /**
   * All messages that pages before this one left, which are ours from now on. A page that still lives may send the same: under the
   * same id they are taken once.
   *
   * @returns {import('./outbox.js').Outbox}
   */
  takeOutbox() {
    return this.#store
      .keys()
      .filter((key) => key.startsWith(OUTBOX))
      .flatMap((key) => {
        const items = this.#store.get(key);
        this.#store.remove(key);
        return Array.isArray(items) ? items.filter((item) => item?.id && item.frame) : [];
      });
  }

  /** @param {import('./outbox.js').Outbox} outbox */
  keepOutbox(outbox) {
    this.#keep(this.#ownOutbox, outbox.length > 0 ? outbox : null);
  }

  draft() {
    const draft = this.#store.get(DRAFT);
    return typeof draft === 'string' ? draft : '';
  }

  /** @param {string} text */
  keepDraft(text) {
    this.#keep(DRAFT, text === '' ? null : text);
  }

  /** @returns {import('./timeline.js').Place | null} the last line that the visitor has seen */
  lastRead() {
    const place = this.#store.get(READ);
    return typeof place?.conversation === 'string' && Number.isInteger(place.n) ? place : null;
  }

  /** @param {import('./timeline.js').Place} place */
  keepLastRead(place) {
    this.#store.set(READ, place);
  }

  /** True unless the visitor switched the sound off. */
  hasSound() {
    return this.#store.get(SOUND) !== false;
  }

  /** @param {boolean} isOn */
  keepSound(isOn) {
    this.#keep(SOUND, isOn ? null : false);
  }

  /**
   * Calls back when another tab has stored a token, has read further, or has wiped everything.
   *
   * @param {{token: () => void, read: () => void, wiped: () => void}} listeners
   */
  onOtherTab(listeners) {
    globalThis.addEventListener?.('storage', ({ key, newValue }) => {
      if (key === TOKEN && newValue) {
        listeners.token();
      } else if (key === READ && newValue) {
        listeners.read();
      } else if (key === CUSTOMER && !newValue) {
        listeners.wiped();
      }
    });
  }

  /** @param {string} key @param {any} value null: nothing is kept */
  #keep(key, value) {
    if (value === null) {
      this.#store.remove(key);
    } else {
      this.#store.set(key, value);
    }
  }
}
