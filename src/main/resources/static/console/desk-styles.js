import { css } from 'lit';

/** Three panes, two with a drawer, or one: by the width there is. */
export const deskStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }

  .banner,
  .message {
    margin: 0;
    padding: var(--space-2) var(--space-4);
    background: var(--note);
    color: var(--note-ink);
  }

  .banner {
    text-align: center;
  }

  .message {
    display: flex;
    justify-content: space-between;
    gap: var(--space-3);
    border-block-end: 1px solid var(--note-line);
  }

  .message button {
    flex: none;
  }

  .desk {
    display: grid;
    grid-template-columns: 20rem minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    flex: 1;
    min-block-size: 0;
  }

  .lists {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
    border-inline-end: 1px solid var(--line);
    background: var(--surface);
  }

  list-pane {
    flex: 1;
    min-block-size: 0;
  }

  .front {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
  }

  thread-view {
    flex: 1;
    min-block-size: 0;
  }

  .empty {
    margin: auto;
    padding: var(--space-6);
    color: var(--ink-soft);
  }

  @media (max-width: 51.99rem) {
    .desk {
      grid-template-columns: minmax(0, 1fr);
    }

    .reading .lists,
    .choosing .front {
      display: none;
    }

    .lists {
      border: 0;
    }
  }
`;
