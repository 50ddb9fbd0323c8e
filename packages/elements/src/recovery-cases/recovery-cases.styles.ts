import { css } from 'lit';

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
    gap: var(--_space-1);
  }
  .skip-wait label:has([type='checkbox']) {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: var(--_control);
    font-weight: 600;
  }
  [type='checkbox'] {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .skip-wait .written {
    margin-block-start: var(--_space-3);
  }
  .skip-wait:not(:has(:checked)) .written {
    display: none;
  }
`;
