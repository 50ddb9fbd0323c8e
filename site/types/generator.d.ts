/** What the site uses of its generator, so that types and rules can be checked where it is not installed: it belongs to this folder's own package. */
declare module 'vitepress' {
  interface Configuration {
    readonly transformPageData: (page: { readonly relativePath: string }) => object | undefined;
    readonly markdown: {
      readonly anchor: object;
      readonly config: (markdown: import('../.vitepress/markdown.ts').MarkdownIt) => void;
    };
    readonly vue: {
      readonly template: {
        readonly compilerOptions: { readonly isCustomElement: (tag: string) => boolean };
      };
    };
    readonly [setting: string]: unknown;
  }
  export function defineConfig(configuration: Configuration): Configuration;
}

declare module 'vitepress/theme' {
  const theme: { readonly Layout: unknown };
  export default theme;
}

declare module 'vue' {
  interface Reference<Value> {
    readonly value: Value | null;
  }
  export function defineComponent(component: {
    readonly props: object;
    setup(properties: { readonly tag: string; readonly script: string }): () => unknown;
  }): unknown;
  export function h(what: unknown, properties: object | string | null, children?: unknown): unknown;
  export function onMounted(mounted: () => void): void;
  export function useTemplateRef<Value>(name: string): Reference<Value>;
}

declare module '*.css';
