import { css } from 'lit';

export const passkeyListStyles = css`
  [part~='device'] {
    overflow-wrap: anywhere;
  }
  [part~='hint-warning'] {
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid transparent;
    border-radius: var(--_radius-s);
    background: color-mix(in srgb, var(--_warning) 12%, var(--_surface));
    color: var(--_text);
  }
`;
