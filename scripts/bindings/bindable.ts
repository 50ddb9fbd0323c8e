import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElementDeclaration } from '../manifest/declarations.ts';

/** What a framework can bind to on one element. */
export interface Bindable {
  readonly tag: string;
  readonly className: string;
  readonly summary: string;
  /** Those that a page may set. */
  readonly properties: readonly string[];
  /** Names of attributes, each with the property that it sets. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Its own, and those of the elements that it is made of, as far as they leave these. */
  readonly events: readonly string[];
}

/** Everything may stand inside of it, and is not hidden by it. */
const HOLDS_ANYTHING = 'mfa-provider';

/**
 * @param declared all that the manifest describes
 * @param sources the folder of the elements' sources. The definition of a tag imports those of the tags that the element is made of, and the
 *   module of an event says whether it leaves a shadow root.
 * @returns in the order of their tags
 */
export function bindables(declared: readonly ElementDeclaration[], sources: string): readonly Bindable[] {
  const elements = new Map(
    declared.flatMap((element) =>
      element.tagName === undefined ? [] : [[element.tagName, element] as const],
    ),
  );
  const tags = [...elements.keys()].sort();

  const firedBy = (tag: string): readonly string[] =>
    elements.get(tag)?.events?.flatMap(({ name }) => (name === undefined ? [] : [name])) ?? [];
  const heardOn = (tag: string): readonly string[] => {
    const heard =
      tag === HOLDS_ANYTHING
        ? tags.flatMap(firedBy)
        : [
            ...firedBy(tag),
            ...[...madeOf(tag, sources)].flatMap(firedBy).filter((event) => isComposed(event, sources)),
          ];
    return [...new Set(heard)].sort();
  };

  return tags.map((tag) => {
    const { name = '', summary = '', members = [], attributes = [] } = elements.get(tag) ?? {};
    const properties = members
      .filter(
        (member) =>
          member.kind === 'field' &&
          member.readonly !== true &&
          member.static !== true &&
          (member.privacy ?? 'public') === 'public',
      )
      .map((member) => member.name ?? '')
      .sort();
    const settable = attributes
      .map((attribute) => [attribute.name ?? '', attribute.fieldName ?? ''] as const)
      .filter(([, property]) => properties.includes(property))
      .sort();
    return {
      tag,
      className: name,
      summary,
      properties,
      attributes: new Map(settable),
      events: heardOn(tag),
    };
  });
}

/** The tag, and all that its definition defines with it. */
function madeOf(tag: string, sources: string): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (one: string): void => {
    if (found.has(one)) return;
    found.add(one);
    const source = readFileSync(path.join(sources, 'define', `${one}.ts`), 'utf8');
    for (const [, part = ''] of source.matchAll(/^import '\.\/([a-z-]+)\.js';$/gm)) follow(part);
  };
  follow(tag);
  return found;
}

function isComposed(event: string, sources: string): boolean {
  return readFileSync(path.join(sources, 'events', `${event}.ts`), 'utf8').includes('composed: true');
}
