import { css } from 'lit';

export const stepUpStyles = css`
  [part='dialog'] {
    inline-size: 25rem;
    max-inline-size: calc(100vw - 2rem);
    max-block-size: calc(100dvh - 2rem);
    padding: 0;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-m);
    background: var(--_surface);
    color: inherit;
    box-shadow: 0 1.5rem 4rem rgb(10 15 30 / 25%);
  }
  [part='dialog']::backdrop {
    background: rgb(10 15 30 / 45%);
  }
  mfa-challenge::part(base) {
    border: 0;
    background: none;
  }
  mfa-challenge:state(loading) {
    display: grid;
    gap: var(--_space-4);
    padding: min(var(--_space-6), 7.5vw);
  }
  [slot='actions'] {
    justify-self: start;
  }
`;
