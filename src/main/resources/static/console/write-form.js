import { LitElement, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { acceptOf } from '../shared/files.js';
import { icon } from '../shared/icons.js';
import { filled, leftIn, placeholderFrom, withPiece } from './canned.js';
import './canned-picker.js';
import { ariaKey } from './keys.js';
import './known-panel.js';
import { RepeatWatch } from './repeat-watch.js';
import { afterSending, filesOf } from './sending.js';
import { formStyles } from './write-styles.js';

const LONGEST = 4000;

/**
 * The field for a reply or a note, with ready replies, files, and the warning before asking what is known. Fires `write` with
 * `{conversation, kind, text}`, `writing`, `files`, `want-canned`.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, thread: string, kind: string, drafts: import('./drafts.js').Drafts,
 *   canned: import('./canned.js').Canned[] | null, values: Record<string, string | undefined>, nameOf: (variable: string) => string,
 *   language: string, facts: import('./known-facts.js').KnownFacts, limits: any, text: string, isPicking: boolean, missing: string[]}>}
 */
export class WriteForm extends LitElement {
  static properties = {
    say: { attribute: false },
    thread: { attribute: false },
    kind: { attribute: false },
    drafts: { attribute: false },
    canned: { attribute: false },
    values: { attribute: false },
    nameOf: { attribute: false },
    language: { attribute: false },
    facts: { attribute: false },
    limits: { attribute: false },
    text: { state: true },
    isPicking: { state: true },
    missing: { state: true },
  };

  #isChecking = false;
  #repeats = new RepeatWatch(this, () => this.facts, () => ({ thread: this.thread, text: this.text }));

  constructor() {
    super();
    this.text = '';
    this.isPicking = false;
    this.missing = [];
  }

  /** Once the field shows what it was last told. */
  async focus() {
    await this.updateComplete;
    this.#area?.focus();
  }

  /** Takes the draft as it is kept. */
  reread() {
    this.text = this.drafts.get(this.thread, this.kind);
    this.missing = [];
    this.#repeats.forget();
  }

  /** Opens the ready replies. */
  pickCanned() {
    this.isPicking = true;
    this.#fire('want-canned');
  }

  willUpdate(changes) {
    if (changes.has('thread') || changes.has('kind')) {
      this.isPicking &&= !changes.get('thread') && this.kind === 'reply';
      this.reread();
    }
  }

  updated() {
    const area = this.#area;
    if (area && area.value !== this.text) {
      area.value = this.text;
    }
  }

  render() {
    const { say, kind, missing } = this;
    return html`
      ${this.isPicking ? this.#picker() : nothing} ${this.#repeats.known.length > 0 ? this.#warning() : nothing}
      <p class="missing" role="alert" data-missing ?hidden=${missing.length === 0}>
        ${missing.length > 0 ? say('canned.missing', { names: missing.join(', ') }) : ''}
      </p>
      <form class=${kind} @submit=${this.#submit} @dragover=${this.#over} @drop=${this.#dropped}>
        <textarea
          rows="2"
          maxlength=${LONGEST}
          aria-label=${say(`reply.${kind}`)}
          placeholder=${say(`reply.${kind}.placeholder`)}
          data-composer=${kind}
          @input=${({ target }) => this.#wrote(target.value)}
          @keydown=${this.#pressed}
          @paste=${(event) => this.#attach(filesOf(event), event)}
        ></textarea>
        <div class="tools">
          ${kind === 'reply' ? this.#replyTools() : html`<p class="hint">${icon('lock', 16)} ${say('note.hint')}</p>`}
          <button class=${kind === 'reply' ? 'primary' : 'add'} type="submit" data-send aria-disabled=${String(this.text.trim() === '')}>
            ${say(`reply.${kind}.send`)}
          </button>
        </div>
      </form>
    `;
  }

  #replyTools() {
    const { say } = this;
    return html`<div class="helpers">
      <button class="icon" type="button" data-canned-open aria-label=${say('canned.title')} title=${say('canned.title')}
        aria-keyshortcuts=${ariaKey('R')} aria-expanded=${String(this.isPicking)} @click=${() => this.pickCanned()}>${icon('bolt')}</button>
      ${this.limits
        ? html`<button class="icon" type="button" data-attach aria-label=${say('file.attach')} title=${say('file.attach')}
              @click=${() => this.renderRoot.querySelector('input')?.click()}>${icon('attach')}</button>
            <input type="file" hidden multiple accept=${acceptOf(this.limits)} data-files @change=${this.#chosen} />`
        : nothing}
    </div>`;
  }

  #picker() {
    return html`<canned-picker .say=${this.say} .all=${this.canned} .language=${this.language} .values=${this.values} .nameOf=${this.nameOf}
      @pick=${({ detail }) => this.#insertCanned(detail)} @close=${({ detail }) => this.#closePicker(!detail.isLeft)}
    ></canned-picker>`;
  }

  #warning() {
    return html`<known-panel .say=${this.say} .known=${this.#repeats.known} .isHeld=${this.#repeats.isHeld}
      @insert=${({ detail }) => this.#insert(detail)} @anyway=${() => this.#send(this.text)} @back=${() => this.#back()}
    ></known-panel>`;
  }

  #wrote(text) {
    this.text = text;
    this.missing = [];
    this.#repeats.changed(this.kind === 'reply');
    this.drafts.set(this.thread, this.kind, text);
    if (text.trim() !== '') {
      this.#fire('writing', this.kind);
    }
  }

  #pressed(event) {
    const { key, target } = event;
    if (event.isComposing || event.altKey) {
      return;
    }
    if (key === 'Enter' && !event.shiftKey) {
      this.#submit(event);
    } else if (key === '/' && this.text === '' && this.kind === 'reply') {
      event.preventDefault();
      this.pickCanned();
    } else if (key === 'Tab' && !event.shiftKey && this.#selectPlaceholder(target.selectionEnd)) {
      event.preventDefault();
    }
  }

  /** False if there is none from there on. */
  #selectPlaceholder(from) {
    const place = placeholderFrom(this.text, from);
    if (place) {
      this.#area?.setSelectionRange(place.start, place.end);
    }
    return place !== null;
  }

  async #submit(event) {
    event.preventDefault();
    const { text, thread } = this;
    if (text.trim() === '' || this.#isChecking) {
      return;
    }
    if (this.kind === 'note') {
      this.#send(text);
      return;
    }
    this.missing = leftIn(text);
    if (this.missing.length > 0) {
      await this.focus();
      this.#selectPlaceholder(0);
      return;
    }
    this.#isChecking = true;
    const mayGo = await this.#repeats.mayGo();
    this.#isChecking = false;
    if (mayGo) {
      this.#send(text, thread, 'reply');
    } else {
      await this.updateComplete;
      this.#panel?.focusFirst();
    }
  }

  /** What was written since stays. */
  #send(text, thread = this.thread, kind = this.kind) {
    const left = afterSending(this.drafts.get(thread, kind), text);
    this.drafts.set(thread, kind, left);
    if (thread === this.thread && kind === this.kind) {
      this.text = left;
      this.#repeats.forget();
      this.focus();
    }
    this.#fire('write', { conversation: thread, kind, text: text.trim() });
  }

  #back() {
    this.#repeats.release();
    this.focus();
  }

  async #insertCanned(canned) {
    this.isPicking = false;
    const start = await this.#insert(filled(canned, this.language, this.values, this.nameOf));
    this.#selectPlaceholder(start);
  }

  /** Puts a piece where the cursor is; answers where it begins. */
  async #insert(piece) {
    const area = this.#area;
    const [start, end] = [area?.selectionStart ?? this.text.length, area?.selectionEnd ?? this.text.length];
    const blank = start > 0 && !/\s$/.test(this.text.slice(0, start)) ? ' ' : '';
    const put = withPiece(this.text, start, end, blank + piece);
    this.#wrote(put.text);
    await this.focus();
    area?.setSelectionRange(put.end, put.end);
    return start;
  }

  #closePicker(isBack) {
    this.isPicking = false;
    if (isBack) {
      this.focus();
    }
  }

  #chosen({ target }) {
    this.#attach([...target.files]);
    target.value = '';
  }

  #over(event) {
    if (this.#mayAttach && event.dataTransfer.types.includes('Files')) {
      event.preventDefault();
    }
  }

  #dropped(event) {
    this.#attach(filesOf(event), event);
  }

  /** @param {File[]} files @param {Event} [event] */
  #attach(files, event) {
    if (this.#mayAttach && files.length > 0) {
      event?.preventDefault();
      this.#fire('files', files);
    }
  }

  get #mayAttach() {
    return this.limits && this.kind === 'reply';
  }

  /** @returns {import('./known-panel.js').KnownPanel | null} */
  get #panel() {
    return this.renderRoot.querySelector('known-panel');
  }

  /** @returns {HTMLTextAreaElement | null} */
  get #area() {
    return this.renderRoot?.querySelector('textarea') ?? null;
  }

  /** @param {string} type @param {any} [detail] */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  static styles = [controls, formStyles];
}

customElements.define('write-form', WriteForm);
