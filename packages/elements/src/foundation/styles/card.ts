import { css } from 'lit';

/** For elements that render `card()`. */
export const cardStyles = css`
  [part='base'] {
    position: relative;
    display: grid;
    gap: var(--_space-5);
    max-inline-size: 26rem;
    padding: var(--_space-6);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-m);
    background: var(--_surface);
  }
  [part='header'] {
    display: grid;
    gap: var(--_space-2);
  }
  [part='title'] {
    font-size: 1.375rem;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  [part='description'] {
    color: var(--_quiet);
    text-wrap: pretty;
  }
  /* An empty footer takes no room: the distance belongs to what is in it. */
  [part='footer'] {
    display: grid;
    justify-items: start;
    margin-block-start: calc(-1 * var(--_space-5));
  }
  [part='footer'] > :not(slot),
  [part='footer'] ::slotted(*) {
    margin-block-start: var(--_space-4);
  }
  [part='loading'] {
    color: var(--_quiet);
  }
  @media (max-width: 30rem) {
    [part='base'] {
      padding: var(--_space-5);
    }
  }
`;
