import type { ArgTypes } from '@storybook/web-components-vite';
import { elementNamed, eventsOf, type Described, type Member } from './manifest.js';

/** Types that a person can enter in the controls. */
const controls: Readonly<Record<string, 'text' | 'boolean' | 'number'>> = {
  string: 'text',
  'string | null': 'text',
  boolean: 'boolean',
  number: 'number',
};

/**
 * Everything that a page can set and see of an element, in one table: what can be entered has a control.
 *
 * Storybook's own reading keeps one line for each name, and a slot that is called like a property takes its place.
 *
 * @param tag of an element
 */
export function extractArgTypes(tag: string): ArgTypes {
  const element = elementNamed(tag);
  if (!element) return {};
  const { members = [], slots = [], cssParts = [], cssProperties = [], cssStates = [] } = element;
  return {
    ...rows(members.filter(isSettable), 'properties', ({ name }) => name, settable),
    ...rows(cssProperties, 'tokens', ({ name }) => name, token),
    ...rows(eventsOf(element), 'events', ({ name }) => name),
    ...rows(members.filter(isPublicMethod), 'methods', ({ name }) => `${name}()`),
    ...rows(slots, 'slots', ({ name }) => (name ? `slot “${name}”` : 'slot without a name')),
    ...rows(cssStates, 'states', ({ name }) => `:state(${name})`),
    ...rows(cssParts, 'parts', ({ name }) => `::part(${name})`),
  };
}

/** What an element is for, above its stories. */
export function extractComponentDescription(tag: string): string {
  const { summary, description } = elementNamed(tag) ?? {};
  return [summary, description].filter(Boolean).join('\n\n');
}

function rows<Item extends Described>(
  items: readonly Item[],
  category: string,
  nameOf: (item: Item) => string,
  more: (item: Item) => ArgTypes[string] = () => ({ control: false }),
): ArgTypes {
  return Object.fromEntries(
    items.map((item) => [
      nameOf(item),
      {
        name: nameOf(item),
        description: item.description ?? '',
        // What has no type or default shows none: an empty one would be quoted.
        table: {
          category,
          ...(item.type && { type: { summary: item.type.text } }),
          ...(item.default && { defaultValue: { summary: item.default } }),
        },
        ...more(item),
      },
    ]),
  );
}

function isSettable({ kind, privacy, static: ofClass, readonly, type }: Member): boolean {
  if (kind !== 'field' || ofClass || readonly || privacy === 'private' || privacy === 'protected')
    return false;
  return type !== undefined && type.text in controls;
}

function isPublicMethod({ kind, privacy, static: ofClass }: Member): boolean {
  return kind === 'method' && !ofClass && privacy !== 'private' && privacy !== 'protected';
}

function settable({ type }: Member): ArgTypes[string] {
  return { control: { type: controls[type?.text ?? ''] ?? 'text' } };
}

function token({ name }: Described): ArgTypes[string] {
  return { control: { type: name.startsWith('--mfa-color-') ? 'color' : 'text' } };
}
