import { css } from 'lit';

export const totpListStyles = css`
  .mark {
    color: var(--_warning);
  }
  [part~='device-locked'] .mark {
    color: var(--_danger);
  }
`;
