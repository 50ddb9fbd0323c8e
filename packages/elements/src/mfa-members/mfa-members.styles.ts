import { css } from 'lit';

export const mfaMembersStyles = css`
  [part='filters'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
  }
  [part='filters'] [part='label'],
  [part='filters'] [part='input'] {
    inline-size: auto;
    max-inline-size: 100%;
  }
  [part~='member'] {
    padding-block: var(--mfa-members-row-gap, 1rem);
  }
`;
