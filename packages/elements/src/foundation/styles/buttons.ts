import { css } from 'lit';

/**
 * Buttons: `part="button button-primary"`, `button-quiet`, `button-danger`; in a row inside `part="actions"`. Quiet ones are words in line
 * with what stands above. Their line in a colour that nobody sees shows in forced colours, where those words look like any others.
 */
export const buttonStyles = css`
  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3) var(--_space-5);
  }
  [part~='button'] {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-block-size: var(--_control);
    min-inline-size: var(--_control);
    margin: 0;
    padding: var(--_space-2) var(--_space-4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-s);
    background: transparent;
    color: var(--_text);
    font: 600 1em/1.25 var(--_font);
    text-align: center;
    cursor: pointer;
    transition: box-shadow var(--_duration);
  }
  [part~='button']:hover {
    box-shadow: inset 0 0 0 9rem color-mix(in srgb, currentColor 8%, transparent);
  }
  [part~='button-primary'] {
    flex: auto;
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  [part~='button-quiet'] {
    justify-content: start;
    padding-inline: 0;
    border: 0;
    text-align: start;
    text-decoration: underline transparent;
    color: var(--_accent);
  }
  [part~='button-quiet']:hover {
    box-shadow: none;
    text-decoration: underline;
  }
  [part~='button-danger'] {
    border-color: transparent;
    background: var(--_danger);
    color: var(--_surface);
  }
  [part~='button'][aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
`;
