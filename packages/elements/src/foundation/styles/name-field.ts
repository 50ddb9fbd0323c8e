import { css } from 'lit';

/** The field in which something is given a name; not a credential, so it stands in the shadow root. */
export const nameFieldStyles = css`
  [part='label'] {
    display: grid;
    gap: var(--_space-2);
    inline-size: 100%;
    font-weight: 600;
  }
  [part='input'] {
    inline-size: 100%;
    min-block-size: var(--_control);
    margin: 0;
    padding: var(--_space-2) var(--_space-3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
    /* Below 16px, iOS zooms the page when the field is focused. */
    font: 400 max(1em, 16px) / 1.5 var(--_font);
  }
  [part='input'][aria-invalid='true'] {
    border-color: var(--_danger);
  }
`;
