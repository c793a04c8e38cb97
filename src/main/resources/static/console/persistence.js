import { delayAfter } from '../shared/backoff.js';

/** How long to wait before the same request goes out again, in milliseconds: as the server says, else longer each time. */
export function pauseAfter(problem, failures, random = Math.random) {
  const own = delayAfter(failures + 1, random);
  return problem.retryAfter === undefined ? own : Math.max(own, problem.retryAfter * 1000);
}

/**
 * Resolves after that time, or sooner when the network comes back.
 *
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
export function pause(milliseconds) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    globalThis.addEventListener?.('online', done);
  });
}

/** Runs a request again while it fails for passing reasons, at most `tries` times; the last problem is thrown. */
export async function persistently(request, tries, waiting = pause) {
  for (let failures = 1; ; failures++) {
    try {
      return await request();
    } catch (problem) {
      if (!problem.isPassing || failures >= tries) {
        throw problem;
      }
      await waiting(pauseAfter(problem, failures));
    }
  }
}
