import { css } from 'lit';

export const passkeyChangesStyles = css`
  .kind {
    display: grid;
    justify-content: start;
    gap: 0;
    inline-size: 100%;
    background: var(--_surface);
    font-weight: 400;
    text-align: start;
  }
  .kind strong {
    font-weight: 600;
  }
  /* The word of a button without a frame stands where text begins. */
  .panel .cancel {
    padding-inline: 0;
  }
  /* A card within a card is one card. */
  mfa-enroll::part(base) {
    max-inline-size: none;
    padding: 0;
    border: 0;
    background: none;
  }
`;
