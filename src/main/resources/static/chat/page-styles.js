import { css } from 'lit';

/** How the parts of the page stand together. */
export const pageStyles = css`
  main {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100dvh;
    background: var(--ground);
  }

  chat-header {
    position: relative;
    z-index: 1;
  }

  .banner {
    margin: 0;
    padding: var(--space-2) var(--space-4);
    background: var(--note);
    color: var(--note-ink);
    font-size: var(--text-small);
    text-align: center;
    text-wrap: balance;
  }

  chat-log {
    flex: 1;
  }

  .drop {
    position: absolute;
    z-index: 3;
    inset: var(--space-3);
    display: grid;
    place-items: center;
    margin: 0;
    border: 2px dashed var(--accent);
    border-radius: var(--radius-large);
    background: color-mix(in srgb, var(--surface) 92%, transparent);
    font-size: var(--text-large);
    pointer-events: none;
  }
`;
