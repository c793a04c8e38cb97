import { LitElement, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { localText } from '../shared/i18n.js';
import '../shared/live-words.js';
import { bubblesOf } from './bubbles.js';
import { wordsIn } from './catalogues.js';
import './chat-foot.js';
import './chat-header.js';
import './chat-log.js';
import './elsewhere-dialog.js';
import './end-dialog.js';
import { FileDrop } from './file-drop.js';
import { Host, meansLeaving } from './host.js';
import { LineWatch } from './line-watch.js';
import { Outside } from './outside.js';
import { ownSession } from './own-session.js';
import { pageStyles } from './page-styles.js';
import { saveFile } from './saving.js';
import { Voice } from './voice.js';
import { bannerText } from './wording.js';

/**
 * The chat's page: wires the session to what the visitor sees. When a talk ends while the page looks on it fires `ended` with the
 * conversation and the status; what belongs beside the words on the end goes into the slot `ended` of its foot.
 */
export class ChatPage extends LitElement {
  static properties = {
    view: { state: true },
    trouble: { state: true },
  };

  #session = ownSession();
  #host;
  #outside;
  #drop;
  #voice = new Voice((text) => this.#live?.announce(text));
  #lineWatch = new LineWatch(() => this.requestUpdate());

  constructor() {
    super();
    /** The key of what went wrong beside the talk; empty: nothing did. */
    this.trouble = '';
    this.view = this.#session.view;
    this.#host = new Host((isOpen) => this.#opened(isOpen), this.view.isEngaged);
    this.#host.onIdentity = (token, isAnswer) => this.#session.vouch(token, isAnswer);
    this.#session.askIdentity = () => this.#host.askIdentity();
    this.#session.addEventListener('gone', () => location.reload());
    this.#outside = new Outside(this.#host);
    this.#drop = new FileDrop(this, {
      mayDrop: () => Boolean(this.view.welcome?.files),
      changed: () => this.requestUpdate(),
      onFiles: (files) => this.#sendFiles(files),
    });
    this.#session.addEventListener('change', () => this.#refresh());
    this.#session.addEventListener('entry', (event) => this.#entryCame(/** @type {CustomEvent} */ (event).detail));
    this.#session.addEventListener('replayed', () => requestAnimationFrame(() => this.#log?.isNearStart && this.#session.loadOlder()));
    this.#session.addEventListener('ended', (event) => {
      this.dispatchEvent(new CustomEvent('ended', { detail: /** @type {CustomEvent} */ (event).detail, bubbles: true }));
    });
    document.addEventListener('visibilitychange', () => this.requestUpdate());
    document.addEventListener('keydown', (event) => meansLeaving(event) && this.#host.close());
  }

  connectedCallback() {
    super.connectedCallback();
    this.#session.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#session.stop();
  }

  render() {
    const { view } = this;
    const say = wordsIn(view.language);
    return html`
      <main aria-label=${say('title')}>
        <chat-header
          .view=${view}
          .say=${say}
          .canClose=${this.#host.isEmbedded}
          @close=${() => this.#host.close()}
          @language=${(/** @type {CustomEvent} */ { detail }) => this.#session.switchLanguage(detail.language)}
          @complaint=${() => this.#complain()}
          @sound=${(/** @type {CustomEvent} */ { detail }) => this.#session.switchSound(detail.isOn)}
          @download=${this.#download}
          @elsewhere=${() => this.#elsewhere?.show()}
          @end=${() => this.#dialog('end')?.ask()}
          @erase=${() => this.#dialog('erase')?.ask()}
        ></chat-header>
        ${this.#banner(say)} ${this.#talk(say)}
        <chat-foot
          .view=${view}
          .draft=${this.#session.draft}
          .say=${say}
          @accept=${() => this.#session.accept()}
          @say=${(/** @type {CustomEvent} */ { detail }) => this.#say(detail.text)}
          @draft=${(/** @type {CustomEvent} */ { detail }) => this.#session.keepDraft(detail.text)}
          @files=${(/** @type {CustomEvent} */ { detail }) => this.#sendFiles(detail.files)}
        ></chat-foot>
        ${this.#drop.isOver ? html`<p class="drop" aria-hidden="true">${say('file.drop')}</p>` : nothing}
        <end-dialog data-topic="end" .say=${say} @confirm=${() => this.#session.end()}></end-dialog>
        <end-dialog
          data-topic="erase"
          .topic=${'erase'}
          .say=${say}
          @confirm=${() => this.#try(() => this.#session.erase(), 'erase.failed')}
        ></end-dialog>
        <elsewhere-dialog
          .say=${say}
          .bot=${view.welcome?.telegram?.bot ?? ''}
          .isLinked=${(view.status.linked ?? []).includes('telegram')}
          .getLink=${() => this.#session.link()}
          @part=${() => this.#try(() => this.#session.unlink(), 'elsewhere.part.failed')}
        ></elsewhere-dialog>
        <live-words></live-words>
      </main>
    `;
  }

  updated() {
    this.#outside.show(this.view, wordsIn(this.view.language));
    this.#seen();
  }

  /** @param {import('./wording.js').Say} say */
  #banner(say) {
    const text = bannerText(say, { ...this.view, ...this.#lineWatch.state }) || (this.trouble && say(this.trouble));
    return html`<p class="banner" role="status" data-banner=${this.view.line} ?hidden=${text === ''}>${text}</p>`;
  }

  /** @param {import('./wording.js').Say} say */
  #talk(say) {
    const { view } = this;
    const greeting = localText(view.welcome?.greeting, view.language);
    const bubbles = bubblesOf({ ...view, greeting, hasPast: view.past !== 'none' }, Date.now());
    return html`<chat-log
      .bubbles=${bubbles}
      .welcome=${view.welcome}
      .typist=${view.typist}
      .unread=${view.unread.length}
      .isLoading=${view.past === 'loading'}
      .isFresh=${bubbles.every(({ kind }) => kind === 'greeting')}
      .isOnline=${view.line === 'ready'}
      .fileOf=${this.#fileOf}
      .say=${say}
      @choose=${(/** @type {CustomEvent} */ { detail }) => this.#choose(detail)}
      @suggest=${(/** @type {CustomEvent} */ { detail }) => this.#suggest(detail)}
      @try-again=${(/** @type {CustomEvent} */ { detail }) => this.#tryAgain(detail.id)}
      @discard=${(/** @type {CustomEvent} */ { detail }) => this.#discard(detail.id)}
      @want-older=${() => this.#session.loadOlder()}
      @at-end=${() => this.#seen()}
    ></chat-log>`;
  }

  #refresh() {
    this.view = this.#session.view;
    this.#lineWatch.is(this.view.line);
    this.#voice.types(this.view.typist, this.view.language);
  }

  /** @param {() => void} send what may have to wait for consent */
  #go(send) {
    this.#foot?.guard(() => {
      this.trouble = '';
      this.#log?.toEnd();
      send();
    });
  }

  /** @param {string} text */
  #say(text) {
    this.#go(() => {
      this.#foot?.composer?.clear();
      this.#foot?.focus();
      this.#session.say(text);
    });
  }

  /** One tap from anywhere; who has complained already hears how it stands. */
  #complain() {
    const { complaint } = this.view.welcome ?? {};
    if (complaint) {
      this.#suggest({ id: complaint.id, text: localText(complaint.label, this.view.language), pointerType: '' });
    }
  }

  /** @param {{id: string, text: string, pointerType: string}} suggestion */
  #suggest({ id, text, pointerType }) {
    this.#go(() => {
      this.#session.say(text, id);
      this.#leaveButton(pointerType);
    });
  }

  /** @param {{entry: any, option: any, pointerType: string}} choice */
  #choose({ entry, option, pointerType }) {
    this.#go(() => {
      this.#session.choose(entry, option);
      this.#leaveButton(pointerType);
    });
  }

  /** A button that has done its work cannot keep the focus; but on a touch screen the keyboard would jump up. @param {string} pointerType */
  #leaveButton(pointerType) {
    if (pointerType !== 'touch') {
      this.#foot?.focus();
    }
  }

  /** @param {File[]} files */
  #sendFiles(files) {
    this.#go(() => this.#session.sendFiles(files));
  }

  /** A text that was too long would only be refused again: it goes back to where it can be shortened. @param {string} id */
  #tryAgain(id) {
    const item = this.view.outbox.find((candidate) => candidate.id === id);
    if (item?.reason === 'too-long') {
      this.#session.discard(id);
      this.#foot?.composer?.edit(item.text);
    } else {
      this.#session.tryAgain(id);
      this.#foot?.focus();
    }
  }

  /** @param {string} id */
  #discard(id) {
    this.#session.discard(id);
    this.#foot?.focus();
  }

  #download() {
    return this.#try(async () => {
      saveFile(await this.#session.talk());
      this.#voice.say('download.done', this.view.language);
    }, 'download.failed');
  }

  /** @param {() => Promise<void>} task @param {string} failed the words for it */
  async #try(task, failed) {
    this.trouble = '';
    try {
      await task();
    } catch {
      this.trouble = failed;
    }
  }

  #fileOf = (/** @type {any} */ entry, /** @type {'small'|'full'} */ size) => this.#session.fileOf(entry, size);

  /** @param {{entry: import('./timeline.js').Entry, isOld: boolean}} news */
  #entryCame({ entry, isOld }) {
    if (!isOld) {
      this.#voice.came(entry, this.view.language, !this.#host.isOpen && this.view.hasSound);
    }
  }

  /** @param {boolean} isOpen */
  #opened(isOpen) {
    this.requestUpdate();
    if (isOpen) {
      this.#log?.toEnd();
      this.#leaveButton(matchMedia('(pointer: coarse)').matches ? 'touch' : 'mouse');
    }
  }

  #seen() {
    if (this.#host.isOpen && this.#log?.isAtEnd) {
      this.#session.markRead();
    }
  }

  get #log() {
    return /** @type {import('./chat-log.js').ChatLog | null} */ (this.renderRoot?.querySelector('chat-log') ?? null);
  }

  get #foot() {
    return /** @type {import('./chat-foot.js').ChatFoot | null} */ (this.renderRoot?.querySelector('chat-foot') ?? null);
  }

  /** @param {'end' | 'erase'} topic */
  #dialog(topic) {
    return /** @type {import('./end-dialog.js').EndDialog | null} */ (this.renderRoot.querySelector(`[data-topic=${topic}]`));
  }

  get #elsewhere() {
    return /** @type {import('./elsewhere-dialog.js').ElsewhereDialog | null} */ (this.renderRoot.querySelector('elsewhere-dialog'));
  }

  get #live() {
    return /** @type {import('../shared/live-words.js').LiveWords | null} */ (this.renderRoot.querySelector('live-words'));
  }

  static styles = [controls, pageStyles];
}

customElements.define('chat-page', ChatPage);
