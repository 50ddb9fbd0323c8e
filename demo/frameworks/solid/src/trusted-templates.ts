/*
 * Solid makes the templates that it was compiled to by `innerHTML`, and knows no trusted types. So the page has a default policy, which takes
 * markup that can run nothing: no script, no listener, no address but of the page's own.
 */

const RUNS = /<(script|iframe|object|embed|base|link|meta|svg|math)\b|[\s/"']on\w+\s*=|javascript:/i;

interface TrustedTypes {
  createPolicy(name: 'default', rules: { createHTML: (markup: string) => string }): unknown;
}

(globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
  createHTML(markup) {
    if (RUNS.test(markup)) throw new TypeError('A template of this page runs nothing');
    return markup;
  },
});
