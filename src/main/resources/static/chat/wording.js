/** @typedef {((key: string, values?: Record<string, any>) => string) & {language: string, has: (key: string) => boolean}} Say */

/** After so many milliseconds without a line the server, not the network, is taken to be away. */
export const AWAY_AFTER = 20_000;

/**
 * The line that says where the customer stands.
 *
 * @param {Say} say
 * @param {{status: string, position?: number, agent?: string}} standing
 */
export function statusText(say, { status, position, agent }) {
  switch (status) {
    case 'queued':
      return position ? say('status.queued.position', { position }) : say('status.queued');
    case 'open':
      return agent ? say('status.open', { agent }) : say('status.open.unnamed');
    case 'resolved':
    case 'abandoned':
      return say('status.closed');
    default:
      return say('status.bot');
  }
}

/**
 * The banner over the log: the line first, then what the server refused; empty if all is well.
 *
 * @param {Say} say
 * @param {object} state
 * @param {string} state.line
 * @param {number} state.lostFor milliseconds without a line, 0 while a lost one is not yet worth a word
 * @param {boolean} state.hasBeenReady
 * @param {boolean} state.isOffline the browser knows that there is no network
 * @param {string | null} state.notice what the server refused
 */
export function bannerText(say, { line, lostFor, hasBeenReady, isOffline, notice }) {
  const refusal = notice && say.has(`refused.${notice}`) ? say(`refused.${notice}`) : '';
  if (line === 'ready') {
    return refusal;
  }
  if (lostFor === 0) {
    return '';
  }
  return refusal || say(lineKey({ lostFor, hasBeenReady, isOffline }));
}

/** @param {{lostFor: number, hasBeenReady: boolean, isOffline: boolean}} state */
function lineKey({ lostFor, hasBeenReady, isOffline }) {
  if (isOffline) {
    return 'line.offline';
  }
  if (lostFor >= AWAY_AFTER) {
    return 'line.away';
  }
  return hasBeenReady ? 'line.again' : 'line.first';
}

/**
 * How much room a text has left, in words; empty while there is plenty.
 *
 * @param {Say} say
 * @param {number} left
 */
export function roomText(say, left) {
  if (left >= 500) {
    return '';
  }
  return left >= 0 ? say('composer.left', { count: left }) : say('composer.over', { count: -left });
}

/**
 * Why a file was not sent, or still waits; empty if there is nothing to say.
 *
 * @param {Say} say
 * @param {string | undefined} reason
 * @param {{largest: string, types: string}} limits in words
 */
export function fileTrouble(say, reason, limits) {
  if (reason === undefined) {
    return '';
  }
  const key = [`file.refused.${reason}`, `refused.${reason}`].find((one) => say.has(one)) ?? 'file.refused.unavailable';
  return say(key, limits);
}
