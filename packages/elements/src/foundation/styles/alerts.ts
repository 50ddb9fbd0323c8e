import { css } from 'lit';

/** What went wrong: `<div part="error" role="alert">`, always rendered, empty while all is well. */
export const alertStyles = css`
  [part~='error'] {
    color: var(--_danger);
    overflow-wrap: anywhere;
  }
  [part~='error']:empty {
    display: none;
  }
  .notice {
    display: grid;
    justify-items: start;
    gap: var(--_space-3);
    padding: var(--_space-4);
    border-radius: var(--_radius-s);
    background: color-mix(in srgb, var(--_danger) 8%, var(--_surface));
  }
`;
