/**
 * @typedef {{link: string, until?: string, qr: {size: number, path: string}}} Link where a talk goes on
 * @typedef {{kind: 'closed'} | {kind: 'loading'} | {kind: 'failed'} | {kind: 'linked'} | {kind: 'ready', link: Link}} Elsewhere
 */

/** The quiet border that a camera needs around a QR code, in modules. */
const QUIET = 4;

/** Links are made anew when they have run out, but not at every tick of a clock that is wrong: in milliseconds. */
const SOONEST = 5_000;

/**
 * What the dialog shows.
 *
 * @param {object} state
 * @param {boolean} state.isOpen
 * @param {boolean} state.isLinked the talk goes on there already
 * @param {boolean} state.hasFailed
 * @param {Link | null} state.link
 * @returns {Elsewhere}
 */
export function elsewhere({ isOpen, isLinked, hasFailed, link }) {
  if (!isOpen) {
    return { kind: 'closed' };
  }
  if (isLinked) {
    return { kind: 'linked' };
  }
  if (link) {
    return { kind: 'ready', link };
  }
  return { kind: hasFailed ? 'failed' : 'loading' };
}

/** In how many milliseconds another link is needed; undefined: never. @param {Link} link @param {number} now */
export function runsOutIn({ until }, now) {
  return until === undefined ? undefined : Math.max(SOONEST, Date.parse(until) - now);
}

/** The viewBox that leaves the border. @param {number} size */
export function viewBoxOf(size) {
  return `${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`;
}
