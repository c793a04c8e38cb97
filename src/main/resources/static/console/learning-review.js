import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { localText } from '../shared/i18n.js';
import { changeText, isDoubtful, isSame, meaningText, tryOut } from './learning.js';
import { languageName, problemText } from './wording.js';

/**
 * A proposal before it takes effect: what it would change is shown, it may be worded otherwise, then it is accepted. Fires `accepted`.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: any, intents: any[], languages: string[], proposal: any, wanted: any,
 *   tried: any, review: import('./learning.js').Review | null, isTrying: boolean, problem: any}>}
 */
export class LearningReview extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    intents: { attribute: false },
    languages: { attribute: false },
    proposal: { state: true },
    wanted: { state: true },
    tried: { state: true },
    review: { state: true },
    isTrying: { state: true },
    problem: { state: true },
  };

  /** Grows with each try: an answer to an earlier one is not looked at. */
  #turn = 0;

  constructor() {
    super();
    this.proposal = null;
    this.wanted = null;
    this.review = null;
    this.isTrying = false;
    this.problem = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#turn += 1;
  }

  async open(proposal) {
    this.proposal = proposal;
    this.wanted = { text: proposal.text, intent: proposal.intent.id, language: proposal.language };
    this.review = null;
    this.problem = null;
    await this.updateComplete;
    this.renderRoot.querySelector('dialog')?.showModal();
    this.#try();
  }

  render() {
    const { say, wanted } = this;
    return html`
      <dialog aria-labelledby="title" data-review @close=${() => (this.#turn += 1)}>
        ${wanted
          ? html`<form method="dialog" @submit=${this.#submit}>
              <h2 id="title">${say('learning.review.title')}</h2>
              ${this.#fields(wanted)} ${this.#result()}
              <div class="ways">
                <button value="no" formnovalidate data-no>${say('cancel')}</button>
                ${this.#isTried
                  ? html`<button class="primary" value="accept" data-accept>
                      ${say(this.review && isDoubtful(this.review) ? 'learning.accept.anyway' : 'learning.accept')}
                    </button>`
                  : html`<button class="primary" value="try" ?disabled=${this.isTrying} data-try>${say('learning.try')}</button>`}
              </div>
            </form>`
          : html`<h2 id="title">${say('learning.review.title')}</h2>`}
      </dialog>
    `;
  }

  #fields(wanted) {
    const { say } = this;
    return html`
      <label>${say('learning.words')}
        <input name="text" required minlength="2" maxlength="200" autocomplete="off" .value=${wanted.text}
          @input=${({ target }) => this.#change({ text: target.value })} data-words />
      </label>
      <label>${say('learning.means')}
        <select name="intent" @change=${({ target }) => this.#change({ intent: target.value })} data-intent>
          ${this.intents.map(
            ({ id, title }) => html`<option value=${id} .selected=${id === wanted.intent}>${localText(title, say.language)}</option>`,
          )}
        </select>
      </label>
      <label>${say('language')}
        <select name="language" @change=${({ target }) => this.#change({ language: target.value })}>
          ${this.languages.map(
            (code) => html`<option value=${code} .selected=${code === wanted.language}>${languageName(code, say.language)}</option>`,
          )}
        </select>
      </label>
    `;
  }

  #result() {
    const { say, review, problem } = this;
    return html`<div class="result" role="status" data-result>
      ${problem ? html`<p class="error" data-problem>${this.#problemText(problem)}</p>` : nothing}
      ${this.isTrying ? html`<p class="soft" id="trying">${say('learning.trying')}</p>
              <progress aria-labelledby="trying" data-trying></progress>` : nothing}
      ${review && this.#isTried ? this.#shown(review) : nothing}
    </div>`;
  }

  #problemText(problem) {
    return problem.code === 'words-taken'
      ? this.say('problem.words-taken', { intent: localText(problem.intent?.title, this.say.language) })
      : problemText(this.say, problem);
  }

  /** @param {import('./learning.js').Review} review */
  #shown(review) {
    const { say } = this;
    const { today, worse, better, tests, tried } = review;
    const list = (key, items, text) =>
      items.length === 0
        ? nothing
        : html`<p class="heading">${say(key, { count: items.length })}</p>
            <ul>
              ${items.map((one) => html`<li class="words">${text(one)}</li>`)}
            </ul>`;
    return html`
      <p data-today>${say('learning.today', { meaning: meaningText(say, today) })}</p>
      ${worse.length + better.length + tests.length === 0 ? html`<p data-same>${say('learning.same', { count: tried })}</p>` : nothing}
      ${list('learning.worse', worse, (change) => changeText(say, change))}
      ${list('learning.tests', tests, ({ name, file, line }) => `${name} (${file}:${line})`)}
      ${list('learning.better', better, (change) => changeText(say, change))}
    `;
  }

  get #isTried() {
    return this.review !== null && isSame(this.wanted, this.tried);
  }

  #change(part) {
    this.wanted = { ...this.wanted, ...part };
    this.problem = null;
  }

  #submit(event) {
    const way = event.submitter?.value ?? 'try';
    if (way === 'no') {
      return;
    }
    event.preventDefault();
    if (way === 'accept' && this.#isTried) {
      this.#accept();
    } else if (!this.isTrying) {
      this.#try();
    }
  }

  async #try() {
    this.#turn += 1;
    const turn = this.#turn;
    this.tried = { ...this.wanted };
    this.review = null;
    this.problem = null;
    this.isTrying = true;
    try {
      const review = await tryOut(this.api, this.proposal.id, this.tried, () => turn === this.#turn);
      if (turn === this.#turn) {
        this.review = review;
      }
    } catch (problem) {
      if (turn === this.#turn) {
        this.problem = problem;
      }
    } finally {
      if (turn === this.#turn) {
        this.isTrying = false;
      }
    }
  }

  async #accept() {
    const basis = this.review?.basis;
    try {
      await this.api.post(`/learning/proposals/${encodeURIComponent(this.proposal.id)}/accept`, { ...this.tried, basis });
      this.renderRoot.querySelector('dialog')?.close();
      this.dispatchEvent(new Event('accepted'));
    } catch (problem) {
      this.problem = problem;
      this.review = null;
    }
  }

  static styles = [
    controls,
    css`
      form {
        display: grid;
        gap: var(--space-3);
        min-inline-size: min(30rem, calc(100vw - 6rem));
      }

      h2 {
        margin: 0;
        font-size: var(--text-large);
      }

      p {
        margin: 0;
      }

      label {
        display: grid;
        gap: var(--space-1);
      }

      input,
      select {
        inline-size: 100%;
        font-size: max(1rem, var(--text));
      }

      progress {
        inline-size: 100%;
        accent-color: var(--accent);
      }

      .result {
        display: grid;
        gap: var(--space-2);
        min-block-size: 3rem;
      }

      .heading {
        font-weight: var(--strong);
      }

      ul {
        display: grid;
        gap: var(--space-1);
        margin: 0;
        padding-inline-start: var(--space-4);
      }

      /* However much would change, the decision stays at hand. */
      .ways {
        position: sticky;
        inset-block-end: calc(-1 * var(--space-6));
        margin-block-end: calc(-1 * var(--space-6));
        padding-block: var(--space-3) var(--space-6);
        background: var(--surface);
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space-2);
      }
    `,
  ];
}

customElements.define('learning-review', LearningReview);
