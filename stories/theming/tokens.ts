import { elements } from '../../.storybook/manifest.js';

/** How a token is edited. */
export type Kind = 'colour' | 'length' | 'font' | 'duration';

export interface Token {
  readonly name: string;
  readonly description: string;
  /** What stands in where a page sets none; empty for a token of one element, which keeps it to itself. */
  readonly fallback: string;
  readonly kind: Kind;
  /** Tag of the element that alone has it; undefined for one that all share. */
  readonly element?: string;
}

/** Every token of the manifest, once: those that all elements share, then those of single elements. */
export const tokens: readonly Token[] = [...collect().values()].sort(
  (one, other) => Number(one.element !== undefined) - Number(other.element !== undefined),
);

function collect(): Map<string, Token> {
  const found = new Map<string, Token>();
  const owners = new Map<string, Set<string>>();
  for (const { tagName, cssProperties = [] } of elements) {
    for (const { name, description = '', default: fallback = '' } of cssProperties) {
      const own = (owners.get(name) ?? new Set()).add(tagName);
      owners.set(name, own);
      const alone = own.size === 1 && fallback === '' ? { element: tagName } : {};
      found.set(name, { name, description, fallback, kind: kindOf(name), ...alone });
    }
  }
  return found;
}

function kindOf(name: string): Kind {
  if (name.includes('-color-')) return 'colour';
  if (name.includes('-font-')) return 'font';
  return name.endsWith('-duration') ? 'duration' : 'length';
}

/**
 * What was edited as a theme to put beside those of the package.
 *
 * @param values by name of the token
 */
export function themeOf(values: ReadonlyMap<string, string>): string {
  if (values.size === 0) return '/* Nothing was changed yet. */\n';
  const lines = [...values].map(([name, value]) => `    ${name}: ${value};`);
  return `@layer mfa.theme {\n  :root {\n${lines.join('\n')}\n  }\n}\n`;
}
