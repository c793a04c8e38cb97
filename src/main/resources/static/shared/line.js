import { delayAfter } from './backoff.js';

/** Pings come every 20 s; after two missed ones the line is dead. */
const SILENCE = 45_000;
const WATCH = 5_000;
const ANSWER = 15_000;
/** A line that lived this long forgets the failures before it. */
const STEADY = 10_000;

/**
 * A WebSocket that comes back by itself.
 *
 * States: `connecting` (a socket is on its way), `ready` (the server answered the greeting), `waiting` (till the next
 * try), `stopped`. Anything the server sends is a sign of life; silence is not.
 */
export class Line {
  #url;
  #greeting;
  #readyType;
  #onFrame;
  #onState;
  #world;
  /** @type {WebSocket | null} */
  #socket = null;
  #state = 'stopped';
  #failures = 0;
  #heardAt = 0;
  #readyAt = 0;
  #retry = null;
  #watch = null;
  #wake = () => this.#wakeUp();

  /**
   * @param {object} options
   * @param {string} options.url
   * @param {() => object | null} options.greeting the first frame of each socket
   * @param {string} options.readyType the `type` of the frame that makes the line ready
   * @param {(frame: any) => void} options.onFrame
   * @param {(state: string) => void} options.onState
   * @param {object} [world] what a test replaces: open, now, random, setTimeout, clearTimeout, setInterval, clearInterval
   */
  constructor({ url, greeting, readyType, onFrame, onState }, world = {}) {
    this.#url = url;
    this.#greeting = greeting;
    this.#readyType = readyType;
    this.#onFrame = onFrame;
    this.#onState = onState;
    this.#world = { ...REAL_WORLD, ...world };
  }

  get state() {
    return this.#state;
  }

  start() {
    if (this.#state !== 'stopped') {
      return;
    }
    globalThis.addEventListener?.('online', this.#wake);
    globalThis.document?.addEventListener('visibilitychange', this.#wake);
    this.#watch = this.#world.setInterval(() => this.#look(), WATCH);
    this.#connect();
  }

  stop() {
    globalThis.removeEventListener?.('online', this.#wake);
    globalThis.document?.removeEventListener('visibilitychange', this.#wake);
    this.#world.clearInterval(this.#watch);
    this.#world.clearTimeout(this.#retry);
    this.#abandon();
    this.#to('stopped');
  }

  /** True if the frame went out on a ready line; that is no promise that it arrived. */
  send(frame) {
    if (this.#state !== 'ready') {
      return false;
    }
    this.#socket?.send(JSON.stringify(frame));
    return true;
  }

  /** Hangs up and connects again: now, or after that many milliseconds. */
  restart(after = 0) {
    if (this.#state === 'stopped') {
      return;
    }
    this.#abandon();
    this.#connectIn(after);
  }

  #connectIn(delay) {
    this.#world.clearTimeout(this.#retry);
    this.#to('waiting');
    this.#retry = this.#world.setTimeout(() => this.#connect(), delay);
  }

  #connect() {
    this.#world.clearTimeout(this.#retry);
    this.#to('connecting');
    this.#heardAt = this.#world.now();
    const socket = this.#world.open(this.#url);
    this.#socket = socket;
    socket.onopen = () => this.#greet(socket);
    socket.onmessage = (message) => socket === this.#socket && this.#hear(message.data);
    socket.onclose = () => socket === this.#socket && this.#lost();
  }

  #greet(socket) {
    const frame = socket === this.#socket ? this.#greeting() : null;
    if (frame) {
      socket.send(JSON.stringify(frame));
    }
  }

  #hear(data) {
    this.#heardAt = this.#world.now();
    const frame = parsed(data);
    if (frame === null) {
      return;
    }
    if (frame.type === this.#readyType && this.#state === 'connecting') {
      this.#readyAt = this.#heardAt;
      this.#to('ready');
    }
    if (frame.type === 'ping') {
      this.send({ type: 'pong' });
    }
    this.#onFrame(frame);
  }

  #look() {
    const silence = this.#world.now() - this.#heardAt;
    if ((this.#state === 'ready' && silence > SILENCE) || (this.#state === 'connecting' && silence > ANSWER)) {
      this.#lost();
    }
  }

  #lost() {
    const steady = this.#state === 'ready' && this.#world.now() - this.#readyAt > STEADY;
    this.#failures = steady ? 1 : this.#failures + 1;
    this.#abandon();
    this.#connectIn(delayAfter(this.#failures, this.#world.random));
  }

  /** The network is back or somebody looks at the page again: no reason to wait any longer. */
  #wakeUp() {
    if (this.#state === 'waiting' && globalThis.document?.visibilityState !== 'hidden' && this.#failures > 0) {
      this.#connect();
    } else {
      this.#look();
    }
  }

  #abandon() {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #to(state) {
    if (state !== this.#state) {
      this.#state = state;
      this.#onState(state);
    }
  }
}

const REAL_WORLD = {
  open: (url) => new WebSocket(url),
  now: () => Date.now(),
  random: Math.random,
  setTimeout: (task, delay) => setTimeout(task, delay),
  clearTimeout: (id) => clearTimeout(id),
  setInterval: (task, period) => setInterval(task, period),
  clearInterval: (id) => clearInterval(id),
};

function parsed(data) {
  try {
    const frame = JSON.parse(data);
    return frame && typeof frame === 'object' ? frame : null;
  } catch {
    return null;
  }
}

/** The address of a socket beside this page, `ws` or `wss` as the page itself. */
export function socketUrl(path, location = globalThis.location) {
  const url = new URL(path, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
