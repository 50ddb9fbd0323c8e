import type { LitElement, PropertyDeclaration } from 'lit';

/**
 * Lit's `@property`, for the legacy decorators that this package is compiled with. Lit's own also serves the standard ones, and with
 * them makes every page load a quarter of a kilobyte more.
 */
export function property(declaration: PropertyDeclaration = {}) {
  return (prototype: object, name: string): void => {
    (prototype.constructor as typeof LitElement).createProperty(name, declaration);
  };
}

/** A property that renders, but is nobody else's business. */
export const state = (): ReturnType<typeof property> => property({ state: true });
