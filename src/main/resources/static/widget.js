/*
 * The button that a company's page shows, and behind it the chat in an iframe of our own origin. No dependency, nothing stored;
 * nothing but this file is loaded before the visitor opens the chat. The page's policy needs our origin in script-src and frame-src.
 */
(() => {
  'use strict';

  const LOOK = /* look */ {};

  const TEXTS = {
    pl: { open: 'Otwórz czat', close: 'Zamknij czat', title: 'Czat', unread: (n) => `, nieprzeczytane: ${n}` },
    ru: { open: 'Открыть чат', close: 'Закрыть чат', title: 'Чат', unread: (n) => `, непрочитанных: ${n}` },
    en: { open: 'Open chat', close: 'Close chat', title: 'Chat', unread: (n) => `, ${n} unread` },
  };

  const STYLES = `
    :host { all: initial; }
    * { box-sizing: border-box; }
    .launcher {
      position: fixed; bottom: calc(20px + env(safe-area-inset-bottom)); right: 20px; z-index: 2147483000;
      display: grid; place-items: center; width: 56px; height: 56px; padding: 0; border: 0; border-radius: 50%;
      background: #1b6a4f; color: #fff; cursor: pointer; box-shadow: 0 2px 12px rgb(0 0 0 / 25%);
    }
    .launcher:hover { background: #14523d; }
    .launcher:focus-visible { outline: 3px solid #0a62c2; outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
    .left .launcher { right: auto; left: 20px; }
    .launcher svg { width: 26px; height: 26px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
    .launcher .cross, .open .launcher .speech { display: none; }
    .open .launcher .cross { display: block; }
    .badge {
      position: absolute; top: -4px; right: -4px; min-width: 22px; height: 22px; padding: 0 6px; border-radius: 11px;
      border: 2px solid #fff; background: #a3261d; color: #fff; font: 600 12px/18px system-ui, sans-serif; text-align: center;
    }
    .badge[hidden], iframe[hidden] { display: none; }
    iframe {
      position: fixed; bottom: calc(88px + env(safe-area-inset-bottom)); right: 20px; z-index: 2147483000;
      width: 400px; max-width: calc(100vw - 40px); height: 640px; max-height: calc(100dvh - 108px);
      border: 1px solid rgb(128 128 128 / 40%); border-radius: 14px; background: #f4f6f4; box-shadow: 0 8px 40px rgb(0 0 0 / 25%);
    }
    .left iframe { right: auto; left: 20px; }
    @media (prefers-color-scheme: dark) { iframe { background: #111714; } }
    @media (max-width: 480px) {
      iframe { inset: 0; width: 100%; max-width: none; height: 100%; max-height: none; border: 0; border-radius: 0; }
      .left iframe { left: 0; }
      .open .launcher { display: none; }
    }
  `;

  const script = document.currentScript ?? [...document.querySelectorAll('script[src]')].filter(isOurs).pop();
  if (!script || document.querySelector('[data-sayonce-widget]')) {
    return;
  }
  const origin = new URL(script.src).origin;
  const settings = window.SayOnceSettings ?? {};
  const language = wantedLanguage();
  const texts = TEXTS[language];

  const launcher = make('button', { type: 'button', class: 'launcher', 'aria-expanded': 'false', 'aria-haspopup': 'dialog' });
  const badge = make('span', { class: 'badge', 'aria-hidden': 'true', hidden: '' });
  const box = make('div', { class: settings.position === 'left' ? 'left' : 'right' });
  let frame = null;
  let isLoaded = false;
  let isOpen = false;
  let unread = 0;

  if (document.body) {
    attach();
  } else {
    document.addEventListener('DOMContentLoaded', attach, { once: true });
  }

  function attach() {
    const host = make('div', { 'data-sayonce-widget': '' });
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [sheet];
    launcher.append(
      icon('speech', 'M4 5h16v11H9l-5 4z'),
      icon('cross', 'M6 6l12 12M18 6L6 18'),
      badge,
    );
    launcher.addEventListener('click', () => (isOpen ? close() : open()));
    box.append(launcher);
    root.append(box);
    document.body.append(host);
    window.addEventListener('message', hear);
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && isOpen && !event.defaultPrevented) {
        close();
      }
    });
    label();
  }

  function open() {
    isOpen = true;
    if (frame === null) {
      frame = make('iframe', { title: texts.title, src: `${origin}/chat/?language=${language}`, id: 'frame' });
      frame.addEventListener('load', () => {
        isLoaded = true;
        tell(isOpen ? 'open' : 'close');
      });
      launcher.setAttribute('aria-controls', 'frame');
      box.prepend(frame);
    }
    frame.hidden = false;
    box.classList.add('open');
    frame.focus();
    tell('open');
    count(0);
  }

  function close() {
    isOpen = false;
    frame.hidden = true;
    box.classList.remove('open');
    tell('close');
    label();
    launcher.focus();
  }

  function tell(word) {
    if (isLoaded) {
      frame.contentWindow.postMessage({ sayonce: word }, origin);
    }
  }

  function hear({ source, origin: from, data }) {
    if (frame === null || from !== origin || source !== frame.contentWindow) {
      return;
    }
    if (data?.sayonce === 'close' && isOpen) {
      close();
    } else if (data?.sayonce === 'unread' && Number.isInteger(data.count)) {
      count(data.count);
    }
  }

  function count(number) {
    unread = isOpen ? 0 : Math.max(0, number);
    badge.hidden = unread === 0;
    badge.textContent = unread > 9 ? '9+' : String(unread);
    label();
  }

  function label() {
    const name = isOpen ? texts.close : texts.open + (unread > 0 ? texts.unread(unread) : '');
    launcher.setAttribute('aria-label', name);
    launcher.setAttribute('aria-expanded', String(isOpen));
    launcher.title = isOpen ? texts.close : texts.open;
  }

  function make(name, attributes) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  }

  function icon(name, path) {
    const namespace = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(namespace, 'svg');
    const line = document.createElementNS(namespace, 'path');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('class', name);
    svg.setAttribute('aria-hidden', 'true');
    line.setAttribute('d', path);
    svg.append(line);
    return svg;
  }

  function isOurs({ src }) {
    return new URL(src).pathname.endsWith('/widget.js');
  }

  function wantedLanguage() {
    const wanted = [settings.language, document.documentElement.lang, ...navigator.languages];
    const codes = wanted.filter(Boolean).map((code) => String(code).toLowerCase().split('-')[0]);
    return codes.find((code) => TEXTS[code]) ?? 'en';
  }
})();
