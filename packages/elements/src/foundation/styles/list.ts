import { css } from 'lit';

/** Lists of sessions and devices: `part="device"`. Quiet buttons below an entry stand where its text begins. */
export const listStyles = css`
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
    color: var(--_success);
    font-size: 0.8125rem;
  }
  [part='hint'] {
    color: var(--_quiet);
  }
  .of-device {
    margin-inline-start: calc(-1 * var(--_space-4));
  }
  .panel {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4);
    border-radius: var(--_radius-s);
    background: var(--_raised);
  }
`;
