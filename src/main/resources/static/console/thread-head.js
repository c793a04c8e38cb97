import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { icon } from '../shared/icons.js';
import { isClosed, isMine } from './desk.js';
import { mostUrgent, dueOf, shortText } from './complaints.js';
import { ariaKey } from './keys.js';
import { colleaguesText } from './presence.js';
import { addressOf } from './route.js';
import { briefText, channelsText, customerName, languageName, teamTitle } from './wording.js';

/**
 * Above a conversation: whose it is, who else is there, what may be done. Fires `act`.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, me: any, teams: any[], thread: any, colleagues: any[], back: string | undefined,
 *   isAbout: boolean}>}
 */
export class ThreadHead extends LitElement {
  static properties = {
    say: { attribute: false },
    me: { attribute: false },
    teams: { attribute: false },
    thread: { attribute: false },
    colleagues: { attribute: false },
    back: { attribute: false },
    isAbout: { attribute: false },
  };

  /** Puts the keyboard where a screen reader begins to read. */
  focusTitle() {
    this.renderRoot.querySelector('h2')?.focus();
  }

  focusAbout() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('[data-about]'))?.focus();
  }

  render() {
    const { say, thread, colleagues } = this;
    const { status } = thread.summary ?? {};
    return html`
      <header>
        <a class="back" href="#/" aria-label=${say('back')} title=${say('back')}>${icon('back')}</a>
        <div class="names">
          <h2 tabindex="-1">${customerName(say, { ...thread.summary, conversation: thread.id })}</h2>
          <p class="facts" data-thread-status=${status ?? ''}>${this.#facts().join(' · ')}</p>
        </div>
        <p class="colleagues" data-looking ?hidden=${colleagues.length === 0}>${icon('eye', 16)}<span>${colleaguesText(say, colleagues, thread.summary?.agent?.id)}</span></p>
        <div class="actions">${this.#actions(status)}</div>
        <a
          class="to-about"
          href=${addressOf(thread.id, { isAbout: !this.isAbout, back: this.back })}
          aria-label=${say('about.open')}
          title=${say('about.open')}
          aria-keyshortcuts=${ariaKey('I')}
          data-about
          >${icon('info')}</a
        >
      </header>
      ${this.back ? html`<a class="strip" href=${addressOf(this.back)} data-back>${icon('undo', 16)} ${say('earlier.back')}</a>` : nothing}
      ${this.#brief()}
    `;
  }

  #facts() {
    const { say, thread, me } = this;
    const { status, agent, language, team, channels } = thread.summary ?? {};
    const name = isMine(thread.summary, me) ? say('you') : (agent?.name ?? '');
    return [
      status && say(`status.${status}`, { agent: name }),
      team && teamTitle(this.teams, team, say.language),
      language && languageName(language, say.language),
      channelsText(say, channels),
    ].filter(Boolean);
  }

  #actions(status) {
    if (status === 'queued') {
      return this.#action('claim', 'act.claim', 'primary', 'person', 'C');
    }
    if (isClosed({ status }) && mostUrgent(this.thread.summary)) {
      return this.#action('claim', 'act.take-up', 'primary', 'person', 'C');
    }
    if (status === 'bot') {
      return this.#action('claim', 'act.take-over', '', 'person', 'C');
    }
    return isMine(this.thread.summary, this.me)
      ? html`${this.#action('hand-back', 'act.hand-back', 'spare', 'bot')} ${this.#action('resolve', 'act.resolve', 'primary', 'check', 'E')}`
      : nothing;
  }

  #action(what, text, style, drawing, key) {
    const { busy } = this.thread;
    const name = this.say(text);
    return html`<button
      type="button"
      class=${style}
      data-act=${what}
      title=${name}
      aria-label=${name}
      aria-keyshortcuts=${key ? ariaKey(key) : nothing}
      aria-disabled=${String(busy !== undefined)}
      aria-busy=${String(busy === what)}
      @click=${() => busy === undefined && this.dispatchEvent(new CustomEvent('act', { detail: what }))}
    >
      ${icon(drawing, 18)}<span class="words">${name}</span>
    </button>`;
  }

  /** The card in one line, where there is no room for it beside. */
  #brief() {
    const { say, thread, isAbout } = this;
    const text = briefText(say, thread.card);
    const complaint = mostUrgent(thread.summary);
    if (complaint && !isAbout) {
      const now = Date.now();
      return html`<a class="strip brief ${dueOf(complaint, now)}" href=${addressOf(thread.id, { isAbout: true, back: this.back })} data-brief>${shortText(say, complaint, now)}</a>`;
    }
    return text && !isAbout ? html`<a class="strip brief" href=${addressOf(thread.id, { isAbout: true, back: this.back })} data-brief>${text}</a>` : nothing;
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
        border-block-end: 1px solid var(--line);
        background: var(--surface);
      }

      header {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-block-size: 3.25rem;
        padding: var(--space-1) var(--space-3) var(--space-1) var(--space-4);
      }

      .back,
      .to-about {
        display: none;
        flex: none;
        align-items: center;
        justify-content: center;
        inline-size: var(--control);
        block-size: var(--control);
        border-radius: var(--radius);
        color: var(--ink-soft);
      }

      .to-about:hover,
      .back:hover {
        background: var(--raised);
      }

      .names {
        flex: 1 1 8rem;
        min-inline-size: 0;
      }

      h2 {
        margin: 0;
        font-size: var(--text-large);
        line-height: 1.25;
      }

      h2:focus {
        outline: none;
      }

      h2,
      .facts,
      .strip {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .facts {
        margin: 0;
        font-size: var(--text-small);
        color: var(--ink-soft);
      }

      .colleagues {
        display: flex;
        flex: 0 1 auto;
        gap: var(--space-1);
        align-items: center;
        min-inline-size: 0;
        margin: 0;
        padding: 0 var(--space-2);
        border: 1px solid var(--line);
        border-radius: var(--radius-round);
        font-size: var(--text-small);
      }

      .colleagues svg {
        flex: none;
      }

      .colleagues span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .actions {
        display: flex;
        flex: none;
        gap: var(--space-2);
      }

      [aria-disabled='true'] {
        opacity: 0.6;
        cursor: default;
      }

      .strip {
        display: block;
        padding: var(--space-1) var(--space-4);
        border-block-start: 1px solid var(--line);
        font-size: var(--text-small);
      }

      .strip svg {
        vertical-align: -0.2em;
      }

      .brief {
        display: none;
        background: var(--accent-soft);
        color: var(--ink);
        text-decoration: none;
      }

      .brief.soon {
        background: var(--note);
        color: var(--note-ink);
      }

      .brief.late {
        background: var(--alert);
        color: var(--alert-ink);
      }

      @media (max-width: 75.99rem) {
        .to-about {
          display: flex;
        }

        .brief {
          display: block;
        }
      }

      @media (max-width: 51.99rem) {
        header {
          padding-inline: var(--space-1);
          gap: var(--space-1);
        }

        .back {
          display: flex;
        }

        .spare .words {
          display: none;
        }

        .colleagues {
          padding-inline: var(--space-1);
          border: 0;
        }
      }

      @media (max-width: 26rem) {
        .actions {
          gap: var(--space-1);
        }

        .actions button:not(:only-child) .words {
          display: none;
        }

        .actions button {
          padding-inline: var(--space-2);
        }
      }
    `,
  ];
}

customElements.define('thread-head', ThreadHead);
