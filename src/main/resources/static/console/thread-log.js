import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../shared/controls.js';
import { clockTime, dayOf, sameDay } from '../shared/time.js';
import { words } from '../shared/words.js';
import { choiceUnder } from './transcript.js';
import { noticeText, problemText } from './wording.js';

const NEAR = 48;

/** The whole transcript: customer, bot and agents, private notes, and facts in the agent's language. */
export class ThreadLog extends LitElement {
  static properties = {
    say: { attribute: false },
    teams: { attribute: false },
    thread: { attribute: false },
    entries: { attribute: false },
    outgoing: { attribute: false },
    isLoaded: { attribute: false },
    hasNews: { state: true },
  };

  #isAtEnd = true;
  #endTop = 0;
  #sizes = new ResizeObserver(() => this.#isAtEnd && this.#toEnd());

  connectedCallback() {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  willUpdate(changes) {
    if (changes.has('thread')) {
      this.#isAtEnd = true;
    } else if (changes.has('entries') || changes.has('outgoing')) {
      this.#measure();
    }
  }

  updated(changes) {
    const hasGrown = (this.outgoing?.length ?? 0) > (changes.get('outgoing')?.length ?? Infinity);
    if (this.#isAtEnd || hasGrown) {
      this.#toEnd();
    } else if (changes.has('entries')) {
      this.hasNews = true;
    }
  }

  render() {
    const { say } = this;
    return html`
      <div class="scroller" tabindex="0" role="region" aria-label=${say('log.label')} @scroll=${() => this.#scrolled()}>
        <div class="log" role="log" aria-live="polite" aria-relevant="additions" data-log>
          ${this.isLoaded ? nothing : html`<p class="fact" role="status">${say('loading')}</p>`}
          ${repeat(this.entries, ({ n }) => n, (entry, i) => this.#line(entry, this.entries[i - 1]))}
          ${repeat(this.outgoing, ({ id }) => id, (item) => this.#outgoing(item))}
        </div>
      </div>
      <button class="news primary" type="button" data-news ?hidden=${!this.hasNews} @click=${this.#toEnd}>${say('log.news')}</button>
    `;
  }

  #line(entry, before) {
    const isNewDay = before ? !sameDay(entry.at, before.at) : !sameDay(entry.at, Date.now());
    return html`
      ${isNewDay ? html`<p class="fact">${dayOf(entry.at, this.say.language)}</p>` : nothing}
      ${entry.notice ? this.#notice(entry) : this.#said(entry)}
    `;
  }

  #notice(entry) {
    const text = noticeText(this.say, entry.notice, this);
    return html`<p class="fact ${entry.notice.code}" data-entry=${entry.n} data-notice=${entry.notice.code}>
      ${text} <time datetime=${entry.at}>${clockTime(entry.at, this.say.language)}</time>
    </p>`;
  }

  #said(entry) {
    const { say } = this;
    return html`
      <div
        class="line ${entry.private ? 'note' : entry.from}"
        data-entry=${entry.n}
        data-from=${entry.from}
        ?data-private=${entry.private}
      >
        <span class="who">
          ${entry.private ? html`<strong>${say('note.mark')}</strong> · ` : nothing}${entry.name ?? say(`who.${entry.from}`)}
          <time datetime=${entry.at}>${clockTime(entry.at, say.language)}</time>
        </span>
        <div class="bubble">
          ${entry.chosen ? html`<span class="pressed">${say('pressed')}</span>` : nothing}
          <span class="words">${words(entry.text)}</span>
        </div>
        ${entry.options?.length ? this.#options(entry) : nothing}
      </div>
    `;
  }

  #options({ n, options }) {
    const chosen = choiceUnder(this.entries, n);
    return html`<ul class="options" aria-label=${this.say('options.label')}>
      ${options.map(
        ({ id, label }) => html`<li class=${id === chosen ? 'chosen' : ''} data-option=${id} ?data-chosen=${id === chosen}>
          ${id === chosen ? html`<span aria-hidden="true">✓ </span><span class="unseen">${this.say('options.chosen')}</span>` : nothing}${label}
        </li>`,
      )}
    </ul>`;
  }

  #outgoing({ id, kind, text, at, state, code, agent }) {
    const { say } = this;
    return html`
      <div class="line ${kind === 'note' ? 'note' : 'agent'} ${state}" data-outgoing=${id} data-state=${state}>
        <span class="who">
          ${kind === 'note' ? html`<strong>${say('note.mark')}</strong> · ` : nothing}
          ${state === 'sent' ? clockTime(at, say.language) : state === 'pending' ? say(code ? 'sending.again' : 'sending') : say('failed')}
        </span>
        <div class="bubble words">${words(text)}</div>
        ${state === 'failed'
          ? html`<p class="failure">
              <span class="error">${problemText(say, { code, agent })}</span>
              <button type="button" data-try-again @click=${() => this.#fire('try-again', id)}>${say('again')}</button>
              <button type="button" data-discard @click=${() => this.#fire('discard', id)}>${say('failed.discard')}</button>
            </p>`
          : nothing}
      </div>
    `;
  }

  #measure() {
    const scroller = this.renderRoot?.querySelector('.scroller');
    if (scroller) {
      const isNear = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
      this.#isAtEnd = isNear || (this.#isAtEnd && scroller.scrollTop >= this.#endTop);
    }
  }

  #scrolled() {
    this.#measure();
    if (this.#isAtEnd) {
      this.hasNews = false;
    }
  }

  #toEnd() {
    const scroller = this.renderRoot.querySelector('.scroller');
    this.#isAtEnd = true;
    this.hasNews = false;
    scroller.scrollTop = scroller.scrollHeight;
    this.#endTop = Math.floor(scroller.scrollTop);
  }

  #fire(type, id) {
    this.dispatchEvent(new CustomEvent(type, { detail: id, bubbles: true, composed: true }));
  }

  static styles = [
    controls,
    css`
      :host {
        position: relative;
        display: block;
      }

      .scroller {
        block-size: 100%;
        overflow-y: auto;
        overscroll-behavior: contain;
      }

      .scroller:focus-visible {
        outline-offset: -2px;
      }

      .log {
        display: flex;
        flex-direction: column;
        gap: var(--space-3);
        padding: var(--space-4);
      }

      .line {
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        gap: var(--space-1);
        max-inline-size: min(85%, 40rem);
      }

      .who,
      time {
        font-size: var(--text-small);
        color: var(--ink-soft);
      }

      .bubble {
        padding: var(--space-2) var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius-large);
        background: var(--surface);
      }

      .bot,
      .agent,
      .note {
        align-self: flex-end;
        align-items: flex-end;
      }

      .bot .bubble {
        background: var(--raised);
      }

      .agent .bubble {
        border-color: transparent;
        background: var(--accent);
        color: var(--accent-ink);
      }

      .agent .bubble a {
        color: inherit;
      }

      .note .bubble {
        border: 1px dashed var(--note-line);
        border-radius: var(--space-1);
        background: var(--note);
        color: var(--note-ink);
      }

      .note .bubble a {
        color: inherit;
      }

      .pending .bubble {
        opacity: 0.75;
      }

      .failure {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: var(--space-2);
        margin: 0;
        font-size: var(--text-small);
      }

      .pressed {
        font-size: var(--text-small);
        color: var(--ink-soft);
      }

      .options {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space-1);
        margin: 0;
        padding: 0;
        font-size: var(--text-small);
        list-style: none;
      }

      .options li {
        padding: 0 var(--space-2);
        border: 1px solid var(--line);
        border-radius: 1rem;
        color: var(--ink-soft);
      }

      .options .chosen {
        border-color: var(--accent);
        color: var(--ink);
        font-weight: 600;
      }

      .fact {
        align-self: center;
        max-inline-size: 40rem;
        margin: 0;
        font-size: var(--text-small);
        text-align: center;
        color: var(--ink-soft);
      }

      .fact.failed,
      .fact.late,
      .fact.late-choice {
        color: var(--alert);
      }

      .news {
        position: absolute;
        inset-block-end: var(--space-3);
        inset-inline: 0;
        inline-size: max-content;
        margin-inline: auto;
        border-radius: 1.25rem;
        box-shadow: var(--shadow);
      }
    `,
  ];
}

customElements.define('thread-log', ThreadLog);
