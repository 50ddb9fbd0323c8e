import { css } from 'lit';

export const enrollStyles = css`
  [part='base'] {
    max-inline-size: 31rem;
  }
  [part='title'] {
    outline: none;
  }
  .choice {
    display: grid;
    gap: var(--_space-5);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .choice [part='step'] {
    display: grid;
    gap: var(--_space-2);
  }
  [part='hint'] {
    color: var(--_quiet);
  }
`;
