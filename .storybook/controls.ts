import type { Args } from '@storybook/web-components-vite';
import { nothing } from 'lit';
import { directive, Directive, type ChildPart, type DirectiveResult } from 'lit/directive.js';

type Settable = HTMLElement & Record<string, unknown>;

/** What elements had before a control was used, to be given back when it is reset. */
const originals = new WeakMap<Settable, Map<string, unknown>>();

/**
 * Hands what was entered in the controls to the elements of a story, also where the story renders them by itself.
 */
class ApplyControls extends Directive {
  render(..._parameters: [tag: string, args: Args]): typeof nothing {
    return nothing;
  }

  override update({ parentNode }: ChildPart, [tag, args]: [string, Args]): typeof nothing {
    // The story beside this is rendered first, and its elements are there only then.
    queueMicrotask(() => {
      if (!(parentNode instanceof Element)) return;
      for (const element of parentNode.querySelectorAll<Settable>(tag)) apply(element, args);
    });
    return nothing;
  }
}

export const applyControls: (tag: string, args: Args) => DirectiveResult = directive(ApplyControls);

function apply(element: Settable, args: Args): void {
  const before = originals.get(element) ?? new Map<string, unknown>();
  originals.set(element, before);
  for (const name of new Set([...Object.keys(args), ...before.keys()])) {
    const value: unknown = args[name];
    if (!before.has(name)) {
      if (value === undefined) continue;
      before.set(name, read(element, name));
    }
    write(element, name, value ?? before.get(name));
  }
}

function read(element: Settable, name: string): unknown {
  return name.startsWith('--') ? element.style.getPropertyValue(name) : element[name];
}

function write(element: Settable, name: string, value: unknown): void {
  if (name.startsWith('--')) element.style.setProperty(name, String(value));
  else element[name] = value;
}
