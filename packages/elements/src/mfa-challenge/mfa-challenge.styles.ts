import { css } from 'lit';

export const challengeStyles = css`
  .remember {
    display: flex;
    gap: var(--_space-3);
    align-items: center;
    min-block-size: var(--_control);
    cursor: pointer;
  }
  .remember input {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  [part='footer'] > [part='hint'] {
    margin-block-end: var(--_space-3);
  }
  [part='button method'] {
    inline-size: 100%;
    margin-block-end: var(--_space-2);
  }
  summary {
    inline-size: fit-content;
    padding-block: var(--_space-2);
    border-radius: var(--_radius-s);
    line-height: 1.75rem;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
`;
