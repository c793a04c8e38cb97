import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { localText } from '../shared/i18n.js';
import { dayOf } from '../shared/time.js';
import './learning-review.js';
import { pages } from './page-styles.js';
import { addressOf } from './route.js';
import { languageName, problemText } from './wording.js';

/** While a gateway still learns what was accepted, its page looks again. */
const AGAIN = 2_000;

/**
 * What customers' own words teach: proposals to accept or refuse, and what was accepted, as a file for the company's flows.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: import('./http-api.js').Api, overview: any,
 *   problem: import('./http-api.js').Problem | null, done: string}>}
 */
export class LearningPage extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    overview: { state: true },
    problem: { state: true },
    done: { state: true },
  };

  /** @type {any} */
  #timer;

  constructor() {
    super();
    this.overview = null;
    this.problem = null;
    this.done = '';
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
    const { say, overview, problem } = this;
    return html`
      <div class="page" data-learning>
        <h1 tabindex="-1">${say('learning.title')}</h1>
        <p class="soft">${say('learning.intro')}</p>
        ${problem ? html`<p class="error" role="alert" data-problem>${problemText(say, problem)}</p>` : nothing}
        <p class="unseen" role="status">${this.done}</p>
        ${overview === null ? html`<p role="status">${say('loading')}</p>` : html`${this.#proposals(overview)} ${this.#examples(overview)}`}
        <learning-review .say=${say} .api=${this.api} .intents=${overview?.intents ?? []} .languages=${overview?.languages ?? []}
          @accepted=${() => this.#decided('learning.accepted.said')}
        ></learning-review>
      </div>
    `;
  }

  #proposals({ proposals }) {
    const { say } = this;
    return html`<section aria-labelledby="proposals">
      <h2 id="proposals">${say('learning.proposals')}</h2>
      ${proposals.length === 0
        ? html`<p class="soft" data-none>${say('learning.none')}</p>`
        : html`<ul>
            ${proposals.map((proposal) => this.#proposal(proposal))}
          </ul>`}
    </section>`;
  }

  #proposal(proposal) {
    const { say } = this;
    const { id, text, intent, language, source, times, conversation } = proposal;
    return html`<li data-proposal=${id}>
      <div class="what">
        <p class="words">${text}</p>
        <p class="soft">
          → ${localText(intent.title, say.language)} · ${languageName(language, say.language)} · ${say(`learning.source.${source}`)} ·
          ${say('learning.times', { count: times })} ·
          <a href=${addressOf(conversation)}>${say('learning.see')}</a>
        </p>
      </div>
      <button type="button" class="primary" data-decide aria-label=${`${say('learning.decide')} ${text}`} @click=${() => this.#review?.open(proposal)}>
        ${say('learning.decide')}
      </button>
      <button type="button" data-refuse aria-label=${`${say('learning.refuse')} ${text}`} @click=${() => this.#refuse(proposal)}>
        ${say('learning.refuse')}
      </button>
    </li>`;
  }

  #examples({ examples, live }) {
    const { say } = this;
    return html`<section aria-labelledby="examples">
      <h2 id="examples">${say('learning.accepted')}</h2>
      ${live ? nothing : html`<p class="soft" role="status" data-learning-now>${say('learning.now')}</p>`}
      ${examples.length === 0
        ? html`<p class="soft">${say('learning.accepted.none')}</p>`
        : html`<ul>
              ${examples.map((example) => this.#example(example))}
            </ul>
            <p class="soft">
              <a href=${this.api.urlOf('/learning/diff')} download="learned.diff" data-diff>${say('learning.diff')}</a> – ${say('learning.diff.hint')}
            </p>`}
    </section>`;
  }

  #example({ id, text, intent, language, by, at, place }) {
    const { say } = this;
    return html`<li data-example=${id} data-place=${place}>
      <div class="what">
        <p class="words">${text}</p>
        <p class="soft">
          → ${localText(intent.title, say.language)} · ${languageName(language, say.language)} · ${by}, ${dayOf(at, say.language)} ·
          ${say(`learning.place.${place}`)}
        </p>
      </div>
      <button type="button" data-withdraw aria-label=${`${say('learning.withdraw')} ${text}`} @click=${() => this.#withdraw(id)}>
        ${say('learning.withdraw')}
      </button>
    </li>`;
  }

  /** @returns {import('./learning-review.js').LearningReview | null} */
  get #review() {
    return this.renderRoot.querySelector('learning-review');
  }

  #refuse({ id }) {
    return this.#do(() => this.api.post(`/learning/proposals/${encodeURIComponent(id)}/refuse`), 'learning.refused.said');
  }

  #withdraw(id) {
    return this.#do(() => this.api.post('/learning/examples/withdraw', { ids: [id] }), 'learning.withdrawn.said');
  }

  async #do(request, said) {
    try {
      await request();
      await this.#decided(said);
    } catch (problem) {
      this.problem = problem;
      await this.#load(false);
    }
  }

  /** What was pressed is gone with its line: the keyboard goes to the top. */
  async #decided(said) {
    this.done = this.say(said);
    await this.#load();
    await this.updateComplete;
    this.renderRoot.querySelector('h1')?.focus();
  }

  async #load(isFresh = true) {
    clearTimeout(this.#timer);
    try {
      this.overview = await this.api.get('/learning');
      if (isFresh) {
        this.problem = null;
      }
    } catch (problem) {
      this.problem = problem;
    }
    if (this.isConnected && this.overview && !this.overview.live) {
      this.#timer = setTimeout(() => this.#load(isFresh), AGAIN);
    }
  }

  static styles = [
    controls,
    pages,
    css`
      .page {
        max-inline-size: 56rem;
      }

      h1:focus {
        outline: none;
      }

      section {
        display: grid;
        gap: var(--space-3);
      }

      ul {
        margin: 0;
        padding: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius-large);
        background: var(--surface);
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-3) var(--space-4);
      }

      li + li {
        border-block-start: 1px solid var(--line);
      }

      .what {
        flex: 1 1 16rem;
        min-inline-size: 0;
      }

      .what .words {
        font-weight: var(--strong);
      }
    `,
  ];
}

customElements.define('learning-page', LearningPage);
