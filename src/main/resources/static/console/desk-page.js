import { LitElement, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { Line, socketUrl } from '../shared/line.js';
import '../shared/live-words.js';
import { Alarm } from './alarm.js';
import { isMine, mine, neighbour, waiting } from './desk.js';
import { DeskSession } from './desk-session.js';
import { deskStyles } from './desk-styles.js';
import { Drafts } from './drafts.js';
import { everySecond } from './every-second.js';
import { FileSends } from './file-sends.js';
import { isMacLike, meaningOf } from './keys.js';
import { KnownFacts } from './known-facts.js';
import './list-pane.js';
import { focused, isModalOpen, takesWords } from './modal.js';
import { pathOf } from './open-thread.js';
import { Outgoing } from './outgoing.js';
import { addressOf } from './route.js';
import './thread-view.js';
import { soundUpTo } from './transcript.js';
import { problemText } from './wording.js';

/** A line that is back within this time was never worth a banner. */
const PATIENCE = 1_500;

/**
 * The agent's desk: lists, conversation, context; on a narrow screen one of them at a time. Fires `counts`, `shortcuts`, `signed-out`.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: any, me: any, store: any, calling: import('./calling.js').Calling,
 *   route: import('./route.js').Route, view: any, isLate: boolean, message: string | null, canned: any}>}
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
    canned: { state: true },
  };

  /** @type {any} what lives as long as the agent is signed in */
  #own;
  #alarm = new Alarm((count) => this.say('alarm', { count }));
  /** @type {any} */
  #lateTimer;
  /** @type {(() => void)[]} */
  #ends = [];
  /** @type {HTMLElement | null} where the keyboard was before a search */
  #before = null;

  connectedCallback() {
    super.connectedCallback();
    const { api, store, me } = this;
    const session = new DeskSession({
      api,
      me,
      openLine: (handlers) => new Line({ url: socketUrl('/console/socket'), readyType: 'ready', ...handlers }),
      onSignedOut: () => this.dispatchEvent(new Event('signed-out')),
    });
    const outgoing = new Outgoing({ api, store, agent: me.id });
    this.#own = { session, outgoing, files: new FileSends({ api }), drafts: new Drafts(store, me.id), facts: new KnownFacts({ api }) };
    this.canned = null;
    this.view = session.view;
    this.#listen();
    session.start();
    outgoing.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#ends.forEach((end) => end());
    this.#ends = [];
    clearTimeout(this.#lateTimer);
    this.#own.session.stop();
    this.#own.outgoing.stop();
    this.#own.files.stop();
    this.#alarm.stop();
  }

  willUpdate(changes) {
    const before = changes.get('route');
    if (changes.has('route') && before?.conversation !== this.route.conversation) {
      this.message = null;
      this.#own.session.open(this.route.conversation);
      this.view = this.#own.session.view;
    }
  }

  updated(changes) {
    const before = changes.get('view');
    if (changes.has('view') && (before?.counts !== this.view.counts || before?.desk !== this.view.desk)) {
      const unanswered = mine(this.view.desk, this.me).filter(({ unansweredSince }) => unansweredSince).length;
      this.dispatchEvent(new CustomEvent('counts', { detail: { ...this.view.counts, unanswered } }));
    }
    const came = changes.get('route');
    if (came?.conversation && !this.route.conversation && this.route.page === 'desk') {
      this.#list?.updateComplete.then(() => this.#list?.focusList(came.conversation));
    }
  }

  render() {
    const { say, view, route } = this;
    return html`
      <p class="banner" role="status" data-banner=${view.line} ?hidden=${!this.isLate}>${this.isLate ? say('line.again') : ''}</p>
      <live-words></live-words>
      <div class="desk ${route.conversation ? 'reading' : 'choosing'}">
        <section class="lists" aria-label=${say('list.label')}>
          <h1 class="unseen">${say('menu.desk')}</h1>
          <list-pane .say=${say} .api=${this.api} .me=${this.me} .view=${view} .lists=${this.#own.session.lists} .selected=${route.conversation}
            .drafts=${this.#own.drafts.conversations} @leave=${() => this.#leaveSearch()}
          ></list-pane>
        </section>
        <div class="front">${this.#message()} ${view.thread ? this.#thread(view.thread) : html`<p class="empty">${say('thread.none')}</p>`}</div>
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
    const { outgoing, files, drafts, facts, session } = this.#own;
    return html`<thread-view
      .say=${this.say}
      .api=${this.api}
      .me=${this.me}
      .desk=${{ ...view.facts, presence: view.presence }}
      .thread=${thread}
      .outgoing=${[...outgoing.of(thread.id), ...files.of(thread.id)]}
      .drafts=${drafts}
      .canned=${this.canned}
      .facts=${facts}
      .route=${route}
      @act=${({ detail }) => this.#act(thread.id, detail)}
      @write=${({ detail }) => outgoing.add(detail.conversation, detail.kind, detail.text)}
      @writing=${({ detail }) => session.writes(thread.id, detail)}
      @files=${({ detail }) => detail.forEach((file) => files.add(thread.id, file, view.facts.files, this.say.language))}
      @want-canned=${() => this.#loadCanned()}
      @try-again=${({ detail }) => this.#sending(detail).tryAgain(detail)}
      @discard=${({ detail }) => this.#sending(detail).discard(detail)}
      @edit=${({ detail }) => this.#edit(detail)}
      @copied=${() => this.#announce('copied.said')}
      @older=${() => session.loadOlder()}
      @reload=${() => session.again()}
      @close-about=${() => this.#go(addressOf(thread.id, { back: route.back }))}
      @end-session=${() => this.#endSession(thread.id)}
    ></thread-view>`;
  }

  #listen() {
    const { session, outgoing, files, drafts } = this.#own;
    const on = (target, type, listener) => {
      target.addEventListener(type, listener);
      this.#ends.push(() => target.removeEventListener(type, listener));
    };
    on(session, 'change', () => this.#refresh());
    on(session, 'heard', ({ detail }) => this.#heard(detail));
    on(outgoing, 'change', () => this.#settle());
    on(files, 'change', () => this.#settle());
    on(drafts, 'change', () => this.requestUpdate());
    on(this.calling, 'change', () => this.#call());
    on(window, 'pointerdown', () => this.#alarm.unlock());
    on(window, 'keydown', (event) => this.#pressed(event));
    this.#ends.push(everySecond(() => session.forgetTyping()));
    this.#call();
  }

  #call() {
    this.#alarm.isMuted = this.calling.isMuted;
    this.#alarm.isNotifying = this.calling.notifications === 'on';
  }

  #pressed(event) {
    this.#alarm.unlock();
    const where = { isMac: isMacLike(navigator), isWriting: takesWords(focused()), get isDialogOpen() { return isModalOpen(); } };
    const meaning = meaningOf(event, where);
    if (meaning === 'shortcuts') {
      event.preventDefault();
      this.dispatchEvent(new Event('shortcuts'));
    } else if (meaning && this.route.page === 'desk') {
      event.preventDefault();
      this.#do(meaning);
    }
  }

  #do(meaning) {
    const { thread } = this.view;
    const status = thread?.summary?.status;
    switch (meaning) {
      case 'next':
        return this.#step(1);
      case 'previous':
        return this.#step(-1);
      case 'claim':
        return (status === 'queued' || status === 'bot') && this.#act(thread.id, 'claim');
      case 'resolve':
        return isMine(thread?.summary, this.me) && this.#act(thread.id, 'resolve');
      case 'note':
      case 'reply':
        return this.#view?.write(meaning);
      case 'canned':
        return this.#view?.pickCanned();
      case 'search':
        this.#before = /** @type {HTMLElement | null} */ (focused());
        return this.#list?.focusSearch();
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
    this.message = null;
    const order = this.#list?.order ?? [];
    const { session } = this.#own;
    if (session.view.thread?.busy) {
      return;
    }
    const problem = await session.act(conversation, what);
    if (problem && this.route.conversation === conversation) {
      this.message = `${this.say(`failed.${what}`)} ${problemText(this.say, problem)}`;
    } else if (what === 'resolve' && this.route.conversation === conversation) {
      this.#openNext(order, conversation);
    }
  }

  /** After one's own is done, whoever of the own ones waits for an answer is next, else the one below in the list. */
  #openNext(order, done) {
    const own = mine(this.view.desk, this.me);
    const below = neighbour(order, done, 1) ?? neighbour(order, done, -1);
    const next = own.find(({ unansweredSince }) => unansweredSince) ?? own.find(({ conversation }) => conversation === below) ?? own[0];
    this.#go(next ? addressOf(next.conversation) : '#/');
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
    try {
      this.canned = await this.api.get('/canned');
    } catch (problem) {
      this.canned ??= [];
      this.message = `${this.say('failed.canned')} ${problemText(this.say, problem)}`;
    }
  }

  #sending(id) {
    const { files, outgoing } = this.#own;
    return files.has(id) ? files : outgoing;
  }

  /** What was not sent goes back to where it can be changed. */
  #edit(id) {
    const { outgoing } = this.#own;
    const { kind, text } = outgoing.find(id);
    outgoing.discard(id);
    this.#view?.edit(kind, text);
  }

  #heard({ from, text, private: isPrivate, file }) {
    if (from === 'customer' && !isPrivate) {
      this.#announce('said.customer', { text: text ?? file?.name ?? '' });
    }
  }

  #announce(key, values = {}) {
    /** @type {import('../shared/live-words.js').LiveWords | null} */ (this.renderRoot.querySelector('live-words'))?.announce(this.say(key, values));
  }

  #refresh() {
    this.view = this.#own.session.view;
    const { desk, line } = this.view;
    this.#alarm.waiting(waiting(desk).map(({ conversation }) => conversation));
    this.#settle();
    if (line === 'ready') {
      clearTimeout(this.#lateTimer);
      this.#lateTimer = undefined;
      this.isLate = false;
    } else {
      this.#lateTimer ??= setTimeout(() => (this.isLate = true), PATIENCE);
    }
  }

  /** An entry may come before the answer to the request that made it, or after. */
  #settle() {
    const { thread } = this.view;
    if (thread) {
      const sound = soundUpTo(thread.entries);
      this.#own.outgoing.shownUpTo(thread.id, sound);
      this.#own.files.shownUpTo(thread.id, sound);
    }
    this.requestUpdate();
  }

  async #dismiss() {
    this.message = null;
    await this.updateComplete;
    this.#view?.write(isMine(this.view.thread?.summary, this.me) ? 'reply' : 'note');
  }

  #go(address) {
    location.hash = address;
  }

  /** @returns {import('./list-pane.js').ListPane | null} */
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
