const LINK = /\bhttps?:\/\/[^\s<>"'`]+/gi;
const CLOSING = { ')': '(', ']': '[', '}': '{', '»': '«', '”': '„' };

/**
 * A text cut into plain pieces and links: `[{text}, {text, href}, …]`. Only http and https become links; a full stop or a
 * bracket that belongs to the sentence stays outside.
 */
export function piecesOf(text) {
  const pieces = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const link = trimmed(match[0]);
    const href = safeHref(link);
    if (href === null) {
      continue;
    }
    if (match.index > from) {
      pieces.push({ text: text.slice(from, match.index) });
    }
    pieces.push({ text: link, href });
    from = match.index + link.length;
  }
  if (from < text.length) {
    pieces.push({ text: text.slice(from) });
  }
  return pieces;
}

function trimmed(link) {
  let end = link.length;
  while (end > 0 && belongsToSentence(link.slice(0, end))) {
    end--;
  }
  return link.slice(0, end);
}

function belongsToSentence(link) {
  const last = link.at(-1);
  if ('.,;:!?…'.includes(last)) {
    return true;
  }
  const opening = CLOSING[last];
  return opening !== undefined && count(link, last) > count(link, opening);
}

function count(text, character) {
  return text.split(character).length - 1;
}

function safeHref(link) {
  try {
    const url = new URL(link);
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname ? url.href : null;
  } catch {
    return null;
  }
}
