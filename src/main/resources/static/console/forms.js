import { css } from 'lit';

/** Forms on a sheet of their own. */
export const forms = css`
  form {
    display: flex;
    flex-direction: column;
    gap: var(--space-4);
    padding: var(--space-6);
    border: 1px solid var(--line);
    border-radius: var(--radius-large);
    background: var(--surface);
  }

  h1,
  h2 {
    margin: 0;
    font-size: 1.25rem;
  }

  p {
    margin: 0;
  }

  form > label {
    display: flex;
    flex-direction: column;
    gap: var(--space-1);
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    margin-block-end: var(--space-1);
  }

  fieldset label {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }

  .hint {
    font-size: var(--text-small);
    color: var(--ink-soft);
  }
`;
