const FIRST = 500;
const LONGEST = 30_000;

/**
 * How long to wait before the next try, in milliseconds: doubling up to half a minute, the upper half of it random, so
 * that thousands of clients do not come back in the same second.
 *
 * @param {number} failures tries that failed in a row, from 1
 * @param {() => number} random from 0 to below 1
 */
export function delayAfter(failures, random = Math.random) {
  const full = Math.min(LONGEST, FIRST * 2 ** Math.min(failures - 1, 16));
  return Math.round(full / 2 + (random() * full) / 2);
}
