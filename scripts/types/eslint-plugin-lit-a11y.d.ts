// The plugin comes without types.
declare module 'eslint-plugin-lit-a11y' {
  import type { Linter } from 'eslint';

  export const configs: { recommended: Linter.Config };
}
