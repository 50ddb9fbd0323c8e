import { css } from 'lit';

/*
 * The input lies over the boxes, sees every touch and key, and shows nothing itself: the boxes repeat what it holds. It is not hidden by
 * opacity, because password managers skip fields that are. Chromium paints fields that it filled in; a change of colour that never
 * ends keeps the boxes visible. So does refusing forced colours, for the input alone.
 *
 * A code runs from left to right in every script, and people read and say one of six digits in two halves.
 *
 * Comments stand out here because every page would load those inside.
 */
export const codeInputStyles = css`
  :host {
    max-inline-size: 100%;
  }
  .control {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  [part='boxes'] {
    grid-area: 2 / 1;
    display: flex;
    gap: var(--mfa-code-input-gap, var(--_space-2));
    direction: ltr;
  }
  [part~='box'] {
    display: grid;
    place-items: center;
    inline-size: var(--mfa-code-input-box-size, 3rem);
    min-inline-size: 0;
    block-size: var(--mfa-code-input-box-height, 3.5rem);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    font: 600 1.5rem/1 var(--_font-code);
  }
  .halves [part~='box']:nth-child(4) {
    margin-inline-start: var(--_space-2);
  }
  [part~='box-filled'] {
    border-color: var(--_text);
  }
  [part~='box-active'] {
    border-color: var(--_focus);
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: -1px;
  }
  :host(:state(invalid)) [part~='box'] {
    border-color: var(--_danger);
  }
  ::slotted(label) {
    grid-area: 1 / 1;
    font-weight: 600;
  }
  ::slotted(input) {
    box-sizing: border-box !important;
    grid-area: 2 / 1 !important;
    inline-size: 100% !important;
    min-inline-size: 0 !important;
    block-size: 100% !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    outline: 0 !important;
    background: none !important;
    box-shadow: none !important;
    -webkit-text-fill-color: transparent !important;
    caret-color: transparent !important;
    font-size: 16px !important;
    direction: ltr !important;
  }
  ::slotted(input:autofill) {
    transition: background-color 0s 1000000s !important;
  }
  ::slotted(input)::selection {
    background: transparent;
  }
  [part~='error'] {
    margin-block-start: var(--_space-2);
  }
  @media (forced-colors: active) {
    ::slotted(input) {
      forced-color-adjust: none !important;
    }
    [part~='box-active'] {
      outline-color: Highlight;
    }
    :host(:state(invalid)) [part~='box'] {
      border-style: dashed;
    }
  }
`;
