/**
 * Puts words on the clipboard; also on a plain http page, where browsers keep the modern way to themselves.
 *
 * @param {string} text
 * @param {HTMLElement | DocumentFragment} place where a field may be put for a moment
 * @returns {Promise<boolean>} whether it worked
 */
export async function copy(text, place) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByField(text, place);
  }
}

function copyByField(text, place) {
  const before = /** @type {HTMLElement | null} */ (place.activeElement ?? document.activeElement);
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  place.append(field);
  field.select();
  const isDone = document.execCommand('copy');
  field.remove();
  before?.focus();
  return isDone;
}
