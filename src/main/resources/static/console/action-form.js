import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { localText } from '../shared/i18n.js';
import { newId } from '../shared/ids.js';
import { beyond, fieldOf, filled, known } from './actions.js';
import { pathOf } from './open-thread.js';
import { problemText } from './wording.js';

/**
 * One action as a form: filled in as far as it is known, then read over once more, then sent. Fires `sent` when it is under way.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: import('./http-api.js').Api, conversation: string,
 *   form: import('./actions.js').ActionForm | null, values: Record<string, string>, why: string, isChecking: boolean, isSending: boolean, problem: any}>}
 */
export class ActionForm extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    conversation: { attribute: false },
    form: { state: true },
    values: { state: true },
    why: { state: true },
    isChecking: { state: true },
    isSending: { state: true },
    problem: { state: true },
  };

  /** The same for every try of one sending: it is taken once. */
  #id = newId();

  constructor() {
    super();
    this.form = null;
    this.values = {};
    this.why = '';
    this.isChecking = false;
    this.isSending = false;
    this.problem = null;
  }

  /** @param {import('./actions.js').ActionForm} form */
  async open(form) {
    this.#id = newId();
    this.form = form;
    this.values = known(form);
    this.why = '';
    this.isChecking = false;
    this.problem = null;
    await this.updateComplete;
    this.#dialog?.showModal();
  }

  render() {
    const { say, form } = this;
    return html`<dialog aria-labelledby="title" @close=${() => (this.form = null)}>
      ${form === null
        ? nothing
        : html`<h2 id="title">${localText(form.title, say.language)}</h2>
            ${this.isChecking ? this.#check(form) : this.#fields(form)}`}
    </dialog>`;
  }

  #fields(form) {
    const { say } = this;
    return html`<form data-action-form=${form.id} novalidate @submit=${this.#written}>
      ${form.inputs.map((input) => this.#field(input))}
      <label
        ><span>${say('action.why')}</span>
        <input name=" why" type="text" maxlength="500" autocomplete="off" .value=${this.why} data-why />
        <span class="soft">${say('action.why.hint')}</span>
      </label>
      ${this.#error()}
      <div class="ways">
        <button type="button" @click=${() => this.#dialog?.close()}>${say('cancel')}</button>
        <button type="submit" class="primary" data-go-on>${say('action.go-on')}</button>
      </div>
    </form>`;
  }

  /** @param {import('./actions.js').Input} input */
  #field(input) {
    const { say } = this;
    const { name, title, currency, optional, example, most } = input;
    const isWrong = this.problem?.field === name;
    const hints = [
      optional ? say('action.optional') : '',
      example ? say('action.example', { example }) : '',
      most === undefined ? '' : say('action.most', { most: this.#amount(most, currency) }),
    ].filter(Boolean);
    return html`<label>
      <span>${localText(title, say.language)}${currency ? ` (${currency})` : ''}</span>
      ${this.#control(input, isWrong)}
      ${hints.length ? html`<span class="soft" id="hint-${name}">${hints.join(' · ')}</span>` : nothing}
      ${isWrong ? html`<span class="error" role="alert">${say(this.values[name] ? 'action.unfit' : 'action.missing')}</span>` : nothing}
    </label>`;
  }

  /** @param {import('./actions.js').Input} input @param {boolean} isWrong */
  #control(input, isWrong) {
    const { say } = this;
    const { name, type, options } = input;
    const value = this.values[name] ?? '';
    const choices =
      type === 'yes-no'
        ? ['yes', 'no'].map((id) => ({ id, label: say(`action.${id}`) }))
        : options?.map(({ id, label }) => ({ id, label: localText(label, say.language) }));
    if (choices) {
      return html`<select name=${name} aria-invalid=${isWrong} data-input=${name}>
        <option value=""></option>
        ${choices.map(({ id, label }) => html`<option value=${id} .selected=${id === value}>${label}</option>`)}
      </select>`;
    }
    const field = fieldOf(input);
    return html`<input name=${name} type=${field.type} inputmode=${field.inputmode ?? nothing} autocomplete="off" spellcheck="false"
      aria-invalid=${isWrong} aria-describedby="hint-${name}" .value=${value} data-input=${name} />`;
  }

  #check(form) {
    const { say, values } = this;
    const over = beyond(form, values);
    return html`<form data-action-check @submit=${this.#send}>
      <dl>
        ${form.inputs
          .filter(({ name }) => values[name])
          .map((input) => html`<dt>${localText(input.title, say.language)}</dt><dd>${this.#shown(input)}</dd>`)}
        ${this.why ? html`<dt>${say('action.why')}</dt><dd>${this.why}</dd>` : nothing}
      </dl>
      ${over.length ? html`<p class="notice" data-over>${say('action.over')}</p>` : nothing}
      ${form.confirm
        ? html`<label class="yes"><input type="checkbox" required data-confirm /> <span>${say('action.confirm')}</span></label>`
        : nothing}
      ${this.#error()}
      <div class="ways">
        <button type="button" data-change @click=${() => (this.isChecking = false)}>${say('action.change')}</button>
        <button type="submit" class="primary" ?disabled=${this.isSending} data-run>${say(over.length ? 'action.ask' : 'action.run')}</button>
      </div>
    </form>`;
  }

  /** @param {import('./actions.js').Input} input */
  #shown({ name, type, options, currency }) {
    const { say, values } = this;
    const chosen = options?.find(({ id }) => id === values[name]);
    return chosen
      ? localText(chosen.label, say.language)
      : type === 'yes-no'
        ? say(`action.${values[name]}`)
        : [values[name], currency].filter(Boolean).join(' ');
  }

  #error() {
    const { say, problem } = this;
    return problem && !this.form?.inputs.some(({ name }) => name === problem.field)
      ? html`<p class="error" role="alert" data-problem>${problemText(say, problem)}</p>`
      : nothing;
  }

  #amount(most, currency) {
    /** @type {Intl.NumberFormatOptions} */
    const style = currency ? { style: 'currency', currency } : {};
    return new Intl.NumberFormat(this.say.language, { ...style, maximumFractionDigits: 2, minimumFractionDigits: 0 }).format(most);
  }

  #written(event) {
    event.preventDefault();
    const written = filled(new FormData(event.target));
    this.why = written[' why'] ?? '';
    delete written[' why'];
    this.values = written;
    const missing = this.form?.inputs.find(({ name, optional }) => !optional && !written[name]);
    this.problem = missing ? { code: 'invalid', field: missing.name } : null;
    this.isChecking = !missing;
  }

  async #send(event) {
    event.preventDefault();
    if (!this.form || this.isSending) {
      return;
    }
    this.isSending = true;
    this.problem = null;
    const body = { id: this.#id, values: this.values, confirmed: true, why: this.why };
    try {
      await this.api.post(`${pathOf(this.conversation)}/actions/${encodeURIComponent(this.form.id)}`, body);
      this.#dialog?.close();
      this.dispatchEvent(new Event('sent'));
    } catch (problem) {
      this.problem = problem;
      if (problem.code === 'invalid') {
        this.#id = newId();
        this.isChecking = false;
      }
    } finally {
      this.isSending = false;
    }
  }

  /** @returns {HTMLDialogElement | null} */
  get #dialog() {
    return this.renderRoot.querySelector('dialog');
  }

  static styles = [
    controls,
    css`
      dialog {
        inline-size: min(30rem, calc(100vw - 2rem));
      }

      h2 {
        margin: 0 0 var(--space-4);
        font-size: var(--text-large);
      }

      form {
        display: grid;
        gap: var(--space-4);
      }

      label {
        display: grid;
        gap: var(--space-1);
      }

      label.yes {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-block-size: var(--control);
      }

      input:not([type='checkbox']),
      select {
        inline-size: 100%;
        font-size: max(1rem, var(--text));
      }

      [aria-invalid='true'] {
        border-color: var(--alert);
      }

      dl {
        display: grid;
        grid-template-columns: minmax(6rem, auto) 1fr;
        gap: var(--space-2) var(--space-4);
        margin: 0;
      }

      dt {
        color: var(--ink-soft);
      }

      dd {
        margin: 0;
        font-weight: var(--strong);
        overflow-wrap: anywhere;
      }

      p {
        margin: 0;
      }

      .notice {
        padding: var(--space-2) var(--space-3);
        border-inline-start: 3px solid var(--accent);
        background: var(--raised);
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space-2);
      }
    `,
  ];
}

customElements.define('action-form', ActionForm);
