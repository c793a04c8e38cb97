import { typeOf } from './files.js';

/** Without any progress for so long, an upload has failed. */
const STALLED = 45_000;

/**
 * Why an upload did not succeed. `code` is the server's (`mismatch` instead of `type` where the content is not what it claims
 * to be), or `offline` if no answer came, or `cancelled`; `retryAfter` is in
 * seconds, where the server named them.
 */
export class UploadRefused extends Error {
  /**
   * @param {string} code
   * @param {number} [retryAfter]
   */
  constructor(code, retryAfter) {
    super(code);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** True if the same file may be taken later. */
  get isPassing() {
    return ['offline', 'too-fast', 'unavailable', 'busy'].includes(this.code);
  }
}

/**
 * Why a chosen file cannot be sent, known before sending; the server looks at its content besides.
 *
 * @param {{name: string, type: string, size: number}} file
 * @param {import('./files.js').FileLimits} limits
 * @returns {null | 'too-large' | 'type' | 'empty'}
 */
export function obstacleTo(file, limits) {
  if (file.size === 0) {
    return 'empty';
  }
  if (!limits.types.includes(typeOf(file))) {
    return 'type';
  }
  return file.size > limits.largest ? 'too-large' : null;
}

/**
 * Sends one file as the body of a request. The same `X-Client-Id` may be sent again after a failure: the server keeps one.
 *
 * @param {object} order
 * @param {string} order.url
 * @param {Record<string, string>} order.headers who sends, and `X-Client-Id`; type and name are added here
 * @param {File} order.file
 * @param {(share: number) => void} [order.onProgress] from 0 to 1
 * @param {AbortSignal} [order.signal] cancels it
 * @param {() => XMLHttpRequest} [newRequest] what a test replaces
 * @returns {Promise<{id: string, conversation: string, n: number}>} rejected with {@link UploadRefused}
 */
export function upload({ url, headers, file, onProgress, signal }, newRequest = () => new XMLHttpRequest()) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new UploadRefused('cancelled'));
      return;
    }
    const request = newRequest();
    const watch = stallWatch(() => request.abort());
    const cancel = () => request.abort();
    const end = (settle) => {
      watch.stop();
      signal?.removeEventListener('abort', cancel);
      settle();
    };
    request.upload.onprogress = (event) => {
      watch.touch();
      onProgress?.(event.lengthComputable ? event.loaded / event.total : 0);
    };
    request.onload = () => end(() => answered(request, resolve, reject));
    request.onerror = () => end(() => reject(new UploadRefused('offline')));
    request.onabort = () => end(() => reject(new UploadRefused(signal?.aborted ? 'cancelled' : 'offline')));
    signal?.addEventListener('abort', cancel);
    send(request, url, { ...headers, ...describing(file) }, file);
  });
}

function send(request, url, headers, file) {
  request.open('POST', url);
  Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
  request.send(file);
}

function describing(file) {
  return { 'Content-Type': typeOf(file) || 'application/octet-stream', 'X-File-Name': encodeURIComponent(wellFormed(file.name)) };
}

/** Half a character, as broken file names have, cannot be encoded. */
function wellFormed(name) {
  return name.replace(/\p{Surrogate}/gu, '\ufffd');
}

function answered(request, resolve, reject) {
  const answer = parsed(request.responseText);
  if (request.status >= 200 && request.status < 300 && answer?.id) {
    resolve(answer);
  } else {
    reject(new UploadRefused(codeOf(request.status, answer), secondsOf(request.getResponseHeader('Retry-After'))));
  }
}

/** Something in between (a proxy) may answer in the server's place, without a code. */
function codeOf(status, answer) {
  if (typeof answer?.code === 'string') {
    return answer.reason === 'mismatch' ? 'mismatch' : answer.code;
  }
  return { 401: 'revoked', 413: 'too-large', 415: 'type', 429: 'too-fast' }[status] ?? 'unavailable';
}

function secondsOf(header) {
  const seconds = Number.parseInt(header ?? '', 10);
  return Number.isNaN(seconds) ? undefined : seconds;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function stallWatch(onStall) {
  let timer = setTimeout(onStall, STALLED);
  return {
    touch() {
      clearTimeout(timer);
      timer = setTimeout(onStall, STALLED);
    },
    stop: () => clearTimeout(timer),
  };
}
