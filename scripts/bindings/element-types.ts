import type { Bindable } from './bindable.ts';

/** The declaration from which the types for each framework are derived: what can be bound on which tag. */
export function elementTypes(elements: readonly Bindable[]): string {
  const events = [...new Set(elements.flatMap(({ events }) => events))].sort();
  return [
    ...events.map((event) => `import type { ${classOf(event)} } from '../events/${event}.js';`),
    ...elements.map(({ tag, className }) => `import type { ${className} } from '../${tag}/${tag}.js';`),
    '',
    '/** What can be bound on each tag. Made from the manifest by `npm run bindings`. */',
    'export interface MfaElements {',
    ...elements.map(entry),
    '}',
    '',
    '/** What listeners are handed. */',
    'export interface MfaEvents {',
    ...events.map((event) => `  '${event}': ${classOf(event)};`),
    '}',
    '',
  ].join('\n');
}

function entry({ tag, className, summary, properties, attributes, events }: Bindable): string {
  const named = [...attributes].map(([attribute, property]) => `'${attribute}': '${property}'`);
  return [
    `  /** ${summary} */`,
    `  '${tag}': {`,
    `    element: ${className};`,
    `    properties: ${union(properties)};`,
    `    attributes: { ${named.join('; ')} };`,
    `    events: ${union(events)};`,
    '  };',
  ].join('\n');
}

function union(names: readonly string[]): string {
  return names.length === 0 ? 'never' : names.map((name) => `'${name}'`).join(' | ');
}

/** One event, one class, one file. */
function classOf(event: string): string {
  return `${event.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}Event`;
}
