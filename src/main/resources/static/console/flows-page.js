import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { addressOfDrawing, byTitle, canReload, errorsOf, placeOf } from './flow-list.js';
import { forms } from './forms.js';
import { problemText } from './wording.js';

/** A whole set is read, checked and learned before it is taken. */
const PATIENCE = 60_000;

/**
 * The company's processes as pictures. Who leads the desk takes over what stands in the folder now, and is told what is wrong with it.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: import('./http-api.js').Api, me: any, flow: string,
 *   serving: any, result: any, problem: import('./http-api.js').Problem | null, isBusy: boolean}>}
 */
export class FlowsPage extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    me: { attribute: false },
    flow: { attribute: false },
    serving: { state: true },
    result: { state: true },
    problem: { state: true },
    isBusy: { state: true },
  };

  constructor() {
    super();
    this.serving = null;
    this.result = null;
    this.problem = null;
    this.isBusy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#try(async () => (this.serving = await this.api.get('/flows')));
  }

  render() {
    const { say, serving, problem } = this;
    return html`
      <div class="page">
        <h1>${say('flows.title')}</h1>
        ${canReload(this.me) ? this.#reloading() : nothing}
        ${problem ? html`<p class="error" role="alert" data-problem>${problemText(say, problem)}</p>` : nothing}
        ${problem?.problems ? this.#lines(errorsOf(problem.problems)) : nothing} ${this.result ? this.#taken(this.result) : nothing}
        ${serving ? this.#list(serving) : problem ? nothing : html`<p role="status">${say('loading')}</p>`}
      </div>
    `;
  }

  #reloading() {
    const { say } = this;
    return html`
      <div class="reload">
        <button class="primary" type="button" data-reload ?disabled=${this.isBusy} @click=${() => this.#reload()}>
          ${say(this.isBusy ? 'flows.reloading' : 'flows.reload')}
        </button>
        <p class="hint">${say('flows.reload.hint')}</p>
      </div>
    `;
  }

  #taken({ changed, warnings }) {
    const { say } = this;
    return html`
      <p class="taken" role="status" data-taken>${say(changed ? 'flows.taken' : 'flows.unchanged')}</p>
      ${warnings.length ? html`<p>${say('flows.warnings', { count: warnings.length })}</p>${this.#lines(warnings)}` : nothing}
    `;
  }

  #lines(lines) {
    return html`<ul class="lines" lang="en" tabindex="0" aria-label=${this.say('flows.lines')}>
      ${lines.map((line) => html`<li><code>${placeOf(line)}</code> <span>${line.message}</span></li>`)}
    </ul>`;
  }

  #list(serving) {
    const { say } = this;
    const flows = byTitle(serving, say.language);
    const chosen = flows.find(({ id }) => id === this.flow) ?? flows[0];
    return html`
      <nav aria-label=${say('flows.title')}>
        ${flows.map(
          ({ id, title }) => html`<a href="#/flows/${id}" data-flow=${id} aria-current=${id === chosen.id ? 'page' : nothing}>${title}</a>`,
        )}
      </nav>
      ${chosen ? this.#drawing(serving, chosen) : nothing}
      <p class="hint">${say('flows.set', { set: serving.set.slice(0, 12) })}</p>
    `;
  }

  #drawing(serving, { id, title }) {
    const { say } = this;
    const address = this.api.urlOf(addressOfDrawing(id, say.language, serving.set));
    return html`
      <figure>
        <figcaption>
          <h2>${title}</h2>
          <a href=${address} download="${id}.svg">${say('flows.download')}</a>
        </figcaption>
        <div class="picture" tabindex="0" role="group" aria-label=${title}>
          <img data-drawing src=${address} alt=${say('flows.drawing', { title })} />
        </div>
      </figure>
    `;
  }

  async #reload() {
    this.isBusy = true;
    this.result = null;
    await this.#try(async () => {
      const answer = await this.api.post('/flows/reload', {}, PATIENCE);
      this.result = answer;
      this.serving = answer.serving;
    });
    this.isBusy = false;
  }

  async #try(request) {
    this.problem = null;
    try {
      await request();
    } catch (problem) {
      this.problem = problem;
    }
  }

  static styles = [
    controls,
    forms,
    css`
      .page {
        display: flex;
        flex-direction: column;
        gap: var(--space-4);
        max-inline-size: 80rem;
        margin-inline: auto;
        padding: var(--space-6) var(--space-4);
      }

      .reload {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
      }

      .reload p {
        flex: 1 1 16rem;
      }

      .lines {
        max-block-size: 24rem;
        margin: 0;
        padding: 0;
        overflow: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius-large);
        background: var(--surface);
        list-style: none;
      }

      .lines li {
        display: grid;
        gap: var(--space-1);
        padding: var(--space-3) var(--space-4);
        overflow-wrap: anywhere;
      }

      .lines li + li {
        border-block-start: 1px solid var(--line);
      }

      nav {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      nav a {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--control);
        padding-inline: var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        text-decoration: none;
      }

      nav a[aria-current] {
        background: var(--accent-soft);
        font-weight: var(--strong);
      }

      figure {
        min-inline-size: 0;
        margin: 0;
      }

      figcaption {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--space-2) var(--space-4);
        margin-block-end: var(--space-2);
      }

      .picture {
        overflow: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius-large);
      }

      img {
        display: block;
        margin-inline: auto;
      }
    `,
  ];
}

customElements.define('flows-page', FlowsPage);
