import { localText } from '../shared/i18n.js';
import { optionLabel } from './transcript.js';

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
    case 'late-choice':
      return say('notice.late-choice', { option: optionLabel(entries, details) });
    case 'late':
      return say(details.text ? 'notice.late.text' : 'notice.late', {
        what: translatedOr(say, `what.${details.what}`, details.what),
        agent: details.agent ?? '–',
        text: details.text,
      });
    case 'matched':
      return matchedText(say, details.intents ?? []);
    default:
      return say.has(`notice.${code}`) ? say(`notice.${code}`, details) : code;
  }
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

function matchedText(say, intents) {
  if (intents.length === 0) {
    return say('notice.matched.nothing');
  }
  const percent = new Intl.NumberFormat(say.language, { style: 'percent' });
  return say('notice.matched', { intents: intents.map(({ id, sure }) => `${id} (${percent.format(sure)})`).join(', ') });
}

function translatedOr(say, key, fallback) {
  return say.has(key) ? say(key) : String(fallback ?? '');
}
