import { beginningOf } from './reading.js';

/** What shows of the talk outside the page: in the title of its window, and on the company's page around it. */
export class Outside {
  #host;

  /** @param {import('./host.js').Host} host */
  constructor(host) {
    this.#host = host;
  }

  /**
   * @param {import('./session.js').ChatSession['view']} view
   * @param {import('./wording.js').Say} say
   */
  show({ language, welcome, unread, isEngaged }, say) {
    const company = welcome?.brand ?? welcome?.company;
    const title = company ? say('title.company', { company }) : say('title');
    const news = this.#host.isOpen ? [] : unread;
    document.documentElement.lang = language;
    document.title = news.length > 0 ? `(${news.length}) ${title}` : title;
    this.#host.unread(news.length, beginningOf(news));
    this.#host.talked(isEngaged);
  }
}
