/**
 * The browser's storage as JSON values. Where the browser refuses storage (private windows, blocked third parties) values
 * live in memory, so that the page works till it is closed.
 */
export class Store {
  #storage;
  #memory = new Map();

  /** @param {() => Storage} storage a function, because merely touching a blocked storage throws */
  constructor(storage) {
    try {
      this.#storage = storage();
    } catch {
      this.#storage = null;
    }
  }

  get(key) {
    if (this.#memory.has(key)) {
      return this.#memory.get(key);
    }
    try {
      return JSON.parse(this.#storage?.getItem(key) ?? 'null');
    } catch {
      return null;
    }
  }

  set(key, value) {
    try {
      this.#storage.setItem(key, JSON.stringify(value));
      this.#memory.delete(key);
    } catch {
      this.#memory.set(key, value);
    }
  }

  remove(key) {
    this.#memory.delete(key);
    try {
      this.#storage?.removeItem(key);
    } catch {
      // Nothing was kept there.
    }
  }

  keys() {
    try {
      return [...new Set([...this.#memory.keys(), ...Object.keys(this.#storage ?? {})])];
    } catch {
      return [...this.#memory.keys()];
    }
  }
}
