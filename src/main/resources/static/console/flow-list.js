import { localText } from '../shared/i18n.js';

/** Who leads the desk may take over other files. */
export function canReload(me) {
  return me.role === 'admin' || me.role === 'supervisor';
}

/**
 * The processes that serve, by their titles as the language sorts them.
 *
 * @param {{flows: string[], titles: Record<string, Record<string, string>>}} serving
 * @param {string} language
 */
export function byTitle({ flows, titles }, language) {
  const { compare } = new Intl.Collator(language);
  return flows.map((id) => ({ id, title: localText(titles[id], language) || id })).sort((a, b) => compare(a.title, b.title));
}

/** The set is in the address so that a picture changes with the files. */
export function addressOfDrawing(id, language, set) {
  return `/flows/${encodeURIComponent(id)}/drawing?${new URLSearchParams({ language, set })}`;
}

/** @param {{file: string, line: number, column: number}} problem */
export function placeOf({ file, line, column }) {
  return `${file}:${line}:${column}`;
}

/** What keeps files from being taken; remarks would only stand in the way. */
export function errorsOf(problems) {
  return problems.filter(({ warning }) => !warning);
}
