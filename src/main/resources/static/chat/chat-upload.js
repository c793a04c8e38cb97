import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { endingsInWords, isPicture, sizeInWords, typeOf } from '../shared/files.js';
import { icon } from '../shared/icons.js';
import { fileTrouble } from './wording.js';

/** A file on its way. Fires `try-again` and `discard` with its id. */
export class ChatUpload extends LitElement {
  static properties = {
    upload: { attribute: false },
    limits: { attribute: false },
    say: { attribute: false },
  };

  /** @type {string | null} */
  #preview = null;

  constructor() {
    super();
    /** @type {import('./uploads.js').Upload} */
    this.upload = /** @type {any} */ (undefined);
    /** @type {import('../shared/files.js').FileLimits | undefined} */
    this.limits = undefined;
    /** @type {import('./wording.js').Say} */
    this.say = /** @type {any} */ (undefined);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    if (this.#preview !== null) {
      URL.revokeObjectURL(this.#preview);
      this.#preview = null;
    }
  }

  render() {
    const { upload, say } = this;
    const { file, state, share } = upload;
    const percent = Math.round(share * 100);
    const trouble = fileTrouble(say, upload.reason, this.#limits);
    return html`
      <div class="file ${state}">
        ${isPicture(typeOf(file))
          ? html`<img src=${this.#previewOf(file)} alt="" />`
          : html`<span class="kind">${icon('file', 28)}</span>`}
        <span class="about">
          <span class="name">${file.name}</span>
          <span class="size">${sizeInWords(file.size, say.language)}</span>
          ${state === 'sending' || state === 'waiting'
            ? html`<progress max="100" .value=${percent} aria-label=${say('file.sending', { name: file.name, percent })}></progress>`
            : nothing}
        </span>
        ${state === 'sending' || state === 'waiting' ? this.#cancel() : nothing}
      </div>
      ${trouble === '' ? nothing : html`<p class="trouble ${state}" role="status">${trouble}</p>`}
      ${state === 'failed' ? this.#remedies() : nothing}
    `;
  }

  #cancel() {
    const label = this.say('file.cancel', { name: this.upload.file.name });
    return html`<button class="icon" type="button" data-cancel aria-label=${label} title=${label} @click=${() => this.#fire('discard')}>
      ${icon('close', 18)}
    </button>`;
  }

  /** What the file itself is like no second try will change. */
  #remedies() {
    const { say, upload } = this;
    const isForGood = ['too-large', 'type', 'mismatch', 'empty'].includes(upload.reason ?? '');
    return html`<p class="remedies">
      ${isForGood
        ? nothing
        : html`<button type="button" data-try-again @click=${() => this.#fire('try-again')}>${say('failed.again')}</button>`}
      <button type="button" data-discard @click=${() => this.#fire('discard')}>${say('failed.discard')}</button>
    </p>`;
  }

  get #limits() {
    const { limits, say } = this;
    return limits ? { largest: sizeInWords(limits.largest, say.language), types: endingsInWords(limits) } : { largest: '', types: '' };
  }

  /** @param {File} file */
  #previewOf(file) {
    this.#preview ??= URL.createObjectURL(file);
    return this.#preview;
  }

  /** @param {string} type */
  #fire(type) {
    this.dispatchEvent(new CustomEvent(type, { detail: { id: this.upload.id }, bubbles: true, composed: true }));
  }

  static styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        align-items: flex-end;
        max-inline-size: 100%;
      }

      .file {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        inline-size: 18rem;
        max-inline-size: 100%;
        padding: var(--space-2);
        border: 1px solid var(--line);
        border-radius: var(--radius-large);
        background: var(--surface);
      }

      .file.failed {
        border: 1px dashed var(--alert);
      }

      img {
        flex: none;
        inline-size: 3.5rem;
        block-size: 3.5rem;
        border-radius: var(--radius);
        background: var(--raised);
        object-fit: cover;
      }

      .kind {
        flex: none;
        display: grid;
        place-items: center;
        inline-size: 3rem;
        block-size: 3rem;
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--ink-soft);
      }

      .about {
        flex: 1;
        display: flex;
        flex-direction: column;
        min-inline-size: 0;
      }

      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-size: var(--text-small);
      }

      .size {
        font-size: var(--text-tiny);
        color: var(--ink-soft);
      }

      progress {
        inline-size: 100%;
        block-size: 0.375rem;
        margin-block-start: var(--space-1);
        accent-color: var(--accent);
      }

      .trouble,
      .remedies {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space-2);
        max-inline-size: 22rem;
        margin: var(--space-1) 0 0;
        font-size: var(--text-small);
        color: var(--ink-soft);
      }

      .trouble.failed {
        color: var(--alert);
      }
    `,
  ];
}

customElements.define('chat-upload', ChatUpload);
