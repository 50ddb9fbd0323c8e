/** The language in force at an element: the nearest `lang`, also beyond shadow roots; without any, English. */
export function nearestLanguage(element: Element): string {
  const language = element.closest('[lang]:not([lang=""])')?.getAttribute('lang');
  if (language) return language;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLanguage(root.host) : 'en';
}

/** Calls back when a `lang` of the page changes. Answers how to stop. */
export function followPageLanguage(follower: () => void): () => void {
  const observer = new MutationObserver(follower);
  observer.observe(document, { attributeFilter: ['lang'], subtree: true });
  return () => {
    observer.disconnect();
  };
}
