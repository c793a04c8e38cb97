/**
 * Who writes and who looks, as far as heard of lately. Pure.
 *
 * @typedef {{from: 'customer' | 'agent', name?: string, until: number}} Typing
 * @typedef {{id: string, name: string, typing?: boolean}} Colleague
 * @typedef {{typing: Map<string, Typing>, looking: Map<string, Colleague[]>}} Presence
 */

/** Whoever was heard to write does so for this long (milliseconds). */
const LASTS = 6_000;
/** Oneself is heard to write at most this often. */
export const SAY_EVERY = 2_000;

/** @type {Presence} */
export const NOBODY = { typing: new Map(), looking: new Map() };

/** @returns {Presence} */
export function withTyping(presence, { conversation, from, name }, now) {
  return { ...presence, typing: new Map(presence.typing).set(conversation, { from, name, until: now + LASTS }) };
}

/** @returns {Presence} */
export function withLooking(presence, { conversation, agents }) {
  const looking = new Map(presence.looking);
  if (agents.length > 0) {
    looking.set(conversation, agents);
  } else {
    looking.delete(conversation);
  }
  return { ...presence, looking };
}

/** What was heard too long ago is forgotten; the very same if there is nothing to forget. @returns {Presence} */
export function without(presence, now) {
  const live = [...presence.typing].filter(([, { until }]) => until > now);
  return live.length === presence.typing.size ? presence : { ...presence, typing: new Map(live) };
}

/** Words came: whoever sent them has stopped writing. @returns {Presence} */
export function withWords(presence, conversation, from) {
  if (presence.typing.get(conversation)?.from !== from) {
    return presence;
  }
  const typing = new Map(presence.typing);
  typing.delete(conversation);
  return { ...presence, typing };
}

export function isCustomerTyping(presence, conversation) {
  return presence.typing.get(conversation)?.from === 'customer';
}

/**
 * Colleagues in a conversation in words: a sentence for those who write, one for those who look. Whoever does not lead the
 * conversation can only be writing a note.
 *
 * @param {(key: string, values?: any) => string} say
 * @param {Colleague[]} agents
 * @param {string} [leader] id of who leads the conversation
 */
export function colleaguesText(say, agents, leader) {
  const doing = (agent) => (!agent.typing ? 'looking' : agent.id === leader ? 'typing' : 'note');
  return ['typing', 'note', 'looking']
    .map((what) => sentence(say, what, agents.filter((agent) => doing(agent) === what)))
    .filter(Boolean)
    .join(' · ');
}

function sentence(say, what, agents) {
  const [first, second] = agents.map(({ name }) => name);
  if (agents.length === 0) {
    return '';
  }
  if (agents.length === 1) {
    return say(`colleagues.${what}.one`, { name: first });
  }
  return agents.length === 2
    ? say(`colleagues.${what}.two`, { name: first, other: second })
    : say(`colleagues.${what}.more`, { name: first, count: agents.length - 1 });
}
