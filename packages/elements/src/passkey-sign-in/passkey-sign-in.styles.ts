import { css } from 'lit';

export const passkeySignInStyles = css`
  .content {
    display: grid;
    gap: var(--_space-3);
  }
`;
