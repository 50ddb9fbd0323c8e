import {
  declarations,
  type ElementDeclaration,
  type Inheritable,
  type Named,
} from '../manifest/declarations.ts';

/** Every element, in the order of their tags. */
const elements = (): readonly ElementDeclaration[] =>
  declarations()
    .filter(({ tagName }) => tagName !== undefined)
    .sort((one, other) => (one.tagName ?? '').localeCompare(other.tagName ?? ''));

/** All elements with what they are for, each with a way to its own page. */
export function elementsIndex(): string {
  return table(
    ['tag', ''],
    elements().map(({ tagName = '', summary = '' }) => [
      `[\`<${tagName}>\`](elements/${tagName}.md)`,
      summary,
    ]),
  );
}

/** By tag: what a page can set, fill, listen to and style. */
export function elementPages(): ReadonlyMap<string, string> {
  return new Map(elements().map((element) => [element.tagName ?? '', reference(element)]));
}

/** What comes from the base class of all elements is said once; what only some of them share, with each of these. */
function isOwn({ inheritedFrom }: Inheritable): boolean {
  return inheritedFrom?.name !== 'MfaElement';
}

function reference(element: ElementDeclaration): string {
  const own = element.attributes?.filter(isOwn) ?? [];
  const events = element.events?.filter(
    ({ name, description }) => name !== undefined && description !== undefined,
  );
  const tables: readonly [string, string][] = [
    [
      'Attributes',
      table(
        ['attribute', 'type', 'default', ''],
        own.map((attribute) => [
          code(attribute.name),
          code(attribute.type?.text),
          code(attribute.default),
          attribute.description ?? '',
        ]),
      ),
    ],
    ['Slots', table(['slot', ''], rows(element.slots, '(unnamed)'))],
    ['Events', table(['event', ''], rows(events))],
    ['Parts', table(['part', ''], rows(element.cssParts))],
    ['Tokens', tokenTable(element.cssProperties?.filter(isOwn))],
    ['States', table(['state', ''], rows(element.cssStates))],
  ];
  return [
    element.summary ?? '',
    element.description ?? '',
    ...tables.flatMap(([heading, text]) => (text === '' ? [] : [`## ${heading}`, text])),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The tokens that all elements share, as their base class documents them. */
export function sharedTokens(): string {
  const base = declarations().find(({ name }) => name === 'MfaElement');
  return tokenTable(base?.cssProperties);
}

function tokenTable(tokens: readonly Inheritable[] | undefined): string {
  return table(
    ['token', 'default', ''],
    tokens?.map((token) => [code(token.name), code(token.default), token.description ?? '']),
  );
}

function rows(items: readonly Named[] | undefined, unnamed = ''): readonly (readonly string[])[] {
  return (items ?? []).map(({ name, description }) => [name ? code(name) : unnamed, description ?? '']);
}

function code(text: string | undefined): string {
  return text === undefined ? '' : `\`${text}\``;
}

function table(heading: readonly string[], lines: readonly (readonly string[])[] = []): string {
  if (lines.length === 0) return '';
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
  return [heading, heading.map(() => '---'), ...lines]
    .map((line) => `| ${line.map(cell).join(' | ')} |`)
    .join('\n');
}
