import { localText } from '../shared/i18n.js';
import { lasting } from '../shared/time.js';
import { optionLabel } from './transcript.js';

/** Above these probabilities the bot is said to have been this sure. */
const SURE = [
  [0.9, 'very'],
  [0.7, 'quite'],
  [0.5, 'rather'],
  [0, 'little'],
];

/** Why the end of a conversation has to wait. */
const COMPLAINT_FIRST = ['COMPLAINT', 'UNCONFIRMED'];

/** Who decides what the bot learns. */
export function mayTeach({ role }) {
  return role === 'supervisor' || role === 'admin';
}

/** @param {{proof: string, name: string}} details */
function identified({ proof, name }) {
  return proof === 'CODE' ? 'notice.identified.code' : name === '' ? 'notice.identified.unnamed' : 'notice.identified';
}

/** A fact of the transcript in the agent's language. */
export function noticeText(say, notice, { entries, teams }) {
  const { code, ...details } = notice;
  switch (code) {
    case 'handed-off':
      return say(details.team ? 'notice.handed-off.team' : 'notice.handed-off', {
        reason: reasonText(say, details.reason),
        team: teamTitle(teams, details.team, say.language),
      });
    case 'language':
      return say('notice.language', { language: languageName(details.language, say.language) });
    case 'called':
    case 'call-done':
    case 'call-failed':
    case 'approval-asked':
    case 'approval-declined':
      return actionText(say, code, details);
    case 'late-choice':
      return say('notice.late-choice', { option: optionLabel(entries, details) });
    case 'late':
      if (COMPLAINT_FIRST.includes(details.why)) {
        return say('notice.complaint-first', { what: translatedOr(say, `what.${details.what}`, details.what), agent: details.agent ?? '–' });
      }
      return say(details.text ? 'notice.late.text' : 'notice.late', {
        what: translatedOr(say, `what.${details.what}`, details.what),
        agent: details.agent ?? '–',
        text: details.text,
      });
    case 'also-asked':
      return say('notice.also-asked', { intent: titled(say, details.title, details.intent) });
    case 'matched':
      return matchedText(say, details);
    case 'slot':
    case 'guess':
    case 'forgotten':
      return say(`notice.${code}`, { name: titled(say, details.title, details.name), value: titled(say, details.label, details.value) });
    case 'identified':
      return say(identified(details), details);
    case 'interrupt':
      return say('notice.interrupt', { what: translatedOr(say, `what.${details.what}`, details.what) });
    case 'about':
      return say('notice.about', { agent: details.agent, intent: titled(say, details.title, details.intent) });
    case 'asked-again':
      return say('notice.asked-again', { name: titled(say, details.title, details.slot) });
    case 'complaint':
      return complaintText(say, details);
    case 'linked':
      return say(details.from ? 'notice.linked.from' : 'notice.linked', { channel: channelsText(say, details.channel.split(',')) });
    case 'unlinked':
      return say('notice.unlinked', { channel: channelsText(say, [details.channel]) });
    case 'unreachable':
      return details.why === 'blocked' ? say('notice.unreachable.blocked') : say('notice.unreachable', { ...details, why: whyText(say, details.why) });
    case 'resolved':
      return details.by === 'customer' ? say('notice.resolved.customer') : say('notice.resolved', details);
    default:
      return say.has(`notice.${code}`) ? say(`notice.${code}`, details) : code;
  }
}

/**
 * The customer's name, or a short sign by which agents can tell the nameless apart.
 *
 * @param {import('../shared/i18n.js').Say} say
 * @param {{customer?: string, conversation?: string}} summary
 */
export function customerName(say, { customer, conversation }) {
  const code = String(conversation ?? '').split('.')[0].slice(-4).toUpperCase();
  return customer ?? (code ? say('customer.unnamed', { code }) : say('who.customer'));
}

export function reasonText(say, reason) {
  return reason ? translatedOr(say, `reason.${reason}`, reason) : '';
}

export function teamTitle(teams, id, language) {
  const team = teams.find((candidate) => candidate.id === id);
  return localText(team?.title, language) || id || '';
}

/** `polski`, `русский`: the language's name in the reader's language. */
export function languageName(code, language) {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code);
  } catch {
    return code ?? '';
  }
}

/** What to tell an agent about a refused request. */
export function problemText(say, { code, agent }) {
  const key = code === 'claimed' && !agent ? 'problem.claimed.unnamed' : `problem.${code}`;
  return say(say.has(key) ? key : 'problem.unexpected', { agent });
}

/** The last words of a conversation, with who said them unless it was the customer. */
export function lastText(say, last) {
  if (!last) {
    return '';
  }
  const text = last.text || (last.file ? say('list.file') : '');
  return last.from === 'customer' ? text : `${say(`who.${last.from}`)}: ${text}`;
}

/** The handoff card in one line: why, and what is known. */
export function briefText(say, card) {
  const known = (card?.slots ?? []).map(({ name, title, value, label }) => `${titled(say, title, name)}: ${titled(say, label, value)}`);
  return [reasonText(say, card?.reason), ...known].filter(Boolean).join(' · ');
}

/** What a variable of a ready reply is called. */
export function variableName(say, variable, slots = []) {
  const key = `variable.${variable}`;
  return say.has(key) ? say(key) : titled(say, slots.find(({ name }) => name === variable)?.title, variable);
}

/** Where the customer writes from. @param {import('../shared/i18n.js').Say} say @param {string[]} [channels] */
export function channelsText(say, channels = []) {
  return channels.map((channel) => translatedOr(say, `contact.${channel}`, channel)).join(', ');
}

/** How the way of a line to the customer stands. @param {import('../shared/i18n.js').Say} say @param {import('./transcript.js').Delivery} delivery */
export function deliveryText(say, { state, why }) {
  const reason = whyText(say, why);
  return reason && say.has(`delivery.${state}.why`) ? say(`delivery.${state}.why`, { why: reason }) : say(`delivery.${state}`);
}

/** Reasons of our own in words, Telegram's as it gave them. That an answer is missing is what `uncertain` says already. */
function whyText(say, why = '') {
  const [code] = why.split(':');
  return code === 'answer-unknown' ? '' : translatedOr(say, `delivery.why.${code}`, why);
}

/** What became of a complaint. */
function complaintText(say, { what, why, first, agent, ...details }) {
  const key = [`notice.complaint.${what}`, why].filter(Boolean).join('.');
  const text = say(key, { ...details, agent: agent ?? say('complaint.unowned') });
  return first ? `${text} ${say('notice.complaint.first')}` : text;
}

function matchedText(say, { outcome, intents = [] }) {
  const percent = new Intl.NumberFormat(say.language, { style: 'percent' });
  const named = intents.map(({ id, title, sure }) => ({ name: titled(say, title, id), sure, percent: percent.format(sure) }));
  const list = named.map((one) => `${one.name} (${one.percent})`).join(', ');
  if (named.length === 0) {
    return say('notice.matched.nothing');
  }
  if (outcome === 'unknown') {
    return say('notice.matched.unknown', { intents: list });
  }
  if (outcome === 'which') {
    return say('notice.matched.which', { intents: list });
  }
  const [{ name, sure, percent: much }, ...next] = named;
  const first = say('notice.matched', { intent: name, sure: say(`sure.${sureWord(sure)}`), percent: much });
  const others = next.map((one) => `${one.name} (${one.percent})`).join(', ');
  return others ? say('notice.matched.next', { first, intents: others }) : first;
}

function sureWord(sure) {
  return SURE.find(([least]) => sure >= Number(least))?.[1] ?? 'little';
}

function titled(say, title, fallback) {
  return (typeof title === 'string' ? title : localText(title, say.language)) || String(fallback ?? '');
}

export function translatedOr(say, key, fallback) {
  return say.has(key) ? say(key) : String(fallback ?? '');
}

/** What stands in the browser's tab: how many call, and for how many minutes the longest has waited. */
export function titleOf(say, counts, now) {
  const calls = counts ? counts.waiting + (counts.unanswered ?? 0) : 0;
  if (calls === 0) {
    return say('title');
  }
  const { longestWaitSince } = counts;
  const wait = longestWaitSince ? ` ${lasting(now - Date.parse(longestWaitSince), say.language)}` : '';
  return `(${calls})${wait} · ${say('title')}`;
}

/** What was done with an action, by whom and why. */
function actionText(say, code, { title, action, inputs, error, reason, uncertain, why, by, ...details }) {
  const given = details.with === undefined ? details.told : namedValues(details.with, inputs, say.language);
  const values = { action: withValues(titled(say, title, action), given), by: by ?? '', approver: details.approvedBy ?? '' };
  switch (code) {
    case 'called':
      return because(say, say(details.approvedBy ? 'notice.called.approved' : by ? 'notice.called.by' : 'notice.called', values), why);
    case 'call-failed':
      return say(uncertain ? 'notice.call-failed.uncertain' : 'notice.call-failed', { ...values, error: errorText(say, error, reason) });
    case 'call-done':
      return say('notice.call-done', values);
    default:
      return because(say, say(`notice.${code}`, values), why);
  }
}

/** Why an action failed: what it means, and the back end's own word where there is one. */
function errorText(say, error, reason) {
  const more = reason && reason !== error ? translatedOr(say, `error.${reason}`, reason) : '';
  return [translatedOr(say, `error.${error}`, error), more].filter(Boolean).join(', ');
}

function because(say, text, why) {
  return why ? say('notice.because', { text, why }) : text;
}

/**
 * `id: AB123456, amount: 50.00` with the inputs by the names that people call them.
 *
 * @param {string} values
 * @param {{name: string, title: any}[] | undefined} inputs
 * @param {string} language
 */
export function namedValues(values, inputs, language) {
  return (inputs ?? []).reduce(
    (text, { name, title }) => text.replace(new RegExp(`(^|, )${name}: `), (_, before) => `${before}${localText(title, language) || name}: `),
    values,
  );
}

/** An action with what it was given or what it told. @param {string} action @param {string} [values] */
function withValues(action, values) {
  return values ? `${action} (${values})` : action;
}
