/** What a person does with an element that has all it shows in its own shadow root, and what they notice of it. */

import { deepAll, settled, visibleText } from './rendering.js';

/** The first match in the element's own shadow root. Fails the test where there is none. */
export function own(element: Element, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`<${element.localName}> shows no ${selector}`);
  return found;
}

export async function click(element: Element, selector: string): Promise<void> {
  own(element, selector).click();
  await settled(element);
}

/** Clicks the button with this text. */
export async function press(element: Element, text: string): Promise<void> {
  const button = deepAll(element, 'button').find((each) => visibleText(each) === text);
  if (!button) throw new Error(`<${element.localName}> shows no button "${text}"`);
  button.click();
  await settled(element);
}

type Field = HTMLInputElement | HTMLSelectElement;

/** Puts a value into a field, as choosing or typing does. */
export function fill(element: Element, name: string, value: string): void {
  (own(element, `[name=${name}]`) as Field).value = value;
}

export const valueOf = (element: Element, name: string): string =>
  (own(element, `[name=${name}]`) as Field).value;

/** What the element's live region says. */
export const spoken = (element: Element): string => own(element, '[role=status].spoken').textContent;

export const isFocused = (element: Element, selector: string): boolean =>
  element.shadowRoot?.activeElement === own(element, selector);
