import { isMacLike, meaningOf } from './keys.js';

/**
 * True if a dialog lies over the page, in whatever element it lives: then the page's own keys mean nothing.
 *
 * @param {ParentNode} root
 * @returns {boolean}
 */
export function isModalOpen(root = document) {
  return (
    root.querySelector('dialog:modal') !== null ||
    [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot !== null && isModalOpen(shadowRoot))
  );
}

/** The element that has the keyboard, through all shadows. */
export function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) {
    element = element.shadowRoot.activeElement;
  }
  return element;
}

/** True if letters go into that element. */
export function takesWords(element) {
  return element instanceof HTMLElement && element.matches('textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])');
}

/**
 * Tells what keys mean, wherever on the page they are pressed, till the answer is called.
 *
 * @param {(meaning: import('./keys.js').Meaning) => boolean} act answers whether it has to do with it
 */
export function onMeanings(act) {
  const isMac = isMacLike(navigator);
  const pressed = (event) => {
    const where = {
      isMac,
      isWriting: takesWords(focused()),
      get isDialogOpen() {
        return isModalOpen();
      },
    };
    const meaning = meaningOf(event, where);
    if (meaning && act(meaning)) {
      event.preventDefault();
    }
  };
  window.addEventListener('keydown', pressed);
  return () => window.removeEventListener('keydown', pressed);
}
