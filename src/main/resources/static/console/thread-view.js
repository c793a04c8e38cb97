import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { valuesOf } from './canned.js';
import './context-pane.js';
import { isMine } from './desk.js';
import { isCustomerTyping } from './presence.js';
import './reply-box.js';
import './thread-head.js';
import './thread-log.js';
import { learnedIn } from './transcript.js';
import { problemText, variableName } from './wording.js';

/**
 * One conversation: who it is, what may be done, the transcript, the place to write, and what is known beside it. Fires `act`, `write`
 * and whatever its parts fire.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: any, me: any, desk: any, thread: any, outgoing: any[],
 *   drafts: import('./drafts.js').Drafts, canned: any, facts: any, route: import('./route.js').Route}>}
 */
export class ThreadView extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    me: { attribute: false },
    /** What the desk knows besides: teams, company, limits of files, who writes. */
    desk: { attribute: false },
    thread: { attribute: false },
    outgoing: { attribute: false },
    drafts: { attribute: false },
    canned: { attribute: false },
    facts: { attribute: false },
    route: { attribute: false },
  };

  #wasMine = false;

  /** Turns to a reply or a note. */
  write(kind) {
    this.#box?.write(kind);
  }

  pickCanned() {
    this.#box?.pickCanned();
  }

  /** Puts text back where it can be changed. */
  edit({ kind, text }) {
    const begun = this.drafts.get(this.thread.id, kind);
    this.drafts.set(this.thread.id, kind, begun ? `${text}\n${begun}` : text);
    this.#box?.edited(kind);
  }

  focusTitle() {
    this.#head?.focusTitle();
  }

  updated(changes) {
    const before = changes.get('thread');
    const isMineNow = isMine(this.thread.summary, this.me);
    if (before && before.id === this.thread.id && isMineNow && !this.#wasMine) {
      this.#box?.write('reply');
    } else if (changes.has('thread') && before?.id !== this.thread.id) {
      this.#head?.updateComplete.then(() => this.#head?.focusTitle());
    }
    this.#wasMine = isMineNow;
    const wasAbout = changes.get('route')?.isAbout;
    if (changes.has('route') && changes.get('route')?.conversation === this.route.conversation && Boolean(wasAbout) !== Boolean(this.route.isAbout)) {
      this.#followAbout(this.route.isAbout);
    }
  }

  render() {
    const { say, thread, me, desk, route } = this;
    if (thread.problem) {
      return html`<div class="trouble">
        <p class="error" role="alert" data-problem>${problemText(say, thread.problem)}</p>
        <button type="button" @click=${() => this.dispatchEvent(new Event('reload'))}>${say('again')}</button>
        <a class="back" href="#/">${say('back')}</a>
      </div>`;
    }
    return html`
      <section class="talk" aria-label=${say('thread.label')}>
        <thread-head .say=${say} .me=${me} .teams=${desk.teams} .thread=${thread} .colleagues=${desk.presence.looking.get(thread.id) ?? []}
          .back=${route.back} .isAbout=${route.isAbout ?? false} @act=${({ detail }) => this.#fire('act', detail)}
        ></thread-head>
        <thread-log .say=${say} .api=${this.api} .teams=${desk.teams} .thread=${thread.id} .entries=${thread.entries} .deliveries=${thread.deliveries} .outgoing=${this.outgoing}
          .isLoaded=${thread.isLoaded} .isLoadingOlder=${thread.isLoadingOlder} .isTyping=${isCustomerTyping(desk.presence, thread.id)}
          .target=${route.entry} @older=${() => this.#fire('older')}
        ></thread-log>
        <reply-box .say=${say} .thread=${thread.id} .drafts=${this.drafts} .mayReply=${isMine(thread.summary, me)} .hint=${this.#hint()}
          .parts=${this.#parts()}
        ></reply-box>
      </section>
      <section class="context ${route.isAbout ? 'open' : ''}" aria-label=${say('about.title')} @keydown=${this.#pressed}>
        <context-pane .say=${say} .api=${this.api} .me=${me} .teams=${desk.teams} .actions=${desk.actions ?? []} .thread=${thread}
          .back=${route.back}
          @end-session=${() => this.#fire('end-session')}
        ></context-pane>
      </section>
    `;
  }

  /** What the field for writing needs of the conversation. */
  #parts() {
    const { say, thread, me, desk, facts, canned } = this;
    const { summary, card } = thread;
    const language = summary?.language ?? say.language;
    const slots = card?.slots ?? learnedIn(thread.entries);
    return {
      canned,
      facts,
      language,
      limits: desk.files,
      values: valuesOf({ me, company: desk.company, customer: summary?.customer, slots, language }),
      nameOf: (variable) => variableName(say, variable, desk.slots),
    };
  }

  /** Why the customer cannot be written to just now; empty if they can. */
  #hint() {
    const { say, thread } = this;
    const { status, agent } = thread.summary ?? {};
    return isMine(thread.summary, this.me) || !status ? '' : say(`hint.${status}`, { agent: agent?.name ?? '' });
  }

  /** The keyboard goes into what opened and back to what opened it. */
  #followAbout(isOpen) {
    const pane = /** @type {import('./context-pane.js').ContextPane | null} */ (this.renderRoot.querySelector('context-pane'));
    if (isOpen) {
      pane?.focusTitle();
    } else {
      this.#head?.focusAbout();
    }
  }

  #pressed(event) {
    if (event.key === 'Escape' && this.route.isAbout) {
      this.#fire('close-about');
    }
  }

  /** @returns {(import('./reply-box.js').ReplyBox & HTMLElement) | null} */
  get #box() {
    return this.renderRoot.querySelector('reply-box');
  }

  /** @returns {import('./thread-head.js').ThreadHead | null} */
  get #head() {
    return this.renderRoot.querySelector('thread-head');
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
        display: grid;
        grid-template-columns: minmax(0, 1fr) 20rem;
        grid-template-rows: minmax(0, 1fr);
        min-block-size: 0;
        overflow: hidden;
      }

      .talk {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
      }

      thread-log {
        flex: 1;
        min-block-size: 0;
      }

      .context {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        border-inline-start: 1px solid var(--line);
        background: var(--surface);
      }

      context-pane {
        flex: 1;
      }

      .trouble {
        display: grid;
        grid-column: 1 / -1;
        justify-items: center;
        gap: var(--space-3);
        margin: auto;
        padding: var(--space-6);
        text-align: center;
      }

      .trouble p {
        margin: 0;
      }

      @media (max-width: 75.99rem) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }

        .context {
          position: absolute;
          z-index: 3;
          inset-block: 0;
          inset-inline-end: 0;
          inline-size: min(22rem, 100%);
          visibility: hidden;
          box-shadow: var(--shadow);
          transform: translateX(100%);
        }

        .context.open {
          visibility: visible;
          transform: none;
        }
      }

      @media (max-width: 75.99rem) and (prefers-reduced-motion: no-preference) {
        .context {
          transition:
            transform var(--calm) var(--ease),
            visibility 0s var(--calm);
        }

        .context.open {
          transition: transform var(--calm) var(--ease);
        }
      }

      @media (max-width: 51.99rem) {
        .context {
          inline-size: 100%;
          border: 0;
        }
      }
    `,
  ];
}

customElements.define('thread-view', ThreadView);
