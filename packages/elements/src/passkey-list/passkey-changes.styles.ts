import { css } from 'lit';

export const passkeyChangesStyles = css`
  .kind {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--_space-3);
    inline-size: 100%;
    background: var(--_surface);
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .kind .icon {
    grid-row: span 2;
    align-self: center;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    color: var(--_accent);
  }
  .kind strong {
    font-weight: 600;
  }
  /* A card within a card is one card. */
  mfa-enroll::part(base) {
    max-inline-size: none;
    padding: 0;
    border: 0;
    background: none;
  }
`;
