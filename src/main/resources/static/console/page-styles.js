import { css } from 'lit';

/** A page to read: a title, sections, tables that a narrow screen can scroll. */
export const pages = css`
  .page {
    display: flex;
    flex-direction: column;
    gap: var(--space-4);
    max-inline-size: 64rem;
    margin-inline: auto;
    padding: var(--space-6) var(--space-4);
  }

  h1,
  h2 {
    margin: 0;
    font-size: var(--text-title);
  }

  h2 {
    font-size: var(--text-large);
  }

  p {
    margin: 0;
  }

  .wide {
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius-large);
    background: var(--surface);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: var(--space-2) var(--space-3);
    text-align: start;
    vertical-align: top;
  }

  th {
    font-size: var(--text-small);
    color: var(--ink-soft);
    white-space: nowrap;
  }

  tbody tr {
    border-block-start: 1px solid var(--line);
  }

  td.words {
    min-inline-size: 14rem;
    overflow-wrap: anywhere;
  }
`;
