/**
 * What a key means at the desk. Pure.
 *
 * @typedef {'next' | 'previous' | 'claim' | 'resolve' | 'note' | 'reply' | 'search' | 'canned' | 'shortcuts' | 'about'} Meaning
 */

/** With Alt, by the place on the keyboard: what it types there differs from system to system. */
const WITH_ALT = {
  KeyJ: 'next',
  KeyK: 'previous',
  KeyC: 'claim',
  KeyE: 'resolve',
  KeyP: 'note',
  KeyL: 'reply',
  KeyS: 'search',
  KeyR: 'canned',
  KeyI: 'about',
};

/** Without Alt, by the sign, where nothing is being written. */
const ALONE = { '/': 'search', '?': 'shortcuts' };

/** Polish on a Mac is typed with the very key that the shortcuts use. */
const POLISH = /^[ąćęłńóśźż]$/i;

/**
 * @param {KeyboardEvent} event or whatever has its fields
 * @param {{isMac: boolean, isWriting: boolean, isDialogOpen: boolean}} where `isWriting`: the keyboard is in a field; `isDialogOpen` is
 *   looked at only when the key means something
 * @returns {Meaning | null}
 */
export function meaningOf(event, where) {
  if (event.isComposing || event.metaKey || event.getModifierState?.('AltGraph')) {
    return null;
  }
  const meaning = event.altKey ? withAlt(event, where) : alone(event, where);
  return meaning === null || where.isDialogOpen ? null : meaning;
}

function alone(event, { isWriting }) {
  return isWriting || event.ctrlKey ? null : (ALONE[event.key] ?? null);
}

/** Ctrl with Alt is AltGr on Windows; on a Mac it is the way out for whoever needs Alt for letters. */
function withAlt(event, { isMac, isWriting }) {
  const isLetter = isMac && isWriting && !event.ctrlKey && POLISH.test(event.key);
  if (isLetter || event.shiftKey || (event.ctrlKey && !isMac)) {
    return null;
  }
  return WITH_ALT[event.code] ?? null;
}

/** The rows of the help: what each key does, as it is printed on this system's keyboards. */
export function helpOf(isMac) {
  const alt = (letter) => (isMac ? ['⌥', letter] : ['Alt', letter]);
  return [
    { meaning: 'next', keys: [alt('J')] },
    { meaning: 'previous', keys: [alt('K')] },
    { meaning: 'claim', keys: [alt('C')] },
    { meaning: 'resolve', keys: [alt('E')] },
    { meaning: 'reply', keys: [alt('L')] },
    { meaning: 'note', keys: [alt('P')] },
    { meaning: 'canned', keys: [['/'], alt('R')] },
    { meaning: 'search', keys: [alt('S'), ['/']] },
    { meaning: 'about', keys: [alt('I')] },
    { meaning: 'send', keys: [['Enter']] },
    { meaning: 'break', keys: [[isMac ? '⇧' : 'Shift', 'Enter']] },
    { meaning: 'placeholder', keys: [['Tab']] },
    { meaning: 'shortcuts', keys: [['?']] },
  ];
}

/** @param {{platform?: string, userAgentData?: {platform?: string}}} navigator */
export function isMacLike(navigator) {
  return /mac|iphone|ipad/i.test(navigator.userAgentData?.platform ?? navigator.platform ?? '');
}

/** What Alt and the letter are called for `aria-keyshortcuts`. */
export function ariaKey(letter) {
  return `Alt+${letter}`;
}
