'use client';
import {
  createElement,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type HTMLAttributes,
  type ReactElement,
  type Ref,
} from 'react';
import type { CamelListenersOf, ElementOf, MfaTag, PropertiesOf } from '../bindings/bindings.js';

type Own<Tag extends MfaTag> = Omit<PropertiesOf<Tag>, 'value'> & CamelListenersOf<Tag>;

/** What a component takes: the element's properties, its events as `onMfaSignedIn`, and what React takes on every tag. */
export type ComponentProps<Tag extends MfaTag> = Own<Tag> &
  Omit<HTMLAttributes<ElementOf<Tag>>, keyof Own<Tag>> & {
    /** The element; its methods are there once the tag is defined. */
    readonly ref?: Ref<ElementOf<Tag>>;
  };

/** How the properties of one tag are handed on. */
interface Binding {
  /** By property: those that markup can carry, and so the answer of a server. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Those that only a script can set. */
  readonly properties: readonly string[];
  /** Defines the tag. */
  readonly define: () => Promise<unknown>;
}

const LISTENER = /^onMfa[A-Z]/;

/**
 * A component for one tag. React by itself, when it takes over what a server has rendered, neither sets properties of custom elements nor
 * listens to them; and what an element adds to its own content would be a difference to it. So the component does the first two, and the
 * tag is defined only once React has taken over.
 */
export function component<Tag extends MfaTag>(
  tag: Tag,
  { attributes, properties, define }: Binding,
): (props: ComponentProps<Tag>) => ReactElement {
  return function Component({ ref, ...given }) {
    const element = useRef<ElementOf<Tag>>(null);
    const entries = Object.entries<unknown>(given);
    const listeners = entries.filter(([name]) => LISTENER.test(name));
    const carried = entries.filter(([name]) => !LISTENER.test(name) && !properties.includes(name));
    const values = properties.map((name) => entries.find(([given]) => given === name)?.[1]);

    useImperativeHandle<ElementOf<Tag> | null, ElementOf<Tag> | null>(ref, () => element.current, []);
    useLayoutEffect(() => {
      const { current: target } = element;
      const assign = (all: readonly unknown[]): void => {
        for (const [index, name] of properties.entries())
          if (values[index] !== undefined) Object.assign(target ?? {}, { [name]: all[index] });
      };
      assign(values);
      return () => {
        assign([]);
      };
    }, values);
    useLayoutEffect(() => {
      const ended = new AbortController();
      const { signal } = ended;
      for (const [name, listener] of listeners)
        if (typeof listener === 'function')
          element.current?.addEventListener(eventOf(name), listener as EventListener, { signal });
      return () => {
        ended.abort();
      };
    });
    useEffect(() => void define(), []);

    return createElement(tag, {
      ...Object.fromEntries(carried.map(([name, value]) => [attributes[name] ?? name, value])),
      ref: element,
    });
  };
}

/** `onMfaSignedIn` listens to `mfa-signed-in`. */
function eventOf(name: string): string {
  return name
    .slice('on'.length)
    .replaceAll(/[A-Z]/g, (letter, at) => `${at === 0 ? '' : '-'}${letter.toLowerCase()}`);
}
