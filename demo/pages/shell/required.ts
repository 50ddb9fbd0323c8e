/**
 * An element that the page's own markup contains.
 *
 * @throws Error when it does not: a mistake in the page.
 */
export function required(selector: string, root: ParentNode = document): HTMLElement {
  return requiredOf(HTMLElement, selector, root);
}

/**
 * The same, of a certain kind.
 *
 * @param kind Such as `HTMLInputElement`.
 */
export function requiredOf<Found extends HTMLElement>(
  kind: new () => Found,
  selector: string,
  root: ParentNode = document,
): Found {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`This page has no ${kind.name} that is ${selector}`);
  return found;
}
