import { css } from 'lit';

/**
 * The shared tokens, once, with what stands in where a page sets none. Inside, styles use the short private names only.
 * `--_hairline` only separates; borders of controls use `--_border`, which has the contrast they need. `.spoken` is for assistive
 * technology alone.
 *
 * There is no `color-scheme` here on purpose: light or dark is the page's choice.
 */
export const baseStyles = css`
  :host {
    --_text: var(--mfa-color-text, light-dark(#171b24, #eceff4));
    --_quiet: var(--mfa-color-text-quiet, light-dark(#545d6e, #aab3c2));
    --_surface: var(--mfa-color-surface, light-dark(#fff, #161a21));
    --_raised: var(--mfa-color-surface-raised, light-dark(#f4f6f9, #20252e));
    --_border: var(--mfa-color-border, light-dark(#838c9b, #727d8e));
    --_accent: var(--mfa-color-accent, light-dark(#2348c9, #a8bcff));
    --_on-accent: var(--mfa-color-on-accent, light-dark(#fff, #10183a));
    --_focus: var(--mfa-color-focus, light-dark(#2348c9, #a8bcff));
    --_danger: var(--mfa-color-danger, light-dark(#b3231b, #ffb3aa));
    --_success: var(--mfa-color-success, light-dark(#146c43, #82d9a8));
    --_warning: var(--mfa-color-warning, light-dark(#855000, #ffc870));
    --_font: var(--mfa-font-family, system-ui, sans-serif);
    --_font-code: var(--mfa-font-family-code, ui-monospace, monospace);
    --_font-size: var(--mfa-font-size, 1rem);
    --_control: var(--mfa-control-size, 2.75rem);
    --_radius-s: var(--mfa-radius-s, 0.5rem);
    --_radius-m: var(--mfa-radius-m, 1rem);
    --_space-1: var(--mfa-space-1, 0.25rem);
    --_space-2: var(--mfa-space-2, 0.5rem);
    --_space-3: var(--mfa-space-3, 0.75rem);
    --_space-4: var(--mfa-space-4, 1rem);
    --_space-5: var(--mfa-space-5, 1.5rem);
    --_space-6: var(--mfa-space-6, 2rem);
    --_focus-width: var(--mfa-focus-width, 2px);
    --_duration: var(--mfa-duration, 120ms);
    --_hairline: color-mix(in srgb, var(--_border) 35%, transparent);
    display: block;
    color: var(--_text);
    font: 400 var(--_font-size) / 1.5 var(--_font);
    text-align: start;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  .spoken {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_duration: 0s;
    }
  }
`;
