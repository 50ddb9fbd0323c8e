import { css } from 'lit';

export const enrollStyles = css`
  [part='base'] {
    max-inline-size: 31rem;
  }
  :host(:state(complete)) [part='title']::before {
    content: '✓ ' / '';
    color: var(--_success);
  }
  .choice {
    display: grid;
    gap: var(--_space-4);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .choice [part='step'] {
    display: grid;
    gap: var(--_space-2);
  }
`;
