import { css } from 'lit';

export const totpListStyles = css`
  [part='base'] {
    max-inline-size: 31rem;
  }
  [part='title'] {
    outline: none;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  [part~='device'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
    padding-block: var(--_space-4);
    border-block-start: 1px solid var(--_hairline);
  }
  [part~='device']:last-child {
    padding-block-end: 0;
  }
  .name {
    font-weight: 600;
  }
  .mark {
    display: inline-block;
    padding-inline: var(--_space-2);
    border: 1px solid currentColor;
    border-radius: 1rem;
    color: var(--_warning);
    font-size: 0.8125rem;
  }
  [part~='device-locked'] .mark {
    color: var(--_danger);
  }
  [part='hint'] {
    color: var(--_quiet);
  }
  /* The words of quiet buttons stand where text begins. */
  .of-device {
    gap: 0;
    margin-inline-start: calc(-1 * var(--_space-4));
  }
  .panel {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4);
    border-radius: var(--_radius-s);
    background: var(--_raised);
  }
  [part='label'] {
    display: grid;
    gap: var(--_space-2);
    font-weight: 600;
  }
  [part='input'] {
    inline-size: 100%;
    min-block-size: 2.75rem;
    margin: 0;
    padding: var(--_space-2) var(--_space-3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
    /* Below 16px, iOS zooms the page when the field is focused. */
    font: 400 max(1rem, 16px) / 1.5 var(--_font);
  }
  [part='input'][aria-invalid='true'] {
    border-color: var(--_danger);
  }
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
