import type { CSSResult, ReactiveElement } from 'lit';

/** Gives an element the styles of what it shows only now. They come after its own. */
export function adoptStyles({ shadowRoot }: ReactiveElement, ...styles: CSSResult[]): void {
  for (const { styleSheet } of styles) if (styleSheet) shadowRoot?.adoptedStyleSheets.push(styleSheet);
}
