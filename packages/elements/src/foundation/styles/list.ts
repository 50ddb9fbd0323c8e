import { css } from 'lit';

/** Lists of sessions and devices: `part="device"`. Its sign stands beside it, and all that belongs to it below its name. */
export const listStyles = css`
  [part='base'] {
    max-inline-size: 31rem;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  [part~='device'] {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_space-2) var(--_space-3);
    padding-block: var(--_space-4);
    border-block-start: 1px solid var(--_hairline);
  }
  [part~='device']:last-child {
    padding-block-end: 0;
  }
  [part~='device'] > * {
    grid-column: 2;
  }
  [part~='device'] > .icon,
  [part='empty'] > .icon {
    grid-area: 1 / 1;
    inline-size: 2.5rem;
    block-size: 2.5rem;
    padding: 0.5625rem;
    border-radius: var(--_radius-s);
    background: color-mix(in srgb, var(--_accent) 9%, var(--_surface));
    color: var(--_accent);
  }
  [part='empty'] {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: var(--_space-3);
    padding: var(--_space-4);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius-s);
    color: var(--_quiet);
  }
  .name {
    font-weight: 600;
  }
  .mark {
    display: inline-block;
    padding-inline: var(--_space-2);
    border: 1px solid currentColor;
    border-radius: 1rem;
    color: var(--_success);
    font-size: 0.8125em;
  }
  [part='actions'].of-device {
    row-gap: 0;
  }
  .panel {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4);
    border: 1px solid transparent;
    border-radius: var(--_radius-s);
    background: var(--_raised);
  }
`;
