import { css } from 'lit';

/** All cards are as wide as the element. */
export const mfaSettingsStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5);
    max-inline-size: 31rem;
  }
  ::part(base) {
    max-inline-size: none;
  }
  .notice {
    justify-items: start;
  }
`;
