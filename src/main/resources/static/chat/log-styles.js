import { css } from 'lit';

/** How the lines of the log look. */
export const logStyles = css`
  :host {
    position: relative;
    display: block;
    min-block-size: 0;
  }

  scroll-log {
    block-size: 100%;
  }

  scroll-log::part(lines) {
    display: flex;
    flex-direction: column;
  }

  /* A short talk stands where the next words will appear: right above the field. */
  .log {
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    max-inline-size: var(--measure);
    margin-block-start: auto;
    margin-inline: auto;
    padding: var(--space-4);
  }

  .log.fresh {
    margin-block-end: auto;
  }

  .older {
    position: absolute;
    z-index: 1;
    inset-block-start: var(--space-2);
    inset-inline: 0;
    inline-size: max-content;
    margin: 0 auto;
    padding: var(--space-1) var(--space-3);
    border-radius: var(--radius-round);
    background: var(--surface);
    box-shadow: var(--shadow);
    font-size: var(--text-small);
    color: var(--ink-soft);
  }

  .line {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: var(--space-1);
    max-inline-size: 85%;
    margin-block-start: 0.1875rem;
  }

  .line.first {
    margin-block-start: var(--space-4);
  }

  .head,
  .under {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    font-size: var(--text-tiny);
    color: var(--ink-soft);
  }

  .who {
    font-weight: var(--strong);
  }

  .bubble {
    max-inline-size: 100%;
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius-large);
    background: var(--surface);
  }

  .first > .bubble {
    border-start-start-radius: var(--radius-small);
  }

  .agent > .bubble {
    border-color: transparent;
    background: var(--accent-soft);
  }

  .customer {
    align-self: flex-end;
    align-items: flex-end;
  }

  .customer > .bubble {
    border-color: transparent;
    border-radius: var(--radius-large);
    background: var(--accent);
    color: var(--accent-ink);
  }

  .customer.last > .bubble {
    border-end-end-radius: var(--radius-small);
  }

  .customer > .bubble a {
    color: inherit;
  }

  .customer > .bubble.attached,
  .bubble.attached {
    padding: var(--space-1);
    border: 1px solid var(--line);
    background: var(--surface);
    color: var(--ink);
  }

  .failed > .bubble {
    border: 1px dashed var(--alert);
    background: var(--alert-soft);
    color: var(--ink);
  }

  .failure {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: center;
    gap: var(--space-2);
    margin: 0;
    font-size: var(--text-small);
    color: var(--alert);
  }

  /* Mostly it is gone before anybody could have read it. */
  .state {
    animation: appear 1ms 600ms both;
  }

  .day,
  .system {
    align-self: center;
    max-inline-size: 34rem;
    margin: var(--space-4) 0 0;
    font-size: var(--text-small);
    text-align: center;
    text-wrap: balance;
    color: var(--ink-soft);
  }

  .day {
    font-weight: var(--strong);
  }

  .day::first-letter {
    text-transform: uppercase;
  }

  .options {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    padding-block: var(--space-1);
  }

  .asked {
    display: grid;
    justify-items: center;
  }

  .asked .options {
    justify-content: center;
  }

  .option {
    border-color: var(--accent);
    border-radius: var(--radius-round);
    color: var(--accent);
    text-align: start;
  }

  .option:hover:not(:disabled) {
    background: var(--accent-soft);
  }

  .option:disabled {
    border-color: var(--line);
    background: transparent;
    color: var(--ink-soft);
    opacity: 1;
  }

  .option.chosen {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--ink);
    font-weight: var(--strong);
  }

  .dots {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    min-block-size: 2.3rem;
  }

  .dots i {
    inline-size: 0.4375rem;
    block-size: 0.4375rem;
    border-radius: 50%;
    background: var(--ink-soft);
  }

  @media (prefers-reduced-motion: no-preference) {
    .dots i {
      animation: breathe 1.2s infinite ease-in-out;
    }

    .dots i:nth-child(2) {
      animation-delay: 0.15s;
    }

    .dots i:nth-child(3) {
      animation-delay: 0.3s;
    }
  }

  @keyframes breathe {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }

    30% {
      opacity: 1;
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;
