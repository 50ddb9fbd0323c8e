import { css } from 'lit';

/** For elements that render `card()`. An empty footer takes no room: the distance belongs to what is in it. */
export const cardStyles = css`
  [part='base'] {
    position: relative;
    max-inline-size: 25rem;
    padding: min(var(--_space-6), 7.5vw);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-m);
    background: var(--_surface);
  }
  [part='header'],
  .content {
    display: grid;
    gap: var(--_space-2);
  }
  .content {
    gap: var(--_space-5);
    margin-block-start: var(--_space-5);
  }
  .content:empty {
    display: none;
  }
  [part='title'] {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-wrap: pretty;
    outline: none;
  }
  [part='description'] {
    color: var(--_quiet);
    text-wrap: pretty;
  }
  [part='footer'] {
    display: grid;
    justify-items: start;
  }
  [part='footer'] > :not(slot):first-child,
  [part='footer'] ::slotted(*) {
    margin-block-start: var(--_space-4);
  }
  [part='loading'],
  [part='hint'] {
    color: var(--_quiet);
  }
`;
