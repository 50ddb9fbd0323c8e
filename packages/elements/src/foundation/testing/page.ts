/** What a whole page holds, and what of the browser a test plays itself. */

import { deepAll, visibleText } from './rendering.js';

/** The errors on show; each is told once. */
export function alerts(element: Element): string[] {
  return deepAll(element, '[role=alert]')
    .map((alert) => visibleText(alert))
    .filter((text) => text !== '');
}

/** Everything of the page that could hold a secret, shadow roots and attributes included. */
export function wholePage(root: ParentNode = document): string {
  return [...root.querySelectorAll('*')]
    .map((each) => {
      const { shadowRoot } = each;
      return `${each.outerHTML} ${shadowRoot ? `${wholePage(shadowRoot)} ${shadowRoot.textContent}` : ''}`;
    })
    .join('\n');
}

const undone: (() => void)[] = [];

afterEach(() => {
  for (const undo of undone.splice(0)) undo();
});

/** Replaces something of the browser until the end of the test. */
export function replace(owner: object, name: string, value: unknown): void {
  const original = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, writable: true, value });
  undone.push(() => {
    if (original) Object.defineProperty(owner, name, original);
    else Reflect.deleteProperty(owner, name);
  });
}
