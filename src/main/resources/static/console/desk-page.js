import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { Line, socketUrl } from '../shared/line.js';
import { Alarm, canNotify } from './alarm.js';
import { mine, others, waiting } from './desk.js';
import { DeskSession } from './desk-session.js';
import { Drafts } from './drafts.js';
import { Outgoing } from './outgoing.js';
import './queue-list.js';
import { addressOf } from './route.js';
import './thread-view.js';
import { soundUpTo } from './transcript.js';
import { problemText } from './wording.js';

const MUTED = 'sayonce.console.muted';
/** A line that is back within this time was never worth a banner. */
const PATIENCE = 1_500;

/** The agent's desk: the lists beside the conversation in front; on a narrow screen one of the two. */
export class DeskPage extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    me: { attribute: false },
    store: { attribute: false },
    settings: { attribute: false },
    selected: { attribute: false },
    view: { state: true },
    isLate: { state: true },
    isMuted: { state: true },
    mayNotify: { state: true },
    message: { state: true },
  };

  #session;
  #outgoing;
  #drafts;
  #alarm = new Alarm((count) => this.say('alarm', { count }));
  #lateTimer = null;
  #calls = 0;
  #unlock = () => this.#alarm.unlock();

  connectedCallback() {
    super.connectedCallback();
    const agent = this.me.id;
    this.#drafts = new Drafts(this.store, agent);
    this.#outgoing = new Outgoing({ api: this.api, store: this.store, agent });
    this.#session = new DeskSession({
      api: this.api,
      openLine: (handlers) => new Line({ url: socketUrl('/console/socket'), readyType: 'ready', ...handlers }),
      onSignedOut: () => this.dispatchEvent(new Event('signed-out')),
    });
    this.view = this.#session.view;
    this.isMuted = this.settings.get(MUTED) === true;
    this.#alarm.isMuted = this.isMuted;
    this.mayNotify = canNotify();
    this.#session.addEventListener('change', () => this.#refresh());
    this.#outgoing.addEventListener('change', () => this.#settle());
    window.addEventListener('pointerdown', this.#unlock);
    window.addEventListener('keydown', this.#unlock);
    this.#session.start();
    this.#outgoing.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('pointerdown', this.#unlock);
    window.removeEventListener('keydown', this.#unlock);
    clearTimeout(this.#lateTimer);
    this.#session.stop();
    this.#outgoing.stop();
    this.#alarm.stop();
  }

  willUpdate(changes) {
    if (changes.has('selected')) {
      this.message = null;
      this.#session.open(this.selected);
      this.view = this.#session.view;
    }
  }

  updated() {
    const { desk } = this.view;
    const unanswered = mine(desk, this.me).filter(({ unansweredSince }) => unansweredSince);
    const calls = waiting(desk).length + unanswered.length;
    if (calls !== this.#calls) {
      this.#calls = calls;
      this.dispatchEvent(new CustomEvent('calls', { detail: calls }));
    }
  }

  render() {
    const { say, view } = this;
    return html`
      <p class="banner" role="status" data-banner=${view.line} ?hidden=${!this.isLate}>${say('line.again')}</p>
      <div class="desk ${this.selected ? 'reading' : 'choosing'}">
        <aside>
          <queue-list
            .say=${say}
            .api=${this.api}
            .teams=${view.teams}
            .isLoaded=${view.isLoaded}
            .selected=${this.selected}
            .waiting=${waiting(view.desk)}
            .mine=${mine(view.desk, this.me)}
            .others=${others(view.desk, this.me)}
          ></queue-list>
          ${this.#calling(say)}
        </aside>
        <section aria-label=${say('thread.label')}>${this.#thread(say)}</section>
      </div>
    `;
  }

  #calling(say) {
    return html`
      <div class="calling">
        <button class="quiet" type="button" data-mute aria-pressed=${String(this.isMuted)} @click=${this.#switchSound}>
          ${say(this.isMuted ? 'sound.off' : 'sound.on')}
        </button>
        ${this.mayNotify === 'default'
          ? html`<button class="quiet" type="button" data-notify @click=${this.#askToNotify}>${say('notify.ask')}</button>`
          : nothing}
      </div>
    `;
  }

  #thread(say) {
    const { thread, teams } = this.view;
    if (!thread) {
      return html`<p class="empty">${say('thread.none')}</p>`;
    }
    return html`
      ${this.message
        ? html`<p class="message" role="alert" data-message>
            ${this.message}
            <button class="link" type="button" @click=${() => (this.message = null)}>${say('dismiss')}</button>
          </p>`
        : nothing}
      <thread-view
        .say=${say}
        .api=${this.api}
        .me=${this.me}
        .teams=${teams}
        .thread=${thread}
        .drafts=${this.#drafts}
        .outgoing=${this.#outgoing.of(thread.id)}
        @act=${({ detail }) => this.#act(thread.id, detail)}
        @write=${({ detail }) => this.#outgoing.add(thread.id, detail.kind, detail.text)}
        @try-again=${({ detail }) => this.#outgoing.tryAgain(detail)}
        @discard=${({ detail }) => this.#outgoing.discard(detail)}
        @reload=${() => this.#session.reload()}
      ></thread-view>
    `;
  }

  async #act(conversation, what) {
    this.message = null;
    const problem = await this.#session.act(conversation, what);
    if (problem && this.selected === conversation) {
      this.message = problemText(this.say, problem);
    }
    if (!problem && what === 'resolve' && this.selected === conversation) {
      this.#openNext();
    }
  }

  /** After one's own is done, whoever of the own ones waits for an answer is next. */
  #openNext() {
    const next = mine(this.view.desk, this.me).find(({ unansweredSince }) => unansweredSince);
    location.hash = next ? addressOf(next.conversation) : '#/';
  }

  #refresh() {
    this.view = this.#session.view;
    const { desk, line } = this.view;
    this.#alarm.waiting(waiting(desk).map(({ conversation }) => conversation));
    this.#settle();
    if (line === 'ready') {
      clearTimeout(this.#lateTimer);
      this.#lateTimer = null;
      this.isLate = false;
    } else {
      this.#lateTimer ??= setTimeout(() => (this.isLate = true), PATIENCE);
    }
  }

  /** An entry may come before the answer to the request that made it, or after. */
  #settle() {
    const { thread } = this.view;
    if (thread) {
      this.#outgoing.shownUpTo(thread.id, soundUpTo(thread.entries));
    }
    this.requestUpdate();
  }

  #switchSound() {
    this.isMuted = !this.isMuted;
    this.#alarm.isMuted = this.isMuted;
    this.settings.set(MUTED, this.isMuted);
  }

  async #askToNotify() {
    this.mayNotify = await Notification.requestPermission();
  }

  static styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        block-size: 100%;
      }

      .banner {
        margin: 0;
        padding: var(--space-2) var(--space-4);
        background: var(--note);
        color: var(--note-ink);
        text-align: center;
      }

      .desk {
        display: grid;
        grid-template-columns: 21rem minmax(0, 1fr);
        flex: 1;
        min-block-size: 0;
      }

      aside {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        border-inline-end: 1px solid var(--line);
        background: var(--surface);
      }

      queue-list {
        flex: 1;
        min-block-size: 0;
        overflow-y: auto;
      }

      .calling {
        display: flex;
        flex-wrap: wrap;
        padding: var(--space-1) var(--space-2);
        border-block-start: 1px solid var(--line);
        font-size: var(--text-small);
      }

      section {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
      }

      thread-view {
        flex: 1;
        min-block-size: 0;
      }

      .empty {
        margin: auto;
        padding: var(--space-6);
        color: var(--ink-soft);
      }

      .message {
        margin: 0;
        padding: var(--space-2) var(--space-4);
        background: var(--note);
        color: var(--note-ink);
      }

      @media (max-width: 52rem) {
        .desk {
          grid-template-columns: minmax(0, 1fr);
        }

        .reading aside,
        .choosing section {
          display: none;
        }
      }
    `,
  ];
}

customElements.define('desk-page', DeskPage);
