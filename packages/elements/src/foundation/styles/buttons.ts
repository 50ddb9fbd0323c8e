import { css } from 'lit';

/** Buttons: `part="button button-primary"`, `button-quiet`, `button-danger`; in a row inside `part="actions"`. */
export const buttonStyles = css`
  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
  }
  [part~='button'] {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-block-size: 2.75rem;
    min-inline-size: 2.75rem;
    margin: 0;
    padding: var(--_space-2) var(--_space-4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-s);
    background: transparent;
    color: var(--_text);
    font: 600 1rem/1.25 var(--_font);
    text-align: center;
    cursor: pointer;
    transition: background-color var(--_duration);
  }
  [part~='button']:hover {
    background: var(--_raised);
  }
  [part~='button-primary'] {
    flex: 1 1 auto;
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  [part~='button-primary']:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }
  [part~='button-quiet'] {
    border: 0;
    color: var(--_accent);
  }
  [part~='button-quiet']:hover {
    background: none;
    text-decoration: underline;
  }
  [part~='button-danger'] {
    border-color: currentColor;
    color: var(--_danger);
  }
  [part~='button'][aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
`;
