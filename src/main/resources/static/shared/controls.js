import { css } from 'lit';

/** Buttons, fields and small helpers that every element of ours shares. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  .whole {
    white-space: nowrap;
  }

  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }

  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }

  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-block-size: var(--control);
    padding: var(--space-1) var(--space-3);
    border: 1px solid var(--field-line);
    border-radius: var(--radius);
    background: var(--surface);
    cursor: pointer;
  }

  button:hover:not(:disabled) {
    background: var(--raised);
  }

  button:disabled {
    cursor: default;
    opacity: 0.6;
  }

  button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }

  button.primary:hover:not(:disabled) {
    background: var(--accent-strong);
  }

  button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--accent);
  }

  button.quiet:hover:not(:disabled) {
    background: var(--raised);
  }

  button.danger {
    border-color: var(--alert);
    color: var(--alert);
  }

  /* An icon alone: square, with an aria-label and a title. */
  button.icon {
    flex: none;
    inline-size: var(--control);
    padding: 0;
    border-color: transparent;
    background: transparent;
    color: var(--ink-soft);
  }

  button.icon:hover:not(:disabled),
  button.icon[aria-pressed='true'] {
    background: var(--raised);
    color: var(--ink);
  }

  button.link {
    min-block-size: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    text-decoration: underline;
  }

  input,
  select,
  textarea {
    min-block-size: var(--control);
    padding: var(--space-1) var(--space-2);
    border: 1px solid var(--field-line);
    border-radius: var(--radius);
    background: var(--surface);
  }

  input[type='checkbox'] {
    min-block-size: 0;
    accent-color: var(--accent);
  }

  a {
    color: var(--accent);
  }

  dialog {
    max-inline-size: min(36rem, calc(100vw - 2rem));
    max-block-size: calc(100dvh - 2rem);
    padding: var(--space-6);
    border: 1px solid var(--line);
    border-radius: var(--radius-large);
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow);
  }

  dialog::backdrop {
    background: var(--veil);
  }

  h1,
  h2,
  h3 {
    text-wrap: balance;
  }

  .tag {
    padding: 0 var(--space-2);
    border-radius: var(--radius-round);
    background: var(--raised);
    font-size: var(--text-tiny);
    color: var(--ink-soft);
  }

  .soft {
    font-size: var(--text-small);
    color: var(--ink-soft);
  }

  .words {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .error {
    color: var(--alert);
  }

  @media (prefers-reduced-motion: no-preference) {
    button {
      transition: background var(--quick) var(--ease);
    }
  }
`;
