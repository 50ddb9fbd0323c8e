import { css } from 'lit';

/**
 * A slotted credential field: wrap its slot in `<div class="field">`. Only geometry is insisted on; how the field looks is said in the tree
 * of the page, by `fieldLook`. What refuses the value stands below in `part="error"`.
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
  }
`;

/**
 * The look of credential fields, for the tree that they stand in: whatever a page says there goes before `::slotted()`, and so its reset would
 * take borders and ground away. This is as strong as one element, and comes after the page's sheets: it withstands what a page says of
 * all inputs, and gives way to what it says of these. The ring of focus and the mark of a refusal are a little stronger, since resets take
 * them from `:focus` as well. Text below 16px would make iOS zoom the page on focus.
 */
export const fieldLook = css`
  input:where([form^='mfa-form']) {
    padding: var(--_space-2) var(--_space-3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
    font: 400 max(1em, 16px) / 1.5 var(--_font);
  }
  input:focus-visible:where([form^='mfa-form']) {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 1px;
  }
  input[aria-invalid='true']:where([form^='mfa-form']) {
    border-color: var(--_danger);
  }
`;
