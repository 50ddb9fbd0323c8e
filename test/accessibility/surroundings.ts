import { settled } from '../../packages/elements/src/foundation/testing/rendering.js';

/** Everything of a page, shadow roots and what is slotted into them included, in the order of the flat tree. */
export function* everything(root: Node): Generator<HTMLElement> {
  for (const child of childrenOf(root)) {
    if (child instanceof HTMLElement) yield child;
    yield* everything(child);
  }
}

function childrenOf(node: Node): readonly Element[] {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedElements();
    return assigned.length ? assigned : [...node.children];
  }
  if (node instanceof Element && node.shadowRoot) return [...node.shadowRoot.children];
  return node instanceof Element || node instanceof Document ? [...node.children] : [];
}

/** What of the kit's can be operated, among what is on show. */
export function operable(shown: readonly HTMLElement[]): HTMLElement[] {
  return shown.filter(
    (element) =>
      element.matches('a[href], button, input, select, textarea, summary, [tabindex="0"]') &&
      isOfTheKit(element),
  );
}

/** What a story puts around an element is a page's. */
function isOfTheKit(element: HTMLElement): boolean {
  return element.getRootNode() instanceof ShadowRoot || element.slot !== '';
}

/** Whether a person can see it: with a size, and not cut down to nothing for screen readers alone. */
export function isShown(element: HTMLElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
}

/** How a failure names an element. */
export function nameOf(element: Element): string {
  const part = element.getAttribute('part');
  const text = element.textContent.trim().slice(0, 30);
  return `<${element.localName}${part ? ` part="${part}"` : ''}${element.slot ? ` slot="${element.slot}"` : ''}>${text}`;
}

/** Gives the page and all shadow roots in it a style sheet of the person's own, which wins over all others. @returns how to take it away. */
export function overrideStyles(root: Node, css: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const roots: (Document | ShadowRoot)[] = [document];
  for (const { shadowRoot } of everything(root)) if (shadowRoot) roots.push(shadowRoot);
  for (const each of roots) each.adoptedStyleSheets.push(sheet);
  return () => {
    for (const each of roots)
      each.adoptedStyleSheets = each.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/** Waits until no element within has anything left to render. */
export async function rest(root: ParentNode): Promise<void> {
  for (const element of root.querySelectorAll('*'))
    if (element.localName.includes('-')) await settled(element);
}
