import { css } from 'lit';

/** The field and what stands around it; all of it is yellow while a note is written. */
export const formStyles = css`
  :host {
    display: block;
    position: relative;
  }

  canned-picker {
    position: absolute;
    z-index: 2;
    inset-block-end: 100%;
    inset-inline: 0;
    margin-block-end: var(--space-1);
  }

  form {
    display: grid;
    gap: var(--space-2);
    padding-block-start: var(--space-2);
  }

  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: 3.5rem;
    max-block-size: min(16rem, 35dvh);
    field-sizing: content;
    resize: none;
    font-size: max(1rem, var(--text));
    line-height: 1.4;
  }

  .note textarea {
    border: 1px dashed var(--note-line);
    background: transparent;
    color: inherit;
  }

  .note textarea::placeholder {
    color: inherit;
    opacity: 0.85;
  }

  .tools {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
  }

  .helpers {
    display: flex;
  }

  .hint {
    margin: 0;
    font-size: var(--text-small);
  }

  .hint svg {
    vertical-align: -0.2em;
  }

  [data-send] {
    flex: none;
    white-space: nowrap;
  }

  [data-send][aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }

  .add,
  .add:hover:not(:disabled) {
    border-color: var(--note-line);
    background: var(--note-ink);
    color: var(--note);
    font-weight: var(--strong);
  }

  .missing {
    margin: var(--space-2) 0 0;
    font-size: var(--text-small);
    color: var(--alert);
  }
`;
