import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { dayOf, momentOf } from '../shared/time.js';
import { neighbour } from './desk.js';
import { marked, markedAt } from './marked.js';
import { addressOf } from './route.js';
import { customerName, lastText, problemText } from './wording.js';

/**
 * What a search found: who, where the words stand, when. Fires `further` when the agent wants to go on further back.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, found: import('./search.js').Search['state'], selected: string | undefined}>}
 */
export class SearchResults extends LitElement {
  static properties = {
    say: { attribute: false },
    found: { attribute: false },
    selected: { attribute: false },
  };

  get order() {
    return this.found.hits.map(({ summary }) => summary.conversation);
  }

  focusFirst() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('a'))?.focus();
  }

  render() {
    const { say, found } = this;
    return html`
      <section aria-label=${say('search.results')}>
        <p class="standing" role="status" data-search-standing>${this.#standing()}</p>
        <ul @keydown=${this.#moved}>
          ${found.hits.map((hit) => html`<li>${this.#hit(hit)}</li>`)}
        </ul>
        ${found.problem
          ? html`<p class="trouble" role="alert"><span class="error">${say('search.failed')} ${problemText(say, found.problem)}</span></p>`
          : nothing}
        ${this.#further()}
      </section>
    `;
  }

  #standing() {
    const { say, found } = this;
    if (found.isSearching) {
      return say('search.searching');
    }
    if (!found.isDone) {
      return say('search.hint');
    }
    const day = found.backTo ? dayOf(found.backTo, say.language) : '';
    const count = found.hits.length === 0 ? say('search.none') : say('search.found', { count: found.hits.length });
    return found.next !== undefined && day ? `${count} ${say('search.back-to', { day })}` : count;
  }

  /** @param {import('./search.js').Hit} hit */
  #hit({ summary, where, n, snippet, mark, at }) {
    const { say, found } = this;
    const { conversation, last } = summary;
    const isName = where === 'name';
    return html`<a
      href=${addressOf(conversation, { entry: n })}
      aria-current=${conversation === this.selected ? 'true' : nothing}
      data-hit=${where}
      data-conversation=${conversation}
    >
      <span class="top">
        <span class="who">${isName && snippet ? this.#marked(snippet, mark) : customerName(say, summary)}</span>
        ${at ?? last?.at ? html`<time>${momentOf(at ?? last?.at, say.language)}</time>` : nothing}
      </span>
      <span class="snippet">${snippet && !isName ? this.#marked(snippet, mark) : lastText(say, last)}</span>
      <span class="facts">${say(`search.where.${where}`)} · ${say(`status.${summary.status}`, { agent: summary.agent?.name ?? '' })}</span>
    </a>`;
  }

  /** Where the server says, else where it can be seen. */
  #marked(text, mark) {
    const pieces = mark ? markedAt(text, mark) : marked(text, this.found.query);
    return pieces.map((piece) => (piece.isHit ? html`<mark>${piece.text}</mark>` : piece.text));
  }

  #further() {
    const { say, found } = this;
    const isMore = found.next !== undefined || found.problem;
    return isMore && !found.isSearching
      ? html`<button type="button" class="further" data-search-further @click=${() => this.dispatchEvent(new Event('further'))}>
          ${found.problem ? say('again') : say('search.further')}
        </button>`
      : nothing;
  }

  #moved(event) {
    const links = /** @type {HTMLElement[]} */ ([...this.renderRoot.querySelectorAll('a')]);
    const step = /** @type {1 | -1 | undefined} */ ({ ArrowDown: 1, ArrowUp: -1 }[event.key]);
    if (step && !event.altKey) {
      const places = links.map((_, i) => String(i));
      const to = neighbour(places, String(links.indexOf(event.target)), step);
      event.preventDefault();
      if (to === undefined && step < 0) {
        this.dispatchEvent(new Event('leave'));
      }
      links[Number(to)]?.focus();
    }
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
        overflow-y: auto;
        overscroll-behavior: contain;
      }

      .standing,
      .trouble {
        margin: 0;
        padding: var(--space-2) var(--space-4);
        font-size: var(--text-small);
        color: var(--ink-soft);
      }

      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        border-block-start: 1px solid var(--line);
      }

      a {
        display: grid;
        gap: 0.125rem;
        padding: var(--space-2) var(--space-4);
        border-inline-start: 3px solid transparent;
        color: var(--ink);
        text-decoration: none;
      }

      a:hover {
        background: var(--raised);
      }

      a:focus-visible {
        outline-offset: -2px;
      }

      a[aria-current] {
        border-inline-start-color: var(--accent);
        background: var(--accent-soft);
      }

      .top {
        display: flex;
        gap: var(--space-2);
        min-inline-size: 0;
      }

      .who {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .snippet {
        font-size: var(--text-small);
        overflow-wrap: anywhere;
      }

      .facts,
      time {
        font-size: var(--text-tiny);
        color: var(--ink-soft);
      }

      mark {
        padding-inline: 0.0625rem;
        border-radius: var(--radius-small);
        background: var(--accent-soft);
        color: inherit;
        font-weight: var(--strong);
        text-decoration: underline;
      }

      a[aria-current] mark {
        background: var(--surface);
      }

      .further {
        margin: var(--space-3) var(--space-4);
      }
    `,
  ];
}

customElements.define('search-results', SearchResults);
