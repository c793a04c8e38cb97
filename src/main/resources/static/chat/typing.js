/**
 * Who is writing to the customer at this moment. Pure.
 *
 * @typedef {{from: 'bot'} | {from: 'agent', name: string}} Typist
 */

/** An agent's `typing` frame is believed this long (milliseconds); while they go on, the next one comes earlier. */
export const BELIEVED_FOR = 6_000;
/** The server is told at most this often that the customer writes. */
export const TELL_EVERY = 2_000;
/** An answer that comes within this time needs no dots before it: they would only flicker. */
export const SHOWN_AFTER = 300;
/** After this time without an answer nobody believes in dots any more. */
export const ANSWER_WITHIN = 20_000;

const BOT_LEADS = ['none', 'bot', 'resolved', 'abandoned'];

/**
 * The assistant writes while a message of the customer waits for it; an agent, while the server says so.
 *
 * @param {object} now
 * @param {string} now.status of the talk
 * @param {number | null} now.askedAt when the customer's newest message went out, null once it is answered
 * @param {{name: string, until: number} | null} now.agent the last `typing` frame; without a name the assistant is at work
 * @param {number} now.at
 * @returns {Typist | null}
 */
export function typist({ status, askedAt, agent, at }) {
  if (agent !== null && agent.until > at) {
    return agent.name === '' ? { from: 'bot' } : { from: 'agent', name: agent.name };
  }
  const waited = askedAt === null ? 0 : at - askedAt;
  return waited >= SHOWN_AFTER && waited < ANSWER_WITHIN && BOT_LEADS.includes(status) ? { from: 'bot' } : null;
}

/**
 * When `typist` may answer differently with nothing else having happened, or undefined.
 *
 * @param {{askedAt: number | null, agent: {until: number} | null, at: number}} now
 */
export function nextChange({ askedAt, agent, at }) {
  const asked = askedAt === null ? [] : [askedAt + SHOWN_AFTER, askedAt + ANSWER_WITHIN];
  const moments = [...asked, ...(agent ? [agent.until] : [])].filter((moment) => moment > at);
  return moments.length > 0 ? Math.min(...moments) : undefined;
}
