import { canNotify } from './alarm.js';

const MUTED = 'sayonce.console.muted';
const SILENT = 'sayonce.console.no-notifications';

/** How this browser may call the agent: by sound, by notifications. Tells of changes by the event `change`. */
export class Calling extends EventTarget {
  #store;

  /** @param {import('../shared/storage.js').Store} store */
  constructor(store) {
    super();
    this.#store = store;
  }

  get isMuted() {
    return this.#store.get(MUTED) === true;
  }

  set isMuted(isMuted) {
    this.#keep(MUTED, isMuted);
  }

  /** 'on', 'off', 'ask' (the browser was not asked yet), 'denied' or 'impossible'. */
  get notifications() {
    const may = canNotify();
    if (may === 'granted') {
      return this.#store.get(SILENT) === true ? 'off' : 'on';
    }
    return may === 'default' ? 'ask' : may;
  }

  /** Switches them, asking the browser where that is needed. */
  async switchNotifications() {
    const now = this.notifications;
    if (now === 'ask') {
      await Notification.requestPermission();
    }
    this.#keep(SILENT, now === 'on');
  }

  #keep(key, value) {
    this.#store.set(key, value);
    this.dispatchEvent(new Event('change'));
  }
}
