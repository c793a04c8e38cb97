/*
 * Reads what a person would read out of a page module, without running it: the text between the tags of its templates and the
 * attributes that are said or shown.
 */

/** Stands for an expression in the middle of a template. */
const HOLE = '\0';
const SAID = ['alt', 'aria-description', 'aria-label', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext', 'label', 'placeholder', 'title'];
const TAG = /<(?:[^<>"']|"[^"]*"|'[^']*')*>/g;
const LETTERS = /\p{L}{2,}/u;

/** The source without its comments; line numbers stay. Strings and templates are left as they are. */
export function withoutComments(source) {
  return pieces(source)
    .map(({ kind, text }) => (kind === 'comment' ? text.replace(/[^\n]/g, '') : text))
    .join('');
}

/** The strings of a module in quotes of any kind, templates with a hole for each expression: `[{text, line, tag}]`. */
export function literals(source) {
  return pieces(source).flatMap((piece) => piece.found);
}

/** What stands in a template for a person to read: texts between tags, then attributes. */
export function wordsOf(template) {
  const markup = template.replace(/<!--[\s\S]*?-->/g, '');
  const between = markup.split(TAG).flatMap((text) => text.replace(/&#?\w+;/g, ' ').split(HOLE));
  const said = [...markup.matchAll(TAG)].flatMap(([tag]) => SAID.flatMap((name) => attribute(tag, name)));
  return [...between, ...said].map((text) => text.trim()).filter((text) => LETTERS.test(text));
}

function attribute(tag, name) {
  return [...tag.matchAll(new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'g'))].flatMap(([, ...values]) =>
    values.filter(Boolean).flatMap((value) => value.split(HOLE)),
  );
}

/** The source cut into code, comments and literals. */
function pieces(source) {
  const result = [];
  const line = (at) => source.slice(0, at).split('\n').length;
  let at = 0;
  let from = 0;
  const cut = (kind, end, found = []) => {
    result.push({ kind: 'code', text: source.slice(from, at), found: [] }, { kind, text: source.slice(at, end), found });
    at = from = end;
  };
  while (at < source.length) {
    const end = after(source, at);
    if (isComment(source, at)) {
      cut('comment', end);
    } else if (isQuote(source[at])) {
      cut('literal', end, [{ text: source.slice(at + 1, end - 1), line: line(at), tag: '' }]);
    } else if (source[at] === '`') {
      const { text, inner } = template(source, at);
      const tag = source.slice(0, at).match(/[\w$]*$/)?.[0] ?? '';
      cut('literal', end, [{ text, line: line(at), tag }, ...inner.map((one) => ({ ...one, line: one.line + line(at) - 1 }))]);
    } else {
      at = end;
    }
  }
  at = source.length;
  cut('code', source.length);
  return result;
}

function isComment(source, at) {
  return source.startsWith('//', at) || source.startsWith('/*', at);
}

function afterComment(source, at) {
  const end = source.startsWith('//', at) ? source.indexOf('\n', at) : source.indexOf('*/', at) + 2;
  return end <= 1 ? source.length : end;
}

function isQuote(character) {
  return character === "'" || character === '"';
}

/** A slash divides after a value and begins an expression elsewhere. */
function isRegex(source, at) {
  return source[at] === '/' && /(?:^|[(,=:[!&|?{};+\n]|=>|return)\s*$/.test(source.slice(Math.max(0, at - 40), at));
}

function afterRegex(source, at) {
  let inClass = false;
  for (let i = at + 1; i < source.length; i++) {
    if (source[i] === '\\') {
      i++;
    } else if (source[i] === '\n' || (source[i] === '/' && !inClass)) {
      return i + 1;
    } else if (source[i] === '[' || source[i] === ']') {
      inClass = source[i] === '[';
    }
  }
  return source.length;
}

function afterString(source, at) {
  let end = at + 1;
  while (end < source.length && source[end] !== source[at]) {
    end += source[end] === '\\' ? 2 : 1;
  }
  return end + 1;
}

function template(source, at) {
  let text = '';
  let end = at + 1;
  const inner = [];
  while (end < source.length && source[end] !== '`') {
    if (source.startsWith('${', end)) {
      const close = closing(source, end + 2);
      const lines = source.slice(at, end).split('\n').length - 1;
      inner.push(...literals(source.slice(end + 2, close)).map((one) => ({ ...one, line: one.line + lines })));
      text += HOLE;
      end = close + 1;
    } else {
      const length = source[end] === '\\' ? 2 : 1;
      text += source.slice(end, end + length);
      end += length;
    }
  }
  return { end: end + 1, text, inner };
}

/** Where the brace of an expression closes. */
function closing(source, from) {
  let depth = 0;
  let at = from;
  while (at < source.length && (depth > 0 || source[at] !== '}')) {
    depth += source[at] === '{' ? 1 : source[at] === '}' ? -1 : 0;
    at = after(source, at);
  }
  return at;
}

/** Behind the comment, string, template or expression that begins there, else behind the character. */
function after(source, at) {
  if (isComment(source, at)) {
    return afterComment(source, at);
  }
  if (isQuote(source[at])) {
    return afterString(source, at);
  }
  if (source[at] === '`') {
    return template(source, at).end;
  }
  return isRegex(source, at) ? afterRegex(source, at) : at + 1;
}
