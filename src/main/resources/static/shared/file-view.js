import { LitElement, css, html, nothing } from 'lit';
import { controls } from './controls.js';
import { isPicture, kindOf, playerOf, sizeInWords, smallBox } from './files.js';
import { icon } from './icons.js';

/** @typedef {{state: 'none' | 'loading' | 'there' | 'failed', url?: string}} Fetched */

/** Pictures this near to what the reader sees are fetched ahead. */
const AHEAD = '400px';

/**
 * One file of a conversation: a picture small, and large in a dialog when pressed; anything else as a line with its name,
 * kind and size, with a player under it for what can be heard or watched. All can be downloaded.
 *
 * `load` gives a URL of the file. A `blob:` URL is the element's own from then on: it revokes it.
 */
export class FileView extends LitElement {
  static properties = {
    file: { attribute: false },
    say: { attribute: false },
    load: { attribute: false },
    small: { state: true },
    full: { state: true },
    isOpen: { state: true },
    hasFailedDownload: { state: true },
  };

  /** @type {IntersectionObserver | null} */
  #nearness = null;
  #round = 0;

  constructor() {
    super();
    /** @type {import('./files.js').FileEntry | null} */
    this.file = null;
    /** @type {((key: string, values?: Record<string, any>) => string) & {language: string}} */
    this.say = Object.assign((key) => key, { language: 'en' });
    /** @type {(size: 'small' | 'full') => Promise<string>} */
    this.load = () => Promise.reject(new Error('no load'));
    /** @type {Fetched} */
    this.small = EMPTY;
    /** @type {Fetched} */
    this.full = EMPTY;
    this.isOpen = false;
    this.hasFailedDownload = false;
  }

  connectedCallback() {
    super.connectedCallback();
    const nearness = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#wantSmall(), {
      rootMargin: AHEAD,
    });
    nearness.observe(this);
    this.#nearness = nearness;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#nearness?.disconnect();
    this.isOpen = false;
    this.#forget();
  }

  willUpdate(changes) {
    const before = changes.get('file');
    if (before && before.id !== this.file?.id) {
      this.#forget();
      this.#nearness?.unobserve(this);
      this.#nearness?.observe(this);
    }
  }

  render() {
    if (!this.file) {
      return nothing;
    }
    return html`${this.#hasPicture() ? this.#picture(this.file) : this.#line(this.file)}${this.isOpen
      ? this.#dialog(this.file)
      : nothing}`;
  }

  #hasPicture() {
    return Boolean(this.file?.hasSmall) && isPicture(this.file?.type ?? '');
  }

  #picture(file) {
    const box = smallBox(file);
    return this.small.state === 'failed'
      ? this.#line(file, this.#failure('small'))
      : html`
          <button class="picture" type="button" data-file=${file.id} aria-haspopup="dialog" aria-busy=${String(!this.small.url)}
            aria-label=${this.say('file.enlarge', { name: file.name })} title=${file.name} @click=${this.#open}>
            ${this.small.url
              ? html`<img src=${this.small.url} alt=${file.name} width=${box.width} height=${box.height}
                  @error=${() => this.#failed('small')} />`
              : html`<svg width=${box.width} height=${box.height} aria-hidden="true"></svg>`}
          </button>
        `;
  }

  /**
   * @param {import('./files.js').FileEntry} file
   * @param {unknown} [failure]
   */
  #line(file, failure = nothing) {
    const { say } = this;
    return html`
      <div class="file" data-file=${file.id}>
        ${icon(isPicture(file.type) ? 'image' : 'file', 24)}
        <span class="about">
          <span class="name">${file.name}</span>
          <span class="facts">${say(`file.kind.${kindOf(file.type)}`)}, ${sizeInWords(file.size, say.language)}</span>
        </span>
        ${isPicture(file.type) && !this.#hasPicture()
          ? html`<button type="button" class="quiet" aria-haspopup="dialog" data-enlarge
              aria-label=${say('file.enlarge', { name: file.name })} @click=${this.#open}>${icon('image')}</button>`
          : nothing}
        ${this.#downloadButton(file)}
      </div>
      ${this.#player(file)} ${failure} ${this.#downloadFailure()}
    `;
  }

  /** It is fetched when somebody wants to hear or see it, and not before. */
  #player(file) {
    const player = playerOf(file.type);
    if (!player) {
      return nothing;
    }
    if (this.full.state === 'failed') {
      return this.#failure('full');
    }
    if (!this.full.url) {
      return html`<button type="button" class="quiet play" data-play aria-busy=${String(this.full.state === 'loading')}
        @click=${() => this.#fetch('full')}>${icon('sound-on', 18)} ${this.say('file.play', { name: file.name })}</button>`;
    }
    return player === 'audio'
      ? html`<audio controls autoplay src=${this.full.url} aria-label=${file.name} @error=${() => this.#failed('full')}></audio>`
      : html`<video controls autoplay playsinline src=${this.full.url} aria-label=${file.name} @error=${() => this.#failed('full')}></video>`;
  }

  #downloadButton(file) {
    return html`<button type="button" class="quiet" data-download
      aria-label=${this.say('file.download.named', { name: file.name })} @click=${this.#download}>
      ${icon('download', 18)} ${this.say('file.download')}
    </button>`;
  }

  #downloadFailure() {
    return html`<p class="failure" role="status" ?hidden=${!this.hasFailedDownload}>
      ${this.hasFailedDownload ? this.say('file.failed') : ''}
    </p>`;
  }

  #failure(size) {
    return html`<p class="failure">
      <span role="status">${this.say('file.failed')}</span>
      <button type="button" class="link" data-again @click=${() => this.#fetch(size)}>${this.say('file.again')}</button>
    </p>`;
  }

  #dialog(file) {
    const { say } = this;
    return html`
      <dialog aria-label=${file.name} data-file-dialog @close=${this.#closed} @click=${this.#pressed}>
        <div class="bar">
          <span class="name">${file.name}</span>
          ${this.#downloadButton(file)}
          <button type="button" data-close autofocus @click=${this.#close}>
            ${icon('close', 18)} ${say('file.close')}
          </button>
        </div>
        ${this.#downloadFailure()}
        ${this.full.state === 'failed' ? this.#failure('full') : this.#large(file)}
      </dialog>
    `;
  }

  /** Till the large one has come, the small one stands in its place, so that nothing jumps. */
  #large(file) {
    const url = this.full.url ?? this.small.url;
    if (!url) {
      return html`<p role="status">${this.say('file.loading')}</p>`;
    }
    return html`<div class="stage" aria-busy=${String(!this.full.url)}>
      <img src=${url} alt=${file.name} width=${file.width ?? nothing} height=${file.height ?? nothing}
        @error=${() => this.#failed(this.full.url ? 'full' : 'small')} />
    </div>`;
  }

  async #open() {
    this.isOpen = true;
    if (!this.full.url) {
      this.#fetch('full');
    }
    await this.updateComplete;
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  #close() {
    this.renderRoot.querySelector('dialog')?.close();
  }

  /** A press on the dialog itself, not on what it contains, is one beside the picture. */
  #pressed(event) {
    if (event.target === event.currentTarget || event.target.classList?.contains('stage')) {
      this.#close();
    }
  }

  async #closed() {
    this.isOpen = false;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.picture, [data-enlarge]'))?.focus();
  }

  async #download() {
    this.hasFailedDownload = false;
    try {
      if (!this.full.url) {
        await this.#fetch('full');
      }
      this.hasFailedDownload = !this.full.url;
      if (this.full.url) {
        save(this.full.url, this.file?.name ?? '');
      }
    } catch {
      this.hasFailedDownload = true;
    }
  }

  #wantSmall() {
    if (this.#hasPicture() && this.small.state === 'none') {
      this.#fetch('small');
    }
  }

  async #fetch(size) {
    const round = this.#round;
    this[size] = { state: 'loading' };
    const got = await this.#loaded(size);
    if (round === this.#round) {
      this[size] = got;
    } else {
      letGo(got);
    }
  }

  /** @returns {Promise<Fetched>} */
  async #loaded(size) {
    try {
      return { state: 'there', url: await this.load(size) };
    } catch {
      return { state: 'failed' };
    }
  }

  #failed(size) {
    letGo(this[size]);
    this[size] = { state: 'failed' };
  }

  #forget() {
    this.#round++;
    letGo(this.small);
    letGo(this.full);
    this.small = EMPTY;
    this.full = EMPTY;
    this.hasFailedDownload = false;
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
        max-inline-size: 100%;
      }

      .picture {
        display: block;
        min-block-size: 0;
        max-inline-size: 100%;
        padding: 0;
        overflow: hidden;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        cursor: zoom-in;
      }

      .picture img,
      .picture svg {
        display: block;
        max-inline-size: 100%;
        block-size: auto;
        object-fit: cover;
      }

      .file {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }

      .file svg {
        flex: none;
      }

      .about {
        display: flex;
        flex: 1 1 8rem;
        flex-direction: column;
        min-inline-size: 0;
      }

      .name {
        overflow-wrap: anywhere;
        font-weight: 600;
      }

      .facts,
      .failure {
        font-size: var(--text-small);
      }

      .failure {
        margin: var(--space-1) 0 0;
      }

      audio,
      video {
        display: block;
        max-inline-size: 100%;
        margin-block-start: var(--space-2);
      }

      video {
        max-block-size: 20rem;
      }

      .file .quiet,
      .play {
        border-color: currentColor;
        color: inherit;
      }

      .file .quiet:hover:not(:disabled) {
        background: color-mix(in srgb, currentColor 12%, transparent);
      }

      dialog {
        inline-size: 100%;
        block-size: 100%;
        max-inline-size: 100%;
        max-block-size: 100%;
        padding: var(--space-3);
        border: 0;
        background: var(--surface);
        color: var(--ink);
        overscroll-behavior: contain;
      }

      dialog[open] {
        display: flex;
        flex-direction: column;
        gap: var(--space-3);
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }

      .bar .name {
        flex: 1 1 8rem;
      }

      .stage {
        display: flex;
        flex: 1;
        align-items: center;
        justify-content: center;
        min-block-size: 0;
      }

      .stage img {
        max-inline-size: 100%;
        max-block-size: 100%;
        inline-size: auto;
        block-size: auto;
        object-fit: contain;
      }

      .stage[aria-busy='true'] img {
        opacity: 0.6;
      }

      @media (prefers-reduced-motion: no-preference) {
        dialog[open] {
          animation: appear 140ms ease-out;
        }

        .stage img {
          transition: opacity 140ms;
        }
      }

      @keyframes appear {
        from {
          opacity: 0;
        }
      }
    `,
  ];
}

/** @type {Fetched} */
const EMPTY = { state: 'none' };

/** @param {Fetched} fetched */
function letGo({ url }) {
  if (url?.startsWith('blob:')) {
    URL.revokeObjectURL(url);
  }
}

function save(url, name) {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

customElements.define('file-view', FileView);
