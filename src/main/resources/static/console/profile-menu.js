import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { LANGUAGES, LANGUAGE_NAMES } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { mayTeach } from './wording.js';

/**
 * The agent's own: pages, language, how to be called, the keys, the way out. Fires `language` with the code, `shortcuts`, `sign-out`.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, me: any, calling: import('./calling.js').Calling, isOpen: boolean}>}
 */
export class ProfileMenu extends LitElement {
  static properties = {
    say: { attribute: false },
    me: { attribute: false },
    calling: { attribute: false },
    isOpen: { state: true },
  };

  #outside = (event) => !event.composedPath().includes(this) && (this.isOpen = false);
  #redraw = () => this.requestUpdate();

  constructor() {
    super();
    this.isOpen = false;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('pointerdown', this.#outside);
    this.calling.addEventListener('change', this.#redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('pointerdown', this.#outside);
    this.calling.removeEventListener('change', this.#redraw);
  }

  render() {
    const { say, me } = this;
    return html`
      <div @keydown=${this.#pressed} @focusout=${this.#left}>
        <button type="button" class="opener quiet" data-profile aria-expanded=${String(this.isOpen)} aria-controls="menu"
          aria-label=${say('profile', { name: me.name })} title=${me.name} @click=${() => (this.isOpen = !this.isOpen)}>
          <span class="round" data-initials=${initials(me.name)}></span>
        </button>
        <div id="menu" class="menu" ?hidden=${!this.isOpen}>${this.isOpen ? this.#content() : nothing}</div>
      </div>
    `;
  }

  #content() {
    const { say, me, calling } = this;
    const notifications = calling.notifications;
    return html`
      <p class="name" data-me>${me.name} <span class="soft">${say(`role.${me.role}`)}</span></p>
      <div class="pages" @click=${() => (this.isOpen = false)}>
        <a href="#/">${say('menu.desk')}</a>
        ${mayTeach(me) ? html`<a href="#/learning">${say('menu.learning')}</a><a href="#/audit">${say('audit.title')}</a><a href="#/back-ends">${say('back-ends.title')}</a>` : nothing}
        ${me.role === 'admin' ? html`<a href="#/agents">${say('menu.agents')}</a>` : nothing}
        <a href="#/flows">${say('menu.flows')}</a>
        <a href="#/password" data-password-page>${say('menu.password')}</a>
      </div>
      <label>
        <span>${icon('globe', 18)} ${say('language')}</span>
        <select data-language @change=${(event) => this.#fire('language', event.target.value)}>
          ${LANGUAGES.map((code) => html`<option value=${code} lang=${code} .selected=${code === say.language}>${LANGUAGE_NAMES[code]}</option>`)}
        </select>
      </label>
      ${this.#switch('data-mute', 'sound', !calling.isMuted, () => (calling.isMuted = !calling.isMuted))}
      ${notifications === 'denied'
        ? html`<p class="soft">${say('notify.denied')}</p>`
        : notifications === 'impossible'
          ? nothing
          : this.#switch('data-notify', 'notify', notifications === 'on', () => calling.switchNotifications())}
      <div class="ways">
        <button type="button" class="quiet" @click=${() => this.#do('shortcuts')}>${icon('help', 18)} ${say('keys.title')}</button>
        <button type="button" class="quiet" data-sign-out @click=${() => this.#do('sign-out')}>${icon('back', 18)} ${say('sign-out')}</button>
      </div>
    `;
  }

  #switch(hook, key, isOn, change) {
    return html`<label>
      <span>${icon(key === 'sound' ? (isOn ? 'sound-on' : 'sound-off') : 'bell', 18)} ${this.say(key)}</span>
      <input type="checkbox" role="switch" ?data-mute=${hook === 'data-mute'} ?data-notify=${hook === 'data-notify'} .checked=${isOn} @change=${change} />
    </label>`;
  }

  #pressed(event) {
    if (event.key === 'Escape' && this.isOpen) {
      event.stopPropagation();
      this.#close();
    }
  }

  #left({ relatedTarget }) {
    if (relatedTarget && !this.renderRoot.contains(relatedTarget)) {
      this.isOpen = false;
    }
  }

  #do(type) {
    this.#close();
    this.#fire(type);
  }

  #close() {
    this.isOpen = false;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.opener'))?.focus();
  }

  /** @param {string} type @param {any} [detail] */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  static styles = [
    controls,
    css`
      :host {
        position: relative;
        flex: none;
      }

      .opener {
        inline-size: var(--control);
        padding: 0;
      }

      .round {
        display: grid;
        place-items: center;
        inline-size: 2rem;
        block-size: 2rem;
        border-radius: 50%;
        background: var(--accent-soft);
        color: var(--ink);
        font-size: var(--text-small);
        font-weight: var(--strong);
      }

      /* Not as words, for the button has a better name. */
      .round::before {
        content: attr(data-initials);
      }

      .menu {
        position: absolute;
        z-index: 5;
        inset-block-start: calc(100% + var(--space-1));
        inset-inline-end: 0;
        display: grid;
        gap: var(--space-2);
        inline-size: min(19rem, calc(100vw - 1rem));
        max-block-size: calc(100dvh - 4.5rem);
        overflow-y: auto;
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
      }

      p {
        margin: 0;
      }

      .name {
        font-weight: var(--strong);
      }

      .name .soft {
        font-weight: 400;
      }

      .pages {
        display: grid;
        padding-block: var(--space-1);
        border-block: 1px solid var(--line);
      }

      .pages a {
        display: flex;
        align-items: center;
        min-block-size: var(--control);
        color: var(--ink);
        text-decoration: none;
      }

      .pages a:hover {
        text-decoration: underline;
      }

      label {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3);
        min-block-size: var(--control);
      }

      label span {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
      }

      input[type='checkbox'] {
        inline-size: 1.25rem;
        block-size: 1.25rem;
      }

      .ways {
        display: grid;
        justify-items: start;
        padding-block-start: var(--space-1);
        border-block-start: 1px solid var(--line);
      }

      .ways button {
        padding-inline: 0;
        color: var(--ink);
      }
    `,
  ];
}

/** `AK` of Anna Kowalska. */
function initials(name) {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...word][0] ?? '').join('').toUpperCase();
}

customElements.define('profile-menu', ProfileMenu);
