import { localText } from '../shared/i18n.js';

/**
 * What is to be learned from customers' own words: the pure part of its page.
 *
 * @typedef {{id: string, title: Record<string, string>}} Titled
 * @typedef {{outcome: 'SURE' | 'WHICH' | 'UNKNOWN', intents: Titled[]}} Meaning
 * @typedef {{text: string, language: string, intent: Titled, before: Meaning, after: Meaning}} Change
 * @typedef {{today: Meaning, worse: Change[], better: Change[], tests: {name: string, file: string, line: number, expected: string, got: string}[],
 *   tried: number, basis: string}} Review
 * @typedef {{text: string, intent: string, language: string}} Wanted
 */

/**
 * Tries an example out, asking again while the server is at it. Null if `isStillWanted` said no meanwhile.
 *
 * @param {{post: (path: string, body: any) => Promise<any>}} api
 * @param {string} proposal
 * @param {Wanted} wanted
 * @param {() => boolean} isStillWanted
 * @returns {Promise<Review | null>}
 */
export async function tryOut(api, proposal, wanted, isStillWanted) {
  while (isStillWanted()) {
    const { review } = await api.post(`/learning/proposals/${encodeURIComponent(proposal)}/review`, wanted);
    if (review) {
      return isStillWanted() ? review : null;
    }
  }
  return null;
}

/** True if accepting should make one think twice. */
export function isDoubtful({ worse, tests }) {
  return worse.length > 0 || tests.length > 0;
}

/** True if the words are still those that were tried out. */
export function isSame(a, b) {
  return a.text.trim() === b.text.trim() && a.intent === b.intent && a.language === b.language;
}

/**
 * What the bot does about words, in the agent's language.
 *
 * @param {import('../shared/i18n.js').Say} say
 * @param {Meaning} meaning
 */
export function meaningText(say, { outcome, intents }) {
  const named = intents.map(({ id, title }) => localText(title, say.language) || id).join(', ');
  return say(`meaning.${outcome.toLowerCase()}`, { intents: named });
}

/**
 * A question that would be understood otherwise, in one line.
 *
 * @param {import('../shared/i18n.js').Say} say
 * @param {Change} change
 */
export function changeText(say, { text, intent, before, after }) {
  return say('learning.change', {
    text,
    intent: localText(intent.title, say.language),
    before: meaningText(say, before),
    after: meaningText(say, after),
  });
}

/** The customer's question that the bot did not know and nobody has said yet what it was about: 'open', 'told' or nothing. */
export function unknownQuestion(entries) {
  const unknown = entries.findLast(({ notice }) => notice?.code === 'handed-off' && notice.reason === 'unknown-question');
  if (!unknown) {
    return null;
  }
  return entries.some(({ n, notice }) => n > unknown.n && notice?.code === 'about') ? 'told' : 'open';
}
