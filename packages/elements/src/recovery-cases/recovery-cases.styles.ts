import { css } from 'lit';

/* The reason for skipping the wait follows its checkbox, and not a `:has(:checked)` around both: WebKit misses its changes in shadow roots.
   The checkbox lies on its label, so that the whole row can be hit. */
export const recoveryCasesStyles = css`
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  [part~='case'] {
    padding-block: var(--mfa-recovery-cases-row-gap, 1rem);
  }
  .mark.pending {
    color: var(--_warning);
  }
  .mark.waiting,
  .mark.ready {
    color: var(--_accent);
  }
  .mark.completed {
    color: var(--_success);
  }
  .skip-wait {
    display: grid;
    grid-template-columns: auto 1fr;
    row-gap: var(--_space-1);
    align-items: center;
  }
  .skip-wait > label {
    grid-area: 1 / 1 / auto / -1;
    display: grid;
    align-content: center;
    min-block-size: var(--_control);
    padding-inline-start: calc(1.25rem + var(--_space-2));
    font-weight: 600;
  }
  [type='checkbox'] {
    z-index: 1;
    grid-area: 1 / 1;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .skip-wait > p,
  .skip-wait > .written {
    grid-column: 1 / -1;
  }
  .skip-wait > .written {
    margin-block-start: var(--_space-3);
  }
  [type='checkbox']:not(:checked) ~ .written {
    display: none;
  }
`;
