// The button on a company's page, and behind it the chat in an iframe of ours. Nothing is stored before the first message.
(() => {
  'use strict';

  /** @type {any} */
  const LOOK = /* look */ {};
  const TEXTS = {
    pl: { open: 'Otwórz czat', close: 'Zamknij czat', title: 'Czat', hide: 'Schowaj podpowiedź', unread: (n) => `, nieprzeczytane: ${n}` },
    ru: { open: 'Открыть чат', close: 'Закрыть чат', title: 'Чат', hide: 'Скрыть подсказку', unread: (n) => `, непрочитанных: ${n}` },
    en: { open: 'Open chat', close: 'Close chat', title: 'Chat', hide: 'Hide this', unread: (n) => `, ${n} unread` },
  };
  const TALKED = 'sayonce.talked';
  const TEASE_AFTER = 4000;
  const FULL_SCREEN = '(max-width: 480px), (max-height: 480px)';

  const STYLES = `
  :host { all: initial; --accent: ${LOOK.accent ?? '#1b6a4f'}; --ink: ${LOOK.accentInk ?? '#fff'}; --ground: #f3f5f3; --surface: #fff; --text: #17201c; }
  @media (prefers-color-scheme: dark) {
    :host { --accent: ${LOOK.accentDark ?? '#5fc49c'}; --ink: ${LOOK.accentDarkInk ?? '#06251a'}; --ground: #111714; --surface: #28312c; --text: #e9efeb; }
  }
  @media print { :host { display: none !important; } }
  * { box-sizing: border-box; }
  [hidden] { display: none !important; }
  button { margin: 0; border: 0; cursor: pointer; font: inherit; }
  :focus-visible { outline: 3px solid #0a62c2; outline-offset: 2px; box-shadow: 0 0 0 2px #fff; }
  svg { width: 26px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
  .box { --side: max(20px, env(safe-area-inset-right)); --foot: max(20px, env(safe-area-inset-bottom)); font: 15px/1.4 system-ui, sans-serif; }
  .launcher, .teaser, dialog { position: fixed; right: var(--side); left: auto; z-index: 2147483000; }
  .left { --side: max(20px, env(safe-area-inset-left)); }
  .left .launcher, .left .teaser, .left dialog { right: auto; left: var(--side); }
  .launcher {
    bottom: var(--foot); display: grid; place-items: center; width: 56px; height: 56px; padding: 0; border-radius: 50%;
    background: var(--accent); color: var(--ink); box-shadow: 0 2px 12px rgb(0 0 0 / 25%);
  }
  .launcher:hover { background: color-mix(in oklab, var(--accent) 86%, black); }
  .launcher .cross, .open .launcher .speech { display: none; }
  .open .launcher .cross { display: block; }
  .badge {
    position: absolute; top: -4px; right: -4px; min-width: 22px; height: 22px; padding: 0 6px; border-radius: 11px;
    border: 2px solid #fff; background: #a3261d; color: #fff; font: 600 12px/18px system-ui, sans-serif; text-align: center;
  }
  .teaser {
    bottom: calc(var(--foot) + 68px); display: flex; align-items: flex-start; max-width: min(300px, calc(100vw - 40px));
    border-radius: 14px; background: var(--surface); color: var(--text); box-shadow: 0 4px 24px rgb(0 0 0 / 22%);
  }
  .teaser button { border-radius: 14px; background: none; color: inherit; text-align: start; }
  .teaser .words { padding: 12px 0 12px 16px; overflow-wrap: anywhere; }
  .teaser .hide { flex: none; display: grid; place-items: center; width: 44px; height: 44px; }
  .teaser svg { width: 16px; }
  dialog {
    bottom: calc(var(--foot) + 68px); top: auto; width: 400px; max-width: calc(100vw - 40px); height: 660px;
    max-height: calc(100dvh - 108px); margin: 0; padding: 0; overflow: hidden; border: 1px solid rgb(128 128 128 / 40%);
    border-radius: 16px; background: var(--ground); box-shadow: 0 8px 40px rgb(0 0 0 / 25%);
  }
  dialog::backdrop { background: none; }
  iframe { display: block; width: 100%; height: 100%; border: 0; }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open], .teaser { animation: rise 180ms cubic-bezier(0.2, 0.7, 0.3, 1); }
    @keyframes rise { from { opacity: 0; transform: translateY(12px); } }
  }
  @media ${FULL_SCREEN} {
    .box dialog {
      top: var(--top, 0); bottom: auto; left: 0; right: 0; width: 100%; max-width: none; height: var(--height, 100dvh); max-height: none;
      padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
      border: 0; border-radius: 0; animation: none;
    }
    .open .launcher { display: none; }
  }
  `;

  const script = /** @type {any} */ (document.currentScript ?? document.querySelector('script[src*="/widget.js"]'));
  if (!script || document.querySelector('[data-sayonce-widget]')) {
    return;
  }
  const origin = new URL(script.src).origin;
  const settings = window.SayOnceSettings ?? {};
  /** The page's word on who is signed in: a token, null for nobody, or a function that gets one of them; undefined: no word. */
  let identity = settings.identity;
  const language = wantedLanguage();
  const texts = TEXTS[language];
  const title = LOOK.brand ? `${LOOK.brand} – ${texts.title}` : texts.title;
  const narrow = matchMedia(FULL_SCREEN);
  const still = sheetOf('html, body { overflow: hidden !important; overscroll-behavior: none !important; }');
  const listeners = [];

  const launcher = make('button', { type: 'button', class: 'launcher', 'aria-expanded': 'false', 'aria-haspopup': 'dialog' });
  const badge = make('span', { class: 'badge', 'aria-hidden': 'true', hidden: '' });
  const teaserWords = make('button', { type: 'button', class: 'words' });
  const teaserHide = make('button', { type: 'button', class: 'hide', 'aria-label': texts.hide, title: texts.hide });
  const teaser = make('div', { class: 'teaser', 'data-teaser': '', role: 'status', hidden: '' });
  const panel = make('dialog', { 'aria-label': title, id: 'panel' });
  const box = make('div', { class: `box ${(settings.position ?? LOOK.corner) === 'left' ? 'left' : 'right'}` });
  /** @type {any} */
  let frame = null;
  let isLoaded = false;
  let isOpen = false;
  let unread = 0;
  let hidden = '';

  if (document.body) {
    attach();
  } else {
    document.addEventListener('DOMContentLoaded', attach, { once: true });
  }
  window.SayOnce = { open, close, identify, signOut: () => identify(null), on: (what, listener) => what === 'unread' && listeners.push(listener) };

  function attach() {
    const host = make('div', { 'data-sayonce-widget': '' });
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheetOf(STYLES)];
    launcher.append(icon('speech', 'M4 5h16v11H9l-5 4z'), icon('cross', 'M6 6l12 12M18 6L6 18'), badge);
    teaserHide.append(icon('cross', 'M6 6l12 12M18 6L6 18'));
    teaser.append(teaserWords, teaserHide);
    box.append(panel, teaser, launcher);
    root.append(box);
    document.body.append(host);
    listen();
    label();
    afterwards(flag() ? load : tease);
  }

  function listen() {
    launcher.addEventListener('click', () => (isOpen ? close() : open()));
    teaserWords.addEventListener('click', open);
    teaserHide.addEventListener('click', () => {
      hidden = teaserWords.textContent;
      teaser.hidden = true;
      launcher.focus();
    });
    panel.addEventListener('cancel', (event) => {
      event.preventDefault();
      close();
    });
    window.addEventListener('message', hear);
    narrow.addEventListener('change', () => isOpen && show());
    window.visualViewport?.addEventListener('resize', fit);
    window.visualViewport?.addEventListener('scroll', fit);
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && isOpen && !event.defaultPrevented) {
        close();
      }
    });
  }

  /** Not before the company's page has all it needs itself. */
  function afterwards(task) {
    const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(task);
    if (document.readyState === 'complete') {
      whenIdle();
    } else {
      window.addEventListener('load', whenIdle, { once: true });
    }
  }

  function load() {
    if (frame === null) {
      const vouches = identity === undefined ? '' : '&identity=expected';
      frame = make('iframe', { title, src: `${origin}/chat/?language=${language}${vouches}` });
      frame.addEventListener('load', () => {
        isLoaded = true;
        tell(isOpen ? 'open' : 'close');
      });
      launcher.setAttribute('aria-controls', 'panel');
      panel.append(frame);
    }
  }

  function open() {
    isOpen = true;
    load();
    show();
    box.classList.add('open');
    frame.focus();
    tell('open');
    count(0, '');
  }

  /** Over the whole screen it is modal, so that nothing behind it can be reached; the page behind stands still. */
  function show() {
    panel.close();
    rest(narrow.matches);
    fit();
    if (narrow.matches) {
      panel.showModal();
    } else {
      panel.show();
    }
  }

  function close() {
    if (isOpen) {
      isOpen = false;
      panel.close();
      rest(false);
      box.classList.remove('open');
      tell('close');
      label();
      launcher.focus();
    }
  }

  /** What the keyboard on the screen leaves free. */
  function fit() {
    const { offsetTop = 0, height = 0 } = window.visualViewport ?? {};
    const isFull = isOpen && narrow.matches && height > 0;
    panel.style.setProperty('--top', isFull ? `${offsetTop}px` : '');
    panel.style.setProperty('--height', isFull ? `${height}px` : '');
  }

  function rest(isStill) {
    const others = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
    document.adoptedStyleSheets = isStill ? [...others, still] : others;
  }

  function tell(word, more = {}) {
    if (isLoaded) {
      frame.contentWindow.postMessage({ sayonce: word, ...more }, origin);
    }
  }

  /** Somebody signed in on the page after it was loaded, or out; nobody stays signed in here longer than there. */
  function identify(who) {
    identity = who;
    if (who === null && flag()) {
      load();
    }
    vouch(false);
  }

  /** The chat gets the token, never the way to others. A page that fails to get one has no word. */
  async function vouch(isAnswer) {
    try {
      const token = typeof identity === 'function' ? await identity() : identity;
      tell('identity', { token: typeof token === 'string' && token !== '' ? token : null, isAnswer });
    } catch {
      tell('identity', { isAnswer });
    }
  }

  function hear({ source, origin: from, data }) {
    if (frame === null || from !== origin || source !== frame.contentWindow) {
      return;
    }
    if (data?.sayonce === 'close') {
      close();
    } else if (data?.sayonce === 'identity') {
      vouch(true);
    } else if (data?.sayonce === 'talked') {
      flag(data.has === true);
    } else if (data?.sayonce === 'unread' && Number.isInteger(data.count)) {
      count(data.count, String(data.text ?? ''));
    }
  }

  function count(number, words) {
    unread = isOpen ? 0 : Math.max(0, number);
    badge.hidden = unread === 0;
    badge.textContent = unread > 9 ? '9+' : String(unread);
    label();
    hint(unread > 0 ? words : '');
    listeners.forEach((listener) => listener(unread));
  }

  /** Words beside the button; the same ones do not come back once they were sent away. */
  function hint(words) {
    teaser.hidden = words === '' || words === hidden || isOpen;
    teaserWords.textContent = words;
  }

  function tease() {
    const words = LOOK.teaser?.[language];
    if (words) {
      setTimeout(() => frame === null && hint(words), TEASE_AFTER);
    }
  }

  /** Whether this visitor has ever written; a browser that keeps nothing knows nothing. */
  function flag(value) {
    try {
      if (value !== undefined) {
        value ? localStorage.setItem(TALKED, '1') : localStorage.removeItem(TALKED);
      }
      return localStorage.getItem(TALKED) === '1';
    } catch {
      return false;
    }
  }

  function label() {
    const name = isOpen ? texts.close : texts.open + (unread > 0 ? texts.unread(unread) : '');
    launcher.setAttribute('aria-label', name);
    launcher.setAttribute('aria-expanded', String(isOpen));
    launcher.title = isOpen ? texts.close : texts.open;
  }

  function sheetOf(text) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  }

  function make(name, attributes) {
    return put(document.createElement(name), attributes);
  }

  function put(element, attributes) {
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  }

  function icon(name, path) {
    const [svg, line] = ['svg', 'path'].map((tag) => document.createElementNS('http://www.w3.org/2000/svg', tag));
    put(svg, { viewBox: '0 0 24 24', class: name, 'aria-hidden': 'true' }).append(put(line, { d: path }));
    return svg;
  }

  function wantedLanguage() {
    const wanted = [settings.language, document.documentElement.lang, ...navigator.languages];
    const codes = wanted.filter(Boolean).map((code) => String(code).toLowerCase().split('-')[0]);
    return codes.find((code) => TEXTS[code]) ?? 'en';
  }
})();
