import { css, html, nothing } from 'lit';
import { icon } from '../shared/icons.js';
import { momentOf } from '../shared/time.js';
import { dueOf, mostUrgent, shortText } from './complaints.js';
import { isClosed } from './desk.js';
import { addressOf } from './route.js';
import { customerName, lastText, reasonText, teamTitle } from './wording.js';

/** A wait longer than this (milliseconds) is too long. */
export const TOO_LONG = 5 * 60_000;

/**
 * One conversation as a row of a list: who, how long they wait, the last words, where it belongs.
 *
 * @param {import('./desk.js').Summary} summary
 * @param {{say: any, me: {id: string}, teams: any[], isCurrent: boolean, isStop: boolean, isTyping: boolean, hasDraft: boolean,
 *   now: number}} how
 */
export function row(summary, { say, me, teams, isCurrent, isStop, isTyping, hasDraft, now }) {
  const complaint = mostUrgent(summary);
  const { conversation, status, unansweredSince } = summary;
  return html`
    <a
      href=${addressOf(conversation)}
      class=${unansweredSince ? 'row unanswered' : 'row'}
      tabindex=${isStop ? 0 : -1}
      aria-current=${isCurrent ? 'true' : nothing}
      data-conversation=${conversation}
      data-status=${status}
      ?data-unanswered=${Boolean(unansweredSince)}
      ?data-draft=${hasDraft}
    >
      <span class="top">
        ${unansweredSince ? html`<span class="dot"><span class="unseen">${say('list.unanswered')}</span></span>` : nothing}
        <span class="who">${customerName(say, summary)}</span>
        ${when(say, summary)}
      </span>
      <span class="last">
        ${hasDraft ? html`<span class="draft">${icon('pen', 14)}${say('list.draft')}</span>` : nothing}
        ${isTyping
          ? html`<span class="typing" data-typing>${say('typing.list')}</span>`
          : html`<span class="said">${lastText(say, summary.last)}</span>`}
      </span>
      ${complaint
        ? html`<span class="facts complaint ${dueOf(complaint, now)}" data-complaint=${complaint.number} data-due=${dueOf(complaint, now)}
            >${shortText(say, complaint, now)}</span>`
        : html`<span class="facts">${factsOf(say, me, teams, summary).join(' · ')}</span>`}
    </a>
  `;
}

/**
 * The time that somebody waits ticks by itself, for which the place only says since when.
 *
 * @param {any} say
 * @param {import('./desk.js').Summary} summary
 */
function when(say, { status, waitingSince, unansweredSince, last, beganAt }) {
  const since = status === 'queued' ? waitingSince : unansweredSince;
  if (since) {
    const what = say(status === 'queued' ? 'waits' : 'unanswered');
    return html`<span class="since" title=${what}><span class="unseen">${what}</span> <span data-since=${since}></span></span>`;
  }
  const at = last?.at ?? beganAt;
  return at ? html`<time class="when" datetime=${at}>${momentOf(at, say.language)}</time>` : nothing;
}

/** @param {any} say @param {{id: string}} me @param {any[]} teams @param {import('./desk.js').Summary} summary */
function factsOf(say, me, teams, { status, reason, language, team, front, agent }) {
  const isQueued = status === 'queued';
  return [
    front && isQueued ? say('front') : '',
    status === 'open' && agent && agent.id !== me.id ? agent.name : '',
    isClosed({ status }) ? say(`status.${status}`) : '',
    language?.toUpperCase() ?? '',
    team ? teamTitle(teams, team, say.language) : '',
    isQueued ? reasonText(say, reason) : '',
  ].filter(Boolean);
}

/** Rows are of one height, so that those out of sight need not be laid out. */
export const rowStyles = css`
  .row {
    display: grid;
    gap: 0.0625rem;
    block-size: 4.5rem;
    align-content: center;
    padding: 0 var(--space-4);
    border-inline-start: 3px solid transparent;
    color: var(--ink);
    text-decoration: none;
    line-height: 1.35;
    content-visibility: auto;
    contain-intrinsic-block-size: 4.5rem;
  }

  .row:hover {
    background: var(--raised);
  }

  .row:focus-visible {
    outline-offset: -2px;
  }

  .row[aria-current] {
    border-inline-start-color: var(--accent);
    background: var(--accent-soft);
  }

  .top,
  .last {
    display: flex;
    align-items: baseline;
    gap: var(--space-2);
    min-inline-size: 0;
  }

  .dot {
    flex: none;
    align-self: center;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-radius: 50%;
    background: var(--alert);
  }

  .who {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .unanswered .who,
  .unanswered .said {
    font-weight: var(--strong);
  }

  .since,
  .when {
    flex: none;
    font-size: var(--text-small);
    font-variant-numeric: tabular-nums;
  }

  .when,
  .facts {
    color: var(--ink-soft);
  }

  .last {
    font-size: var(--text-small);
  }

  .said,
  .facts {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .facts {
    font-size: var(--text-tiny);
  }

  .complaint {
    justify-self: start;
    max-inline-size: 100%;
    color: var(--ink);
  }

  .complaint.soon {
    padding-inline: var(--space-1);
    border-radius: var(--radius-small);
    background: var(--note);
    color: var(--note-ink);
  }

  .complaint.late {
    padding-inline: var(--space-1);
    border-radius: var(--radius-small);
    background: var(--alert);
    color: var(--alert-ink);
    font-weight: var(--strong);
  }

  .draft {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: var(--space-1);
    align-self: center;
    padding-inline: var(--space-1);
    border: 1px solid var(--field-line);
    border-radius: var(--radius-small);
    font-size: var(--text-tiny);
  }

  .typing {
    color: var(--accent);
    font-style: italic;
  }

  @media (forced-colors: active) {
    .row[aria-current] {
      border-inline-start-color: Highlight;
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }

    .dot {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
