const BASE = '/console/api';
const LONGEST_WAIT = 10_000;
/** A clock may differ by this much before we correct for it; the header that tells us has whole seconds. */
const TOLERANCE = 3_000;

/** An answer that is not the wished one: `status` 0 means that none came. `code` is the problem's stable code, if it has one. */
export class Problem extends Error {
  constructor(status, details = {}) {
    super(`${status} ${details.code ?? ''}`);
    this.status = status;
    this.code = details.code;
    this.agent = details.agent;
    this.retryAfter = details.retryAfter;
    this.problems = details.problems;
    this.intent = details.intent;
    this.field = details.field;
  }

  /** True if the same request may succeed later. */
  get isPassing() {
    return [0, 429, 502, 503, 504].includes(this.status);
  }
}

/** The console's HTTP API: JSON both ways, errors as `Problem`. */
export class Api {
  #onSignedOut;
  #fetch;
  #skew = 0;

  /**
   * @param {() => void} onSignedOut called when an answer says that the session has ended
   * @param {typeof fetch} [fetcher]
   */
  constructor(onSignedOut, fetcher = (...request) => fetch(...request)) {
    this.#onSignedOut = onSignedOut;
    this.#fetch = fetcher;
  }

  /** The server's time in milliseconds, for waiting times. */
  now() {
    return Date.now() + this.#skew;
  }

  get(path) {
    return this.#call('GET', path);
  }

  /** @param {string} path @param {any} [body] @param {number} [patience] in milliseconds, for what may take longer */
  post(path, body = {}, patience = LONGEST_WAIT) {
    return this.#change('POST', path, body, patience);
  }

  put(path, body) {
    return this.#change('PUT', path, body);
  }

  /** The address of a call, for what is not asked by `fetch`. */
  urlOf(path) {
    return BASE + path;
  }

  /** The address of a file of a conversation, which the browser may load by itself: the session is in its cookie. */
  async fileUrl(conversation, file, size) {
    const query = size === 'small' ? '?size=small' : '';
    return this.urlOf(`/conversations/${encodeURIComponent(conversation)}/files/${encodeURIComponent(file)}${query}`);
  }

  /** What an upload has to say besides its file. */
  async uploadHeaders(id) {
    await this.#needToken();
    return { 'X-Client-Id': id, 'X-XSRF-TOKEN': xsrfToken() ?? '' };
  }

  /** @param {string} method @param {string} path @param {any} body @param {number} [patience] */
  async #change(method, path, body, patience) {
    await this.#needToken();
    return this.#call(method, path, body, patience);
  }

  async #needToken() {
    if (xsrfToken() === null) {
      await this.#exchange('GET', '/me');
    }
  }

  /** @param {string} method @param {string} path @param {any} [body] @param {number} [patience] */
  async #call(method, path, body, patience) {
    let response = await this.#exchange(method, path, body, patience);
    if (response.status === 403 && method !== 'GET' && !(await details(response.clone())).code) {
      await this.#exchange('GET', '/me');
      response = await this.#exchange(method, path, body, patience);
    }
    if (response.ok) {
      return response.status === 204 ? null : readJson(response);
    }
    const problem = new Problem(response.status, await details(response));
    if (problem.status === 401 && path !== '/sign-in' && path !== '/me') {
      this.#onSignedOut();
    }
    throw problem;
  }

  /** @param {string} method @param {string} path @param {any} [body] @param {number} [patience] */
  async #exchange(method, path, body, patience = LONGEST_WAIT) {
    const headers = { accept: 'application/json' };
    if (method !== 'GET') {
      headers['content-type'] = 'application/json';
      headers['x-xsrf-token'] = xsrfToken() ?? '';
    }
    try {
      const response = await this.#fetch(BASE + path, {
        method,
        headers,
        body: method === 'GET' ? undefined : JSON.stringify(body),
        cache: 'no-store',
        signal: AbortSignal.timeout(patience),
      });
      this.#compareClocks(response.headers.get('date'));
      return response;
    } catch {
      throw new Problem(0);
    }
  }

  #compareClocks(date) {
    const skew = Date.parse(date ?? '') - Date.now();
    if (!Number.isNaN(skew)) {
      this.#skew = Math.abs(skew) > TOLERANCE ? skew : 0;
    }
  }
}

function xsrfToken() {
  const cookie = globalThis.document?.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : null;
}

async function details(response) {
  try {
    return (await response.json()) ?? {};
  } catch {
    return {};
  }
}

async function readJson(response) {
  try {
    return await response.json();
  } catch {
    throw new Problem(0);
  }
}
