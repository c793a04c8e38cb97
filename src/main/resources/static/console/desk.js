/**
 * What an agent's lists are made of. All functions are pure.
 *
 * `stamp` counts arrivals, so that a list that was asked for before a summary arrived does not undo it.
 *
 * @typedef {{conversation: string, status: string, version: {of: string, n: number}}} Summary
 * @typedef {{summaries: Map<string, {summary: Summary, stamp: number}>, stamp: number}} Desk
 */

/** @type {Desk} */
export const EMPTY = { summaries: new Map(), stamp: 0 };

/** The desk with that summary, unless a newer one is known. */
export function withSummary(desk, summary) {
  const known = desk.summaries.get(summary.conversation);
  if (known && !isNewer(summary, known.summary)) {
    return desk;
  }
  const stamp = desk.stamp + 1;
  return { summaries: new Map(desk.summaries).set(summary.conversation, { summary, stamp }), stamp };
}

/** The desk as the server lists it; only summaries that came after the question (after `since`) outlive the answer. */
export function withList(desk, listed, since) {
  const ids = new Set(listed.map((summary) => summary.conversation));
  const kept = [...desk.summaries].filter(([id, { stamp }]) => ids.has(id) || stamp > since);
  return listed.reduce(withSummary, { summaries: new Map(kept), stamp: desk.stamp });
}

/** Who waits for a person: the front of the line first, then the longest wait. */
export function waiting(desk) {
  return all(desk)
    .filter(({ status }) => status === 'queued')
    .sort((a, b) => Number(b.front ?? false) - Number(a.front ?? false) || byTime(a.waitingSince, b.waitingSince));
}

/** An agent's own conversations: whoever waits longest for an answer first, then the latest words. */
export function mine(desk, me) {
  return all(desk)
    .filter(({ status, agent }) => status === 'open' && agent?.id === me.id)
    .sort(
      (a, b) =>
        Number(b.unansweredSince !== undefined) - Number(a.unansweredSince !== undefined) ||
        byTime(a.unansweredSince, b.unansweredSince) ||
        byTime(b.last?.at, a.last?.at),
    );
}

/** What goes on without this agent: with the bot or with colleagues, the latest first. */
export function others(desk, me) {
  return all(desk)
    .filter(({ status, agent }) => status === 'bot' || (status === 'open' && agent?.id !== me.id))
    .sort((a, b) => byTime(b.last?.at ?? b.beganAt, a.last?.at ?? a.beganAt));
}

export function summaryOf(desk, conversation) {
  return desk.summaries.get(conversation)?.summary;
}

/** Within one line of versions the higher number wins; a new line of versions always does. */
export function isNewer(summary, known) {
  const [one, other] = [summary.version, known.version];
  return !one || !other || one.of !== other.of || one.n > other.n;
}

function all(desk) {
  return [...desk.summaries.values()].map(({ summary }) => summary);
}

function byTime(one, other) {
  return one && other ? Date.parse(one) - Date.parse(other) : 0;
}
