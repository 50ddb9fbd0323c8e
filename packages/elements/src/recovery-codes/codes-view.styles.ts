import { css } from 'lit';

export const codesViewStyles = css`
  .list {
    margin: 0;
    padding: var(--_space-4);
    padding-inline-start: calc(var(--_space-4) + 2.25ch);
    border-radius: var(--_radius-s);
    background: var(--_raised);
    columns: var(--mfa-recovery-codes-columns, 2) 10.25rem;
    column-gap: 1.75rem;
  }
  .list li {
    position: relative;
    padding-block: var(--_space-1);
    padding-inline-start: var(--_space-1);
    break-inside: avoid;
  }
  .list li::marker {
    color: var(--_quiet);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
  }
  [part='code']:not(:empty) {
    font: 0.875em/1.5 var(--_font-code);
    white-space: nowrap;
    user-select: all;
  }
  .spoken {
    user-select: none;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .tools [part~='button'] {
    flex: 1 1 auto;
  }
  [part='label'] {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    min-block-size: var(--_control);
    cursor: pointer;
  }
  [part='label'] input {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  /* Half-way between the two looks, the words could not be read. */
  [part~='button-primary'] {
    transition: none;
  }
  [part~='button']:disabled {
    background: var(--_raised);
    color: var(--_quiet);
    cursor: default;
  }
`;
