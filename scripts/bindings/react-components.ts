import type { Bindable } from './bindable.ts';

/** What a person types is theirs: a page reads it by a reference, and does not set it with each rendering. */
const READ_ONLY = new Set(['value']);

/** One module for each component, by the path below `src/react`, and the module with all of them. */
export function reactComponents(elements: readonly Bindable[]): ReadonlyMap<string, string> {
  const modules = elements.map((element) => [`${element.tag}.ts`, component(element)] as const);
  return new Map([...modules, ['index.ts', index(elements)]]);
}

function component({ tag, className, summary, properties, attributes }: Bindable): string {
  const byProperty = new Map([...attributes].map(([attribute, property]) => [property, attribute]));
  const named = properties.flatMap((property) => {
    const attribute = byProperty.get(property);
    return attribute === undefined ? [] : [`${property}: '${attribute}'`];
  });
  const unnamed = properties.filter((property) => !byProperty.has(property) && !READ_ONLY.has(property));
  return `'use client';
import { component } from './component.js';

/** ${summary} */
export const ${className} = component('${tag}', {
  attributes: { ${named.join(', ')} },
  properties: [${unnamed.map((property) => `'${property}'`).join(', ')}],
  define: () => import('../define/${tag}.js'),
});
`;
}

function index(elements: readonly Bindable[]): string {
  return [
    ...elements.map(({ tag, className }) => `export { ${className} } from './${tag}.js';`),
    "export type { ComponentProps } from './component.js';",
    '',
  ].join('\n');
}
