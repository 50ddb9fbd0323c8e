import { css } from 'lit';

/**
 * A slotted credential field: wrap its slot in `<div class="field">`. Rules of the page beat `::slotted()`, so a page's own look of
 * inputs wins; only geometry is insisted on. Text below 16px would make iOS zoom the page on focus. What refuses the value stands below in `part="error"`.
 */
export const fieldStyles = css`
  :host(:state(complete)) [part='title']::before {
    content: '✓ ' / '';
    color: var(--_success);
  }
  .field {
    display: grid;
    gap: var(--_space-2);
  }
  .field ::slotted(label) {
    font-weight: 600;
  }
  .field ::slotted(input) {
    box-sizing: border-box !important;
    inline-size: 100% !important;
    min-block-size: var(--_control) !important;
    margin: 0 !important;
    padding: var(--_space-2) var(--_space-3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
    font: 400 max(1em, 16px) / 1.5 var(--_font);
  }
  .field ::slotted(input:focus-visible) {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 1px;
  }
  .field ::slotted(input[aria-invalid='true']) {
    border-color: var(--_danger);
  }
`;
