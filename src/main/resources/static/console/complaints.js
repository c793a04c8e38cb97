import { lasting } from '../shared/time.js';

/**
 * What the console makes of complaints. All functions are pure.
 *
 * @typedef {{number: string, state: string, conversation: string, madeAt: string, team: string, owner?: {id: string, name: string},
 *   deadline: string, due?: string, about: string, outcome?: string, proposedAt?: string, closedAt?: string, end?: string}} Complaint
 */

/** Who is told of every complaint that is late. */
const SEES_ALL = ['supervisor', 'admin'];

/** @param {Complaint} complaint */
export function isOpen({ state }) {
  return state !== 'closed';
}

/** The open complaint that is most urgent: those that wait for the customer come last. @param {{complaints?: Complaint[]}} [summary] @returns {Complaint | undefined} */
export function mostUrgent(summary) {
  return (summary?.complaints ?? []).filter(isOpen).sort(byUrgency)[0];
}

/** @param {Complaint} one @param {Complaint} other */
export function byUrgency(one, other) {
  return Number(one.state === 'proposed') - Number(other.state === 'proposed') || Date.parse(one.deadline) - Date.parse(other.deadline);
}

/** In the order of a panel: the open ones by urgency, then the closed ones, the newest first. @param {Complaint[]} [complaints] */
export function inOrder(complaints = []) {
  const open = complaints.filter(isOpen).sort(byUrgency);
  return [...open, ...complaints.filter((one) => !isOpen(one)).reverse()];
}

/**
 * How near the deadline is: what the server told, and what the clock says meanwhile.
 *
 * @param {Complaint} complaint
 * @param {number} now
 * @returns {'late' | 'soon' | ''}
 */
export function dueOf({ state, deadline, due }, now) {
  if (state === 'closed' || state === 'proposed') {
    return '';
  }
  return Date.parse(deadline) <= now ? 'late' : due === 'soon' ? 'soon' : '';
}

/** The time that is left, or by which it is late. @param {any} say @param {Complaint} complaint @param {number} now */
export function leftText(say, complaint, now) {
  if (complaint.state === 'proposed') {
    return say('complaint.waits');
  }
  const left = Date.parse(complaint.deadline) - now;
  return say(left > 0 ? 'complaint.left' : 'complaint.late', { time: lasting(Math.abs(left), say.language) });
}

/** A complaint in a few words, for a list. @param {any} say @param {Complaint} complaint @param {number} now */
export function shortText(say, complaint, now) {
  const state = complaint.state === 'proposed' ? '' : say(`complaint.state.${complaint.state}`);
  return [complaint.number, leftText(say, complaint, now), complaint.owner?.name ?? say('complaint.unowned'), state].filter(Boolean).join(' · ');
}

/** The conversations with an open complaint, the most urgent first. @param {any[]} summaries */
export function complaining(summaries) {
  return summaries
    .map((summary) => ({ summary, complaint: mostUrgent(summary) }))
    .filter(({ complaint }) => complaint !== undefined)
    .sort((a, b) => byUrgency(/** @type {Complaint} */ (a.complaint), /** @type {Complaint} */ (b.complaint)))
    .map(({ summary }) => summary);
}

/**
 * Those whose deadline is near or past, as far as the agent answers for them: the owner for their own, supervisors for all.
 *
 * @param {any[]} summaries
 * @param {{id: string, role: string}} me
 * @param {number} now
 * @returns {{conversation: string, complaint: Complaint, due: string}[]}
 */
export function calling(summaries, me, now) {
  return summaries
    .flatMap(({ conversation, complaints = [] }) =>
      complaints.map((/** @type {Complaint} */ complaint) => ({ conversation, complaint, due: dueOf(complaint, now) })),
    )
    .filter(({ complaint, due }) => due !== '' && (SEES_ALL.includes(me.role) || complaint.owner?.id === me.id))
    .sort((a, b) => byUrgency(a.complaint, b.complaint));
}
