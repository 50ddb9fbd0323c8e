import { css } from 'lit';

export const passkeyListStyles = css`
  [part~='device'] {
    overflow-wrap: anywhere;
  }
  .of-device {
    gap: 0;
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
`;
