import { css } from 'lit';

export const totpChangesStyles = css`
  .adding {
    display: grid;
    gap: var(--_space-4);
    padding-block-start: var(--_space-5);
    border-block-start: 1px solid var(--_hairline);
  }
  /* A card within a card is one card. */
  mfa-enroll::part(base) {
    max-inline-size: none;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: none;
  }
`;
