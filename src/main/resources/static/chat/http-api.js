/** What the page asks by HTTP. The session's token goes in a header, never in an address. */
export class HttpApi {
  #token;
  #fetch;

  /**
   * @param {() => string | null} token
   * @param {typeof fetch} [fetching] what a test replaces
   */
  constructor(token, fetching = (...call) => fetch(...call)) {
    this.#token = token;
    this.#fetch = fetching;
  }

  /** @returns {Record<string, string>} */
  get headers() {
    const token = this.#token();
    return token === null ? {} : { Authorization: `Bearer ${token}` };
  }

  /**
   * The entries before that one, oldest first, and whether there are more.
   *
   * @param {import('./timeline.js').Place} before
   * @returns {Promise<{entries: import('./timeline.js').Entry[], more: boolean}>}
   */
  async history({ conversation, n }) {
    const answer = await this.#get('/chat/history', { conversation, before: String(n) });
    return answer.json();
  }

  /** The whole talk as a text file. @param {string} language @returns {Promise<{name: string, content: Blob}>} */
  async talk(language) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';
    const answer = await this.#get('/chat/talk', { language, zone });
    return { name: fileName(answer.headers.get('Content-Disposition')) ?? 'chat.txt', content: await answer.blob() };
  }

  /** The address of a file's content, which lives in this page alone. @param {string} conversation @param {string} id @param {'small'|'full'} size */
  async file(conversation, id, size) {
    const path = `/chat/files/${encodeURIComponent(conversation)}/${encodeURIComponent(id)}`;
    /** @type {Record<string, string>} */
    const query = size === 'small' ? { size } : {};
    const answer = await this.#get(path, query);
    return URL.createObjectURL(await answer.blob());
  }

  /** Where the talk can go on, for whoever opens it first. @returns {Promise<import('./elsewhere.js').Link>} */
  async link() {
    return (await this.#send('POST', '/chat/link')).json();
  }

  /** The talk goes on here alone. */
  async unlink() {
    await this.#send('DELETE', '/chat/link');
  }

  /** Nothing of the talk is kept, here or in a channel that it was linked with. */
  async erase() {
    await this.#send('DELETE', '/chat/thread');
  }

  /** @param {string} method @param {string} path */
  async #send(method, path) {
    const answer = await this.#fetch(path, { method, headers: this.headers, cache: 'no-store' });
    if (!answer.ok) {
      throw new HttpRefused(answer.status);
    }
    return answer;
  }

  /** @param {string} path @param {Record<string, string>} query */
  async #get(path, query) {
    const search = new URLSearchParams(query).toString();
    const answer = await this.#fetch(search ? `${path}?${search}` : path, { headers: this.headers, cache: 'no-store' });
    if (!answer.ok) {
      throw new HttpRefused(answer.status);
    }
    return answer;
  }
}

/** The server answered, but not with what was asked for. */
export class HttpRefused extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

/** The name in a `Content-Disposition`, as RFC 6266 writes it. @param {string | null} disposition */
export function fileName(disposition) {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1];
  const plain = disposition?.match(/filename="([^"]*)"/i)?.[1] ?? disposition?.match(/filename=([^;"\s]+)/i)?.[1];
  return encoded ? decodeURIComponent(encoded) : plain;
}
