import { css } from 'lit';

/** Quiet buttons below a passkey stand where its text begins. Cards of other elements inside this one lose their frame: a card within a card is one card. */
export const passkeyListStyles = css`
  [part='base'] {
    max-inline-size: 30rem;
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
    overflow-wrap: anywhere;
  }
  .name,
  .kind strong {
    font-weight: 600;
  }
  .mark {
    display: inline-block;
    padding-inline: var(--_space-2);
    border: 1px solid currentColor;
    border-radius: 1rem;
    color: var(--_success);
    font-size: 0.8125rem;
  }
  [part~='hint'] {
    color: var(--_quiet);
  }
  [part~='hint-warning'] {
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-s);
    background: color-mix(in srgb, var(--_warning) 12%, var(--_surface));
    color: var(--_text);
  }
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
  .kind {
    display: grid;
    justify-content: start;
    gap: 0;
    inline-size: 100%;
    background: var(--_surface);
    font-weight: 400;
    text-align: start;
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
    font: 400 max(1rem, 16px) / 1.5 var(--_font);
  }
  [part='input'][aria-invalid='true'] {
    border-color: var(--_danger);
  }
  mfa-enroll::part(base) {
    max-inline-size: none;
    padding: 0;
    border: 0;
    background: none;
  }
`;
