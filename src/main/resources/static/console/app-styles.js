import { css } from 'lit';

/** One bar in one line, the page below it. */
export const appStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100dvh;
  }

  header {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--space-3);
    min-block-size: 3rem;
    padding: 0 var(--space-3) 0 var(--space-4);
    border-block-end: 1px solid var(--line);
    background: var(--surface);
  }

  .brand {
    font-size: var(--text-large);
    font-weight: var(--strong);
    text-decoration: none;
  }

  nav {
    display: flex;
    gap: var(--space-4);
    margin-inline-start: var(--space-3);
  }

  nav a {
    color: var(--ink);
    text-decoration: none;
    white-space: nowrap;
  }

  nav a:hover {
    text-decoration: underline;
  }

  nav a[aria-current] {
    font-weight: var(--strong);
  }

  .space {
    flex: 1;
  }

  .narrow {
    display: none;
  }

  queue-counts {
    min-inline-size: 0;
  }

  .message {
    margin: 0;
    padding: var(--space-2) var(--space-4);
    background: var(--note);
    color: var(--note-ink);
  }

  select {
    font-size: max(1rem, var(--text));
  }

  main {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
  }

  .wait {
    padding: var(--space-6);
    color: var(--ink-soft);
  }

  @media (max-width: 51.99rem) {
    header {
      gap: var(--space-1);
      padding-inline: var(--space-3) var(--space-1);
    }

    .spare {
      display: none;
    }

    .narrow {
      display: block;
    }
  }
`;
