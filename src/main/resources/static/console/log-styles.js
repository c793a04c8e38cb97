import { css } from 'lit';

/** How the lines of a transcript look: the customer at the start, our side at the end, what only agents see in a shape of its own. */
export const logStyles = css`
  :host {
    position: relative;
    display: grid;
    grid-template-rows: minmax(0, 1fr);
  }

  .log {
    display: flex;
    flex-direction: column;
    gap: var(--space-3);
    max-inline-size: 60rem;
    margin-inline: auto;
    padding: var(--space-4);
  }

  /* It lies over the lines, so that these do not move for it. */
  .loading {
    position: absolute;
    inset-block-start: var(--space-2);
    inset-inline: 0;
    inline-size: max-content;
    margin: 0 auto;
    padding: 0 var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius-round);
    background: var(--surface);
    font-size: var(--text-small);
    color: var(--ink-soft);
  }

  .day {
    align-self: center;
    margin: var(--space-2) 0 0;
    font-size: var(--text-small);
    font-weight: var(--strong);
    color: var(--ink-soft);
  }

  .group {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: var(--space-1);
    max-inline-size: min(88%, 38rem);
  }

  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-2);
    margin: 0;
    font-size: var(--text-tiny);
    color: var(--ink-soft);
  }

  .name {
    font-weight: var(--strong);
  }

  time {
    font-size: var(--text-tiny);
    font-variant-numeric: tabular-nums;
    color: var(--ink-soft);
  }

  .line {
    display: flex;
    flex-direction: column;
    align-items: inherit;
    gap: var(--space-1);
    max-inline-size: 100%;
    scroll-margin-block: var(--space-8);
  }

  .delivery {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    margin: 0;
    font-size: var(--text-tiny);
    color: var(--ink-soft);
  }

  .delivery.failed,
  .delivery.uncertain {
    color: var(--alert);
  }

  .bubble {
    max-inline-size: 100%;
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius-large);
    background: var(--surface);
  }

  .bot,
  .system,
  .agent {
    align-self: flex-end;
    align-items: flex-end;
  }

  .customer .line:first-of-type .bubble {
    border-start-start-radius: var(--radius-small);
  }

  .agent .line:last-of-type .bubble,
  .bot .line:last-of-type .bubble {
    border-end-end-radius: var(--radius-small);
  }

  .bot .bubble,
  .system .bubble {
    border-color: transparent;
    background: var(--raised);
  }

  .agent:not(.note) .bubble {
    border-color: transparent;
    background: var(--accent);
    color: var(--accent-ink);
  }

  .agent .bubble a,
  .note .bubble a {
    color: inherit;
  }

  .note {
    align-self: stretch;
    align-items: stretch;
    max-inline-size: none;
    gap: var(--space-1);
    padding: var(--space-2) var(--space-3);
    border: 1px dashed var(--note-line);
    border-inline-start: 4px solid var(--note-line);
    border-radius: var(--radius-small);
    background: var(--note);
    color: var(--note-ink);
  }

  .note .who,
  .note time {
    color: inherit;
  }

  .note .bubble {
    padding: 0;
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
  }

  .mark {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    font-weight: var(--strong);
  }

  .mark svg {
    align-self: center;
  }

  .target > .bubble,
  .fact.target {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }

  /* Not by less contrast: it says so. */
  .pending .who {
    font-style: italic;
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

  .correction {
    margin: 0;
    font-size: var(--text-small);
    color: var(--ink-soft);
  }

  .pressed {
    margin-inline-end: var(--space-1);
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
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    padding: 0 var(--space-2);
    border: 1px solid var(--line);
    border-radius: var(--radius-round);
    color: var(--ink-soft);
  }

  .options .chosen {
    border-color: var(--accent);
    color: var(--ink);
    font-weight: var(--strong);
  }

  .fact,
  .steps {
    align-self: center;
    max-inline-size: 40rem;
    margin: 0;
    font-size: var(--text-small);
    text-align: center;
    color: var(--ink-soft);
  }

  .steps {
    align-self: flex-end;
    margin-block: calc(-1 * var(--space-2)) calc(-1 * var(--space-3));
    font-size: var(--text-tiny);
    text-align: end;
  }

  .steps[open] {
    margin-block-end: 0;
  }

  .fact svg,
  .steps svg {
    vertical-align: -0.2em;
  }

  .fact.trouble {
    color: var(--alert);
  }

  summary {
    min-block-size: 1.5rem;
    cursor: pointer;
  }

  .steps ul {
    display: grid;
    gap: var(--space-1);
    margin: var(--space-1) 0 0;
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--ink);
    font-size: var(--text-small);
    text-align: start;
    list-style: none;
  }

  .told {
    margin: var(--space-1) 0 0;
    color: var(--ink);
  }

  .dots {
    display: inline-flex;
    gap: 0.25rem;
    padding-block: var(--space-2);
  }

  .dots span {
    inline-size: 0.375rem;
    block-size: 0.375rem;
    border-radius: 50%;
    background: var(--ink-soft);
  }

  @media (prefers-reduced-motion: no-preference) {
    .dots span {
      animation: dot 1.2s var(--ease) infinite;
    }

    .dots span:nth-child(2) {
      animation-delay: 0.2s;
    }

    .dots span:nth-child(3) {
      animation-delay: 0.4s;
    }
  }

  @keyframes dot {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }

    30% {
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .bubble {
      border-color: CanvasText !important;
    }

    .dots span {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
