/** The language in force at an element: the nearest `lang`, also beyond shadow roots; without any, English. */
export function nearestLanguage(element: Element): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? hostOf(node)) {
    const language = node instanceof Element ? node.getAttribute('lang') : null;
    if (language) return language;
  }
  return 'en';
}

function hostOf(node: Node): Element | null {
  return node instanceof ShadowRoot ? node.host : null;
}

const followers = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Calls back when a `lang` of the page changes. One observer serves all elements, and only while there are any. Answers how to stop. */
export function followPageLanguage(follower: () => void): () => void {
  followers.add(follower);
  if (!observer) {
    observer = new MutationObserver(() => {
      for (const follow of followers) follow();
    });
    observer.observe(document, { attributeFilter: ['lang'], subtree: true });
  }
  return () => {
    followers.delete(follower);
    if (followers.size) return;
    observer?.disconnect();
    observer = undefined;
  };
}
