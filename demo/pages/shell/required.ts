/**
 * An element that the page's own markup contains.
 *
 * @throws Error when it does not: a mistake in the page.
 */
export function required<Found extends HTMLElement = HTMLElement>(
  selector: string,
  root: ParentNode = document,
): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(`This page has no ${selector}`);
  return found;
}
