import { css } from 'lit';

export const recoveryStepsStyles = css`
  ol {
    display: grid;
    gap: var(--_space-3);
    margin: 0;
    padding-inline-start: var(--_space-5);
  }
  [part='remaining'] {
    padding: var(--_space-4);
    border-radius: var(--_radius-s);
    background: var(--_raised);
    font-size: 1.125em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
`;
