/** Somebody who waits is announced again after this time, till they are taken. */
const EVERY = 30_000;

/** Calls the agent when customers wait: a short sound, and a desktop notification while the page is not in front. */
export class Alarm {
  #text;
  /** @type {AudioContext | null} */
  #audio = null;
  /** @type {number | undefined} */
  #timer;
  #known = new Set();
  #isMuted = false;
  #isNotifying = true;

  /** @param {(count: number) => string} text what the notification says */
  constructor(text) {
    this.#text = text;
  }

  set isMuted(isMuted) {
    this.#isMuted = isMuted;
  }

  set isNotifying(isNotifying) {
    this.#isNotifying = isNotifying;
  }

  /** Browsers want a gesture before the first sound. */
  unlock() {
    this.#audio ??= globalThis.AudioContext ? new AudioContext() : null;
    this.#audio?.resume();
  }

  /** @param {string[]} conversations those that wait now, in the agent's queue */
  waiting(conversations) {
    const isNew = conversations.some((id) => !this.#known.has(id));
    this.#known = new Set(conversations);
    if (conversations.length === 0) {
      this.stop();
    } else if (isNew) {
      this.#ring();
    }
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#known = new Set();
  }

  #ring() {
    this.#announce();
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#announce(), EVERY);
  }

  #announce() {
    if (!this.#isMuted) {
      this.#beep(0, 660);
      this.#beep(0.18, 880);
    }
    if (this.#isNotifying && canNotify() === 'granted' && !document.hasFocus()) {
      this.#notify();
    }
  }

  #notify() {
    try {
      /** @type {NotificationOptions & {renotify: boolean}} */
      const options = { tag: 'sayonce-waiting', renotify: true };
      const notification = new Notification(this.#text(this.#known.size), options);
      notification.onclick = () => {
        window.focus();
        notification.close();
      };
    } catch {
      // Some phones only allow notifications from a service worker; the sound remains.
    }
  }

  #beep(after, frequency) {
    if (this.#audio?.state !== 'running') {
      return;
    }
    const start = this.#audio.currentTime + after;
    const tone = this.#audio.createOscillator();
    const volume = this.#audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(0.15, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.16);
    tone.connect(volume).connect(this.#audio.destination);
    tone.start(start);
    tone.stop(start + 0.17);
  }
}

/** 'granted', 'denied', 'default' (may be asked) or 'impossible'. */
export function canNotify() {
  return globalThis.Notification && globalThis.isSecureContext ? Notification.permission : 'impossible';
}
