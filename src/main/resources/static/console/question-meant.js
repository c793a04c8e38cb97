import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { localText } from '../shared/i18n.js';
import { newId } from '../shared/ids.js';
import { problemText } from './wording.js';

/**
 * After a question that the bot did not know: an agent may say which answer it was about, so that the bot may learn it. Folded till
 * somebody wants to.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: any, conversation: string, isTold: boolean, questions: any[] | null,
 *   problem: any, isSending: boolean}>}
 */
export class QuestionMeant extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    conversation: { attribute: false },
    isTold: { attribute: false },
    questions: { state: true },
    problem: { state: true },
    isSending: { state: true },
  };

  /** The same for every try of one telling: it is taken once. */
  #id = newId();

  constructor() {
    super();
    this.isTold = false;
    this.questions = null;
    this.problem = null;
    this.isSending = false;
  }

  willUpdate(changes) {
    if (changes.has('conversation')) {
      this.#id = newId();
      this.problem = null;
    }
  }

  render() {
    const { say } = this;
    if (this.isTold) {
      return html`<p class="soft" role="status" data-meant-told>${say('meant.told')}</p>`;
    }
    return html`<details data-meant @toggle=${this.#load}>
      <summary>${say('meant.title')}</summary>
      <form @submit=${this.#tell}>
        <label><span class="soft">${say('meant.hint')}</span>
          <select name="about" required ?disabled=${this.questions === null}>
            <option value="">${say('meant.choose')}</option>
            ${this.#sorted().map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
          </select>
        </label>
        <button type="submit" ?disabled=${this.isSending}>${say('meant.save')}</button>
        ${this.problem ? html`<p class="error" role="alert">${problemText(say, this.problem)}</p>` : nothing}
      </form>
    </details>`;
  }

  #sorted() {
    const { language } = this.say;
    return (this.questions ?? [])
      .map(({ id, title }) => ({ id, name: localText(title, language) }))
      .sort((a, b) => a.name.localeCompare(b.name, language));
  }

  async #load({ target }) {
    if (target.open && this.questions === null) {
      try {
        this.questions = await this.api.get('/questions');
      } catch (problem) {
        this.problem = problem;
      }
    }
  }

  async #tell(event) {
    event.preventDefault();
    const about = new FormData(event.target).get('about');
    this.isSending = true;
    this.problem = null;
    try {
      await this.api.post(`/conversations/${encodeURIComponent(this.conversation)}/about`, { id: this.#id, about });
      this.isTold = true;
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.isSending = false;
    }
  }

  static styles = [
    controls,
    css`
      summary {
        min-block-size: var(--control);
        align-content: center;
        cursor: pointer;
      }

      form,
      label {
        display: grid;
        gap: var(--space-2);
      }

      form {
        justify-items: start;
      }

      label,
      select {
        inline-size: 100%;
        max-inline-size: 100%;
      }

      select {
        font-size: max(1rem, var(--text));
      }

      p {
        margin: 0;
      }
    `,
  ];
}

customElements.define('question-meant', QuestionMeant);
