import { mayDecide } from './actions.js';
import { complaining } from './complaints.js';

/**
 * What an agent's lists are made of. All functions are pure.
 *
 * `stamp` counts arrivals, so that a list that was asked for before a summary arrived does not undo it.
 *
 * @typedef {{conversation: string, status: string, language?: string, team?: string, reason?: string, front?: boolean, waitingSince?: string,
 *   beganAt?: string, agent?: {id: string, name: string}, customer?: string, unansweredSince?: string,
 *   last?: {from: string, text: string, at: string}, channels?: string[], approvals?: import('./actions.js').Approval[],
 *   complaints?: import('./complaints.js').Complaint[], version?: {of: string, n: number}}} Summary
 * @typedef {{summaries: Map<string, {summary: Summary, stamp: number}>, stamp: number}} Desk
 * @typedef {{waiting: number, longestWaitSince?: string, mine: number, open: number, bot: number}} Counts
 */

/** @type {Desk} */
export const EMPTY = { summaries: new Map(), stamp: 0 };

/** The desk with that summary, unless a newer one is known. */
export function withSummary(desk, summary) {
  return withSummaries(desk, [summary]);
}

/** The desk with those summaries, except where a newer one is known. */
export function withSummaries(desk, listed) {
  const fresh = listed.filter((summary) => {
    const known = desk.summaries.get(summary.conversation);
    return !known || isNewer(summary, known.summary);
  });
  if (fresh.length === 0) {
    return desk;
  }
  const stamp = desk.stamp + 1;
  const summaries = new Map(desk.summaries);
  fresh.forEach((summary) => summaries.set(summary.conversation, { summary, stamp }));
  return { summaries, stamp };
}

/**
 * The desk after a list came that is complete for whatever it covers; only summaries that came after the question (after `since`)
 * outlive an answer that does not name them.
 *
 * @param {Desk} desk
 * @param {Summary[]} listed
 * @param {number} since
 * @param {(summary: Summary) => boolean} [covers]
 */
export function withList(desk, listed, since, covers = () => true) {
  const ids = new Set(listed.map((summary) => summary.conversation));
  const kept = [...desk.summaries].filter(([id, { summary, stamp }]) => ids.has(id) || stamp > since || !covers(summary));
  return withSummaries({ summaries: new Map(kept), stamp: desk.stamp }, listed);
}

/** The desk without a conversation that is no more. */
export function without(desk, conversation) {
  if (!desk.summaries.has(conversation)) {
    return desk;
  }
  const summaries = new Map(desk.summaries);
  summaries.delete(conversation);
  return { summaries, stamp: desk.stamp };
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
    .filter((summary) => isMine(summary, me))
    .sort(
      (a, b) =>
        Number(b.unansweredSince !== undefined) - Number(a.unansweredSince !== undefined) ||
        byTime(a.unansweredSince, b.unansweredSince) ||
        byTime(b.last?.at, a.last?.at),
    );
}

/** Where a word is asked for that the agent may give, whoever asked first at the top. */
export function toApprove(desk, me) {
  return all(desk)
    .filter((summary) => asksFor(summary, me))
    .sort((a, b) => byTime(a.approvals?.[0]?.at, b.approvals?.[0]?.at));
}

/** @param {Summary} summary @param {any} me */
function asksFor({ approvals }, me) {
  return (approvals ?? []).some((approval) => mayDecide(me, approval));
}

/** What colleagues lead, the latest first. */
export function others(desk, me) {
  return latest(desk, (summary) => summary.status === 'open' && !isMine(summary, me));
}

/** What the bot leads, the latest first. */
export function withBot(desk) {
  return latest(desk, ({ status }) => status === 'bot');
}

/** What has ended, the latest first. */
export function closed(desk) {
  return latest(desk, isClosed);
}

/** Who has an open complaint, the most urgent first. */
export function withComplaints(desk) {
  return complaining(all(desk));
}

/** True if `/desk` always names it, so that one that it does not name is no longer so. */
export function isOnDesk(summary, me) {
  return summary.status === 'queued' || isMine(summary, me) || asksFor(summary, me);
}

export function isMine(summary, me) {
  return summary?.status === 'open' && summary.agent?.id === me.id;
}

export function isClosed({ status }) {
  return ['resolved', 'abandoned', 'continued'].includes(status);
}

export function summaryOf(desk, conversation) {
  return desk.summaries.get(conversation)?.summary;
}

/** Within one line of versions the higher number wins; a new line of versions always does. */
export function isNewer(summary, known) {
  const [one, other] = [summary.version, known.version];
  return !one || !other || one.of !== other.of || one.n > other.n;
}

/**
 * The figures for the bar: the server's, save that the own desk, which is here as a whole, counts for itself.
 *
 * @param {Desk} desk
 * @param {{id: string}} me
 * @param {Partial<Counts>} [counted] what the server counted
 * @returns {Counts}
 */
export function countsOf(desk, me, counted = {}) {
  const line = waiting(desk);
  const since = line.map(({ waitingSince }) => waitingSince).filter((at) => at !== undefined).sort(byTime);
  const own = mine(desk, me).length;
  return {
    waiting: line.length,
    longestWaitSince: since[0],
    mine: own,
    open: Math.max(0, (counted.open ?? own + others(desk, me).length) - own),
    bot: counted.bot ?? withBot(desk).length,
  };
}

/**
 * The neighbour of a conversation in a list, `step` further; from one that is not there: the first or the last.
 *
 * @param {string[]} order ids as they are shown
 * @param {string | undefined} current
 * @param {1 | -1} step
 */
export function neighbour(order, current, step) {
  const at = current === undefined ? -1 : order.indexOf(current);
  if (at < 0) {
    return step > 0 ? order[0] : order.at(-1);
  }
  return order[at + step];
}

/**
 * What an agent turns to when a conversation is done: of the own ones whoever waits for an answer, else the one beside it in the list.
 *
 * @param {Desk} desk
 * @param {{id: string}} me
 * @param {string[]} order as it was shown before
 * @param {string} done
 */
export function nextAfter(desk, me, order, done) {
  const own = mine(desk, me).filter(({ conversation }) => conversation !== done);
  const beside = [neighbour(order, done, 1), neighbour(order, done, -1)];
  const next = own.find(({ unansweredSince }) => unansweredSince) ?? own.find(({ conversation }) => beside.includes(conversation)) ?? own[0];
  return next?.conversation;
}

function latest(desk, isWanted) {
  return all(desk)
    .filter(isWanted)
    .sort((a, b) => byTime(b.last?.at ?? b.beganAt, a.last?.at ?? a.beganAt));
}

/** @returns {Summary[]} */
function all(desk) {
  return [...desk.summaries.values()].map(({ summary }) => summary);
}

function byTime(one, other) {
  return one && other ? Date.parse(one) - Date.parse(other) : 0;
}
