import { css } from 'lit';

export const enrollStepsStyles = css`
  ol {
    display: grid;
    gap: var(--_space-5);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .steps {
    counter-reset: step;
  }
  ol > [part='step'] {
    display: grid;
    /* Without a limit, the boxes of the code would widen a narrow page. */
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    justify-items: start;
  }
  .steps > [part='step'] {
    position: relative;
    padding-inline-start: calc(1.75rem + var(--_space-3));
    counter-increment: step;
  }
  .steps > [part='step']::before {
    content: counter(step);
    position: absolute;
    inset-block-start: -0.125rem;
    inset-inline-start: 0;
    display: grid;
    place-items: center;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    border: 1px solid var(--_border);
    border-radius: 50%;
    font-size: 0.875em;
    font-weight: 600;
  }
  .steps > [part='step'] > p:first-child {
    font-weight: 600;
  }
  /* Scanners need dark on light, and light around it, in every theme. */
  [part='qr'] {
    inline-size: min(100%, 13rem);
    aspect-ratio: 1;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-s);
    background: #fff;
    fill: #000;
    forced-color-adjust: none;
    shape-rendering: crispEdges;
  }
  [part='secret'] {
    font: 0.9375em/1.6 var(--_font-code);
    overflow-wrap: anywhere;
    user-select: all;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2) var(--_space-4);
  }
  .old {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  [part='device'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-4);
    padding-block: var(--_space-3);
    border-block-start: 1px solid var(--_hairline);
    overflow-wrap: anywhere;
  }
  /* The digits of the code need the room more than the numbers of the steps do. */
  @media (max-width: 22rem) {
    .steps > [part='step'] {
      padding-inline-start: 0;
    }
    .steps > [part='step']::before {
      position: static;
    }
  }
`;
