import { LitElement, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import '../shared/live-words.js';
import './complaint-calls.js';
import { mostUrgent } from './complaints.js';
import { isClosed, isMine, mine, neighbour, nextAfter, withComplaints } from './desk.js';
import { deskStyles } from './desk-styles.js';
import { DeskWork } from './desk-work.js';
import { focused, onMeanings } from './keyboard.js';
import './list-pane.js';
import { pathOf } from './open-thread.js';
import { addressOf } from './route.js';
import './thread-view.js';
import { problemText } from './wording.js';

/** A line that is back within this time was never worth a banner. */
const PATIENCE = 1_500;

/**
 * The agent's desk: lists, conversation, context; on a narrow screen one of them at a time. Fires `counts`, `shortcuts`, `signed-out`.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: any, me: any, store: any, calling: import('./calling.js').Calling,
 *   route: import('./route.js').Route, view: any, isLate: boolean, message: string | null}>}
 */
export class DeskPage extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    me: { attribute: false },
    store: { attribute: false },
    calling: { attribute: false },
    route: { attribute: false },
    view: { state: true },
    isLate: { state: true },
    message: { state: true },
  };

  /** @type {any} */
  #work;
  /** @type {any} */
  #lateTimer;
  /** @type {HTMLElement | null} where the keyboard was before a search */
  #before = null;
  /** @type {() => void} */
  #deafen = () => {};

  connectedCallback() {
    super.connectedCallback();
    const { api, store, me, calling } = this;
    const onSignedOut = () => this.dispatchEvent(new Event('signed-out'));
    this.#work = new DeskWork({ api, store, me, calling, alarmText: (count) => this.say('alarm', { count }), onSignedOut });
    this.#work.addEventListener('change', () => this.#refresh());
    this.#work.addEventListener('heard', ({ detail }) => this.#heard(detail));
    this.#deafen = onMeanings((meaning) => this.#concerns(meaning) && (this.#do(meaning), true));
    this.view = this.#work.session.view;
    this.#work.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#deafen();
    clearTimeout(this.#lateTimer);
    this.#work.stop();
  }

  willUpdate(changes) {
    const { session } = this.#work;
    if (changes.has('route') && session.view.thread?.id !== this.route.conversation && this.route.page === 'desk') {
      this.message = null;
      session.open(this.route.conversation);
      this.view = session.view;
    }
  }

  updated(changes) {
    if (changes.has('view') && changes.get('view')?.desk !== this.view.desk) {
      const unanswered = mine(this.view.desk, this.me).filter(({ unansweredSince }) => unansweredSince).length;
      this.dispatchEvent(new CustomEvent('counts', { detail: { ...this.view.counts, unanswered } }));
    }
    const left = changes.get('route')?.conversation;
    if (left && !this.route.conversation && this.route.page === 'desk') {
      this.#list?.updateComplete.then(() => this.#list?.focusList(left));
    }
  }

  render() {
    const { say, view, route } = this;
    const { session, drafts } = this.#work;
    return html`
      <p class="banner" role="status" data-banner=${view.line} ?hidden=${!this.isLate}>${this.isLate ? say('line.again') : ''}</p>
      <complaint-calls .say=${say} .api=${this.api} .me=${this.me} .summaries=${withComplaints(view.desk)}></complaint-calls>
      <h1 class="unseen">${say('menu.desk')}</h1>
      <live-words></live-words>
      <div class="desk ${route.conversation ? 'reading' : 'choosing'}">
        <section class="lists" aria-label=${say('list.label')}>
          <list-pane .say=${say} .api=${this.api} .me=${this.me} .view=${view} .lists=${session.lists} .selected=${route.conversation}
            .drafts=${drafts.conversations} @leave=${() => this.#leaveSearch()}
          ></list-pane>
        </section>
        <div class="front">
          ${this.#message()} ${view.thread ? this.#thread(view.thread) : html`<p class="empty">${say('thread.none')}</p>`}
        </div>
      </div>
    `;
  }

  #message() {
    const { say, message } = this;
    return message
      ? html`<p class="message" role="alert" data-message>
          <span>${message}</span>
          <button class="link" type="button" @click=${() => this.#dismiss()}>${say('dismiss')}</button>
        </p>`
      : nothing;
  }

  #thread(thread) {
    const { view, route } = this;
    const { outgoing, files, drafts, facts, session } = this.#work;
    return html`<thread-view
      .say=${this.say}
      .api=${this.api}
      .me=${this.me}
      .desk=${{ ...view.facts, presence: view.presence }}
      .thread=${thread}
      .outgoing=${this.#work.onTheWay(thread.id)}
      .drafts=${drafts}
      .canned=${this.#work.canned}
      .facts=${facts}
      .route=${route}
      @act=${({ detail }) => this.#act(thread.id, detail)}
      @write=${({ detail }) => outgoing.add(detail.conversation, detail.kind, detail.text)}
      @writing=${({ detail }) => session.writes(thread.id, detail)}
      @files=${({ detail }) => detail.forEach((file) => files.add(thread.id, file, view.facts.files, this.say.language))}
      @want-canned=${() => this.#loadCanned()}
      @try-again=${({ detail }) => this.#work.tryAgain(detail)}
      @discard=${({ detail }) => this.#work.discard(detail)}
      @edit=${({ detail }) => this.#view?.edit(this.#work.takeBack(detail))}
      @copied=${() => this.#announce('copied.said')}
      @older=${() => session.loadOlder()}
      @reload=${() => session.again()}
      @close-about=${() => this.#go(addressOf(thread.id, { back: route.back }))}
      @end-session=${() => this.#endSession(thread.id)}
    ></thread-view>`;
  }

  #refresh() {
    this.view = this.#work.session.view;
    if (this.view.line === 'ready') {
      clearTimeout(this.#lateTimer);
      this.#lateTimer = undefined;
      this.isLate = false;
    } else {
      this.#lateTimer ??= setTimeout(() => (this.isLate = true), PATIENCE);
    }
  }

  #concerns(meaning) {
    return meaning === 'shortcuts' || this.route.page === 'desk';
  }

  #do(meaning) {
    const { thread } = this.view;
    const status = thread?.summary?.status;
    switch (meaning) {
      case 'shortcuts':
        return this.dispatchEvent(new Event('shortcuts'));
      case 'next':
        return this.#step(1);
      case 'previous':
        return this.#step(-1);
      case 'claim':
        return (status === 'queued' || status === 'bot' || (isClosed({ status }) && mostUrgent(thread.summary))) && this.#act(thread.id, 'claim');
      case 'resolve':
        return isMine(thread?.summary, this.me) && this.#act(thread.id, 'resolve');
      case 'note':
      case 'reply':
        return this.#view?.write(meaning);
      case 'canned':
        return this.#view?.pickCanned();
      case 'search':
        return this.#search();
      case 'about':
        return thread && this.#go(addressOf(thread.id, { isAbout: !this.route.isAbout, back: this.route.back }));
    }
  }

  #step(step) {
    const next = neighbour(this.#list?.order ?? [], this.route.conversation, step);
    if (next) {
      this.#go(addressOf(next));
    }
  }

  async #search() {
    this.#before = /** @type {HTMLElement | null} */ (focused());
    if (this.#list?.offsetParent === null) {
      this.#go('#/');
      await new Promise((resolve) => setTimeout(resolve));
      await this.updateComplete;
    }
    this.#list?.focusSearch();
  }

  #leaveSearch() {
    const before = this.#before;
    this.#before = null;
    if (before?.isConnected && before.offsetParent !== null) {
      before.focus();
    } else {
      this.#list?.updateComplete.then(() => this.#list?.focusList());
    }
  }

  async #act(conversation, what) {
    if (this.view.thread?.busy) {
      return;
    }
    this.message = null;
    const order = this.#list?.order ?? [];
    const problem = await this.#work.session.act(conversation, what);
    if (this.route.conversation !== conversation) {
      return;
    }
    if (problem) {
      this.message = `${this.say(`failed.${what}`)} ${problemText(this.say, problem)}`;
    } else if (what === 'resolve') {
      const next = nextAfter(this.view.desk, this.me, order, conversation);
      this.#go(next ? addressOf(next) : '#/');
    }
  }

  async #endSession(conversation) {
    try {
      await this.api.post(`${pathOf(conversation)}/end-session`);
      this.message = this.say('end-session.done');
    } catch (problem) {
      this.message = `${this.say('failed.end-session')} ${problemText(this.say, problem)}`;
    }
  }

  async #loadCanned() {
    const problem = await this.#work.loadCanned();
    if (problem) {
      this.message = `${this.say('failed.canned')} ${problemText(this.say, problem)}`;
    }
  }

  #heard({ from, text, private: isPrivate, file }) {
    if (from === 'customer' && !isPrivate) {
      this.#announce('said.customer', { text: text ?? file?.name ?? '' });
    }
  }

  #announce(key, values = {}) {
    /** @type {import('../shared/live-words.js').LiveWords | null} */ (this.renderRoot.querySelector('live-words'))?.announce(this.say(key, values));
  }

  async #dismiss() {
    this.message = null;
    await this.updateComplete;
    this.#view?.focusTitle();
  }

  #go(address) {
    location.hash = address;
  }

  /** @returns {import('./list-pane.js').ListPane & HTMLElement | null} */
  get #list() {
    return this.renderRoot.querySelector('list-pane');
  }

  /** @returns {import('./thread-view.js').ThreadView | null} */
  get #view() {
    return this.renderRoot.querySelector('thread-view');
  }

  static styles = [controls, deskStyles];
}

customElements.define('desk-page', DeskPage);
