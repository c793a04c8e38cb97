import { ticking } from '../shared/time.js';

/** @type {Set<() => void>} */
const tasks = new Set();
/** @type {any} */
let timer;

/**
 * The one clock of the page: runs a task each second till the answer is called.
 *
 * @param {() => void} task
 */
export function everySecond(task) {
  tasks.add(task);
  timer ??= setInterval(() => tasks.forEach((one) => one()), 1_000);
  return () => {
    tasks.delete(task);
    if (tasks.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/**
 * Writes the time since then into each `[data-since]` below that is in sight, without drawing anything else again.
 *
 * @param {ParentNode} root
 * @param {number} now
 */
export function showSince(root, now) {
  // First all looking, then all writing: a look after a write makes the browser lay everything out again.
  const inSight = [...root.querySelectorAll('[data-since]')].filter(
    (place) => place.textContent === '' || place.checkVisibility({ contentVisibilityAuto: true }),
  );
  for (const place of inSight) {
    const text = ticking(now - Date.parse(place.getAttribute('data-since') ?? ''));
    if (place.textContent !== text) {
      place.textContent = text;
    }
  }
}
