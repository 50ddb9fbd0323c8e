import text from '../packages/elements/custom-elements.json' with { type: 'json' };

export interface Described {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

export interface Member extends Described {
  readonly kind: 'field' | 'method';
  readonly privacy?: 'private' | 'protected' | 'public';
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly attribute?: string;
  readonly inheritedFrom?: { readonly name: string };
}

export interface ElementDeclaration extends Described {
  readonly tagName: string;
  readonly summary?: string;
  readonly members?: readonly Member[];
  readonly events?: readonly Partial<Described>[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
  readonly cssStates?: readonly Described[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Partial<ElementDeclaration>[] }[];
}

/** The manifest as the analyser wrote it, for Storybook. */
export const manifest: unknown = text;

/** All elements that the package defines, by their tags: the analyser lists files as it comes upon them. */
export const elements: readonly ElementDeclaration[] = (text as Manifest).modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter((declaration): declaration is ElementDeclaration => declaration.tagName !== undefined)
  .sort((one, other) => one.tagName.localeCompare(other.tagName));

export function elementNamed(tag: string | undefined): ElementDeclaration | undefined {
  return elements.find(({ tagName }) => tagName === tag);
}

/** Names of the events that an element tells its page of. */
export function eventsOf({ events = [] }: ElementDeclaration): readonly Described[] {
  return events.filter((event): event is Described => event.name?.startsWith('mfa-') === true);
}
