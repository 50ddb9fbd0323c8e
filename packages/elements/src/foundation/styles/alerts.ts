import { css } from 'lit';

/**
 * What went wrong: `<div part="error" role="alert">`, always rendered, empty while all is well. The sign before it is drawn here, since
 * what is rendered is spoken. A border that nobody sees shows in forced colors, which have no backgrounds.
 */
export const alertStyles = css`
  [part~='error'] {
    position: relative;
    padding-inline-start: 1.75em;
    color: var(--_danger);
    overflow-wrap: anywhere;
  }
  [part~='error']::before {
    content: '!' / '';
    position: absolute;
    inset-block-start: 0.1875em;
    inset-inline-start: 0;
    inline-size: 1.125em;
    border: 1.5px solid;
    border-radius: 50%;
    font-weight: 700;
    line-height: 1em;
    text-align: center;
  }
  [part~='error']:empty {
    display: none;
  }
  .notice {
    display: grid;
    justify-items: start;
    gap: var(--_space-3);
    padding: var(--_space-4);
    border: 1px solid transparent;
    border-radius: var(--_radius-s);
    background: color-mix(in srgb, var(--_danger) 8%, var(--_surface));
  }
`;
