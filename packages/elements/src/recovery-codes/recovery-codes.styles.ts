import { css } from 'lit';

/** The card has room for two columns of codes. */
export const recoveryCodesStyles = css`
  [part='base'] {
    max-inline-size: 31rem;
  }
  .left {
    display: grid;
    gap: var(--_space-2);
  }
  .left > p:first-child {
    font-size: 1.125em;
    font-weight: 600;
  }
  .marks {
    display: flex;
    gap: var(--_space-1);
  }
  .marks > * {
    flex: 0 1 1.75rem;
    block-size: 0.5rem;
    border: 1px solid var(--_accent);
    border-radius: 1rem;
  }
  .marks > [part='code'] {
    background: var(--_accent);
  }
  .marks > [part='code-used'] {
    border-color: var(--_border);
  }
  [part~='hint'] {
    color: var(--_quiet);
  }
  [part~='hint-warning'] {
    color: var(--_warning);
  }
  @media (forced-colors: active) {
    .marks > [part='code'] {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: CanvasText;
    }
  }
`;
