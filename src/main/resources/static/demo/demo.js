import { pickLanguage } from '../shared/i18n.js';
import { goods, texts } from './texts.js';

/*
 * The sample company's front page, made as a customer of ours would make it: its own words in three languages, and the widget.
 * The widget has no language switch of its own from outside, so the language is a part of the address.
 */
const wanted = new URLSearchParams(location.search).get('language');
const language = pickLanguage([wanted, ...navigator.languages], Object.keys(texts), 'pl');

document.documentElement.lang = language;
document.title = texts[language].title;
/** @type {NodeListOf<HTMLElement>} */
const texted = document.querySelectorAll('[data-text]');
for (const element of texted) {
  element.textContent = texts[language][element.dataset.text ?? ''];
}
/** @type {NodeListOf<HTMLElement>} */
const buttons = document.querySelectorAll('button[data-language]');
for (const button of buttons) {
  button.setAttribute('aria-pressed', String(button.dataset.language === language));
  button.addEventListener('click', () => location.replace(`?language=${button.dataset.language}`));
}
document.querySelector('[data-shelf]')?.replaceChildren(...goods.map(shelfItem));
embedWidget();

function shelfItem({ name, text, price }) {
  const item = document.createElement('li');
  const money = new Intl.NumberFormat(language, { style: 'currency', currency: 'PLN' });
  item.append(line('h3', '', name), line('p', '', text[language]), line('span', 'price', money.format(price)));
  return item;
}

function line(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** What a customer pastes into a page; here as a module, because this page's policy allows no inline script. */
function embedWidget() {
  window.SayOnceSettings = { language, position: 'right' };
  const script = document.createElement('script');
  script.async = true;
  script.src = '/widget.js';
  document.head.append(script);
}
