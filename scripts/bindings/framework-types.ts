import type { Bindable } from './bindable.ts';

/** How a framework learns of tags: what it lets one write on each, and the interface of its own that lists them. */
interface Framework {
  readonly name: string;
  /** Declares `Tag`, the type of one tag. */
  readonly tag: string;
  /** Puts the entries where the framework looks for them. */
  readonly declare: (entries: string) => string;
}

const frameworks: readonly Framework[] = [
  {
    name: 'react',
    tag: `import type { ClassAttributes, HTMLAttributes } from 'react';
import type { AttributesOf, ElementOf, ListenersOf, MfaTag, PropertiesOf } from '../dist/bindings/bindings.js';

type Own<Name extends MfaTag> = PropertiesOf<Name> & AttributesOf<Name> & ListenersOf<Name, 'on'>;

/** \`client={…}\`, \`base-url="…"\`, \`onmfa-signed-in={…}\`. */
type Tag<Name extends MfaTag> = Own<Name> &
  Omit<HTMLAttributes<ElementOf<Name>>, keyof Own<Name>> &
  ClassAttributes<ElementOf<Name>>;`,
    declare: (entries) =>
      `declare module 'react' { namespace JSX { interface IntrinsicElements { ${entries} } } }`,
  },
  {
    name: 'vue',
    tag: `import type { HTMLAttributes, PublicProps } from 'vue';
import type { AttributesOf, CamelListenersOf, ElementOf, MfaTag, PropertiesOf } from '../dist/bindings/bindings.js';

type Own<Name extends MfaTag> = PropertiesOf<Name> & AttributesOf<Name> & CamelListenersOf<Name>;

/** \`:client.prop="…"\`, \`base-url="…"\`, \`@mfa-signed-in="…"\`. */
type Tag<Name extends MfaTag> = new () => ElementOf<Name> & {
  $props: Own<Name> & Omit<HTMLAttributes, keyof Own<Name>> & PublicProps;
};`,
    declare: (entries) => `declare module 'vue' { interface GlobalComponents { ${entries} } }`,
  },
  {
    name: 'svelte',
    tag: `import type { HTMLAttributes } from 'svelte/elements';
import type { AttributesOf, ElementOf, ListenersOf, MfaTag, PropertiesOf } from '../dist/bindings/bindings.js';

type Own<Name extends MfaTag> = PropertiesOf<Name> & AttributesOf<Name> & ListenersOf<Name, 'on'>;

/** \`client={…}\`, \`base-url="…"\`, \`onmfa-signed-in={…}\`. */
type Tag<Name extends MfaTag> = Own<Name> & Omit<HTMLAttributes<ElementOf<Name>>, keyof Own<Name>>;`,
    declare: (entries) => `declare module 'svelte/elements' { interface SvelteHTMLElements { ${entries} } }`,
  },
  {
    name: 'solid',
    tag: `import type { JSX } from 'solid-js';
import type { AttributesOf, ElementOf, ListenersOf, MfaTag, PropertiesOf } from '../dist/bindings/bindings.js';

type Explicit<Name extends MfaTag> = {
  [Property in keyof PropertiesOf<Name> & string as \`prop:\${Property}\`]?: PropertiesOf<Name>[Property];
};

type Own<Name extends MfaTag> = AttributesOf<Name> & Explicit<Name> & ListenersOf<Name, 'on:'>;

/** \`prop:client={…}\`, \`base-url="…"\`, \`on:mfa-signed-in={…}\`. */
type Tag<Name extends MfaTag> = Own<Name> & Omit<JSX.HTMLAttributes<ElementOf<Name>>, keyof Own<Name>>;`,
    declare: (entries) =>
      `declare module 'solid-js' { namespace JSX { interface IntrinsicElements { ${entries} } } }`,
  },
];

/** For each framework whose templates look tags up in a list: the text of its module of types, by name. */
export function frameworkTypes(elements: readonly Bindable[]): ReadonlyMap<string, string> {
  const entries = elements.map(({ tag }) => `'${tag}': Tag<'${tag}'>;`).join('\n');
  // Without an export, a file that declares types would export all of them.
  return new Map(
    frameworks.map(({ name, tag, declare }) => [name, `${tag}\n\n${declare(entries)}\n\nexport {};\n`]),
  );
}
