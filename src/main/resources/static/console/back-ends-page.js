import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { localText } from '../shared/i18n.js';
import { pages } from './page-styles.js';
import { problemText } from './wording.js';

/** How often the page looks again, in milliseconds. */
const AGAIN = 3_000;

/**
 * How the company's other systems look from each gateway: whether they are asked, how much fails, how much is under way.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: import('./http-api.js').Api, backEnds: any[] | null, problem: any}>}
 */
export class BackEndsPage extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    backEnds: { state: true },
    problem: { state: true },
  };

  /** @type {any} */
  #timer;

  constructor() {
    super();
    this.backEnds = null;
    this.problem = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    const { say, backEnds, problem } = this;
    return html`<div class="page" data-back-ends>
      <h1>${say('back-ends.title')}</h1>
      <p class="soft">${say('back-ends.intro')}</p>
      ${problem ? html`<p class="error" role="alert">${problemText(say, problem)}</p>` : nothing}
      ${backEnds === null
        ? html`<p role="status">${say('loading')}</p>`
        : backEnds.length === 0
          ? html`<p>${say('back-ends.none')}</p>`
          : backEnds.map((one) => this.#backEnd(one))}
    </div>`;
  }

  #backEnd({ id, actions, seen }) {
    const { say } = this;
    return html`<section data-back-end=${id}>
      <h2>${id}</h2>
      <p class="soft">${actions.map((title) => localText(title, say.language)).join(' · ')}</p>
      ${seen.length === 0
        ? html`<p>${say('back-ends.unasked')}</p>`
        : html`<div class="wide" tabindex="0" role="region" aria-label=${id}>
            <table>
              <thead>
                <tr>
                  <th>${say('back-ends.gateway')}</th><th>${say('back-ends.line')}</th><th>${say('back-ends.failed')}</th>
                  <th>${say('back-ends.under-way')}</th>
                </tr>
              </thead>
              <tbody>
                ${seen.map((view) => this.#view(view))}
              </tbody>
            </table>
          </div>`}
    </section>`;
  }

  #view({ gateway, line, calls, failed, underWay, room }) {
    const { say } = this;
    return html`<tr>
      <td>${gateway}</td>
      <td><span class="line ${line}" data-line=${line}>${say(`back-ends.line.${line}`)}</span></td>
      <td>${calls === 0 ? nothing : say('back-ends.of', { some: failed, all: calls })}</td>
      <td>${say('back-ends.of', { some: underWay, all: room })}</td>
    </tr>`;
  }

  async #load() {
    clearTimeout(this.#timer);
    try {
      this.backEnds = await this.api.get('/back-ends');
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
    if (this.isConnected) {
      this.#timer = setTimeout(() => this.#load(), AGAIN);
    }
  }

  static styles = [
    controls,
    pages,
    css`
      section {
        display: grid;
        gap: var(--space-2);
      }

      .resting {
        font-weight: var(--strong);
        color: var(--alert);
      }

      .tried {
        font-weight: var(--strong);
      }
    `,
  ];
}

customElements.define('back-ends-page', BackEndsPage);
