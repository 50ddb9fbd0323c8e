import { css } from 'lit';

/**
 * Text and buttons stand beside each other where there is room. What has a date is marked by colour at the beginning of the line, as well as
 * in words.
 */
export const requirementBannerStyles = css`
  [part='base'] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-4) var(--_space-5);
    align-items: center;
    padding: var(--_space-4) var(--_space-5);
    border: 1px solid var(--_hairline);
    border-inline-start: 0.25rem solid var(--_accent);
    border-radius: var(--_radius-s);
    background: var(--_surface);
  }
  :host(:state(prompting)) [part='base'] {
    border-inline-start-color: var(--_warning);
    background: color-mix(in srgb, var(--_warning) 8%, var(--_surface));
  }
  :host(:state(locked)) [part='base'] {
    border-inline-start-color: var(--_danger);
    background: color-mix(in srgb, var(--_danger) 8%, var(--_surface));
  }
  :host(:state(complete)) [part='base'] {
    border-inline-start-color: var(--_success);
  }
  .text {
    display: grid;
    flex: 1 1 20rem;
    gap: var(--_space-1);
    min-inline-size: 0;
  }
  [part='title'] {
    font-weight: 650;
    outline: none;
  }
  [part='description'],
  [part='hint'] {
    text-wrap: pretty;
  }
  [part~='button'] {
    text-decoration: none;
  }
`;
