import type { View } from './measures.js';
import { nameOf } from './surroundings.js';

interface Manifest {
  modules: { declarations?: { tagName?: string; cssParts?: { name: string }[] }[] }[];
}

type DocumentedParts = ReadonlyMap<string, ReadonlySet<string>>;

/** @returns by tag, what its documentation says that a page can style */
export async function documentedParts(): Promise<DocumentedParts> {
  const answer = await fetch('/packages/elements/custom-elements.json');
  const { modules } = (await answer.json()) as Manifest;
  return new Map(
    modules
      .flatMap(({ declarations = [] }) => declarations)
      .map(({ tagName = '', cssParts = [] }) => [tagName, new Set(cssParts.map(({ name }) => name))]),
  );
}

/** Parts that no `::part()` of a page reaches, because an element between does not hand them on, or that it could only guess. */
export function unreachableParts({ shown }: View, documented: DocumentedParts): string[] {
  return shown.flatMap((element) =>
    [...element.part].flatMap((part) => {
      const outside = handedOn(element, part);
      if (!outside) return [];
      if (outside.names.length === 0) return [`no page reaches ${part} of ${nameOf(element)}`];
      const known = documented.get(outside.host.localName);
      return outside.names
        .filter((name) => !known?.has(name))
        .map((name) => `${name} of <${outside.host.localName}> is not documented`);
    }),
  );
}

/** What a part is called at the outermost element around it; undefined where there is none. */
function handedOn(element: Element, part: string): { host: Element; names: string[] } | undefined {
  let root = element.getRootNode();
  if (!(root instanceof ShadowRoot)) return undefined;
  let names = [part];
  let { host } = root;
  while ((root = host.getRootNode()) instanceof ShadowRoot) {
    const pairs = exported(host);
    names = names.flatMap((name) => pairs.filter(([inner]) => inner === name).map(([, outer]) => outer));
    ({ host } = root);
  }
  return { host, names };
}

const exported = (host: Element): [inner: string, outer: string][] =>
  (host.getAttribute('exportparts') ?? '').split(',').map((pair) => {
    const [inner = '', outer = inner] = pair.split(':').map((name) => name.trim());
    return [inner, outer];
  });
