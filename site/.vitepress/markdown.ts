/** What is used of markdown-it, which comes with the generator. */
export interface MarkdownIt {
  readonly core: {
    readonly ruler: { push(name: string, rule: (state: State) => void): void };
  };
}

export interface State {
  readonly tokens: Token[];
  readonly Token: new (type: string, tag: string, nesting: number) => Token;
  /** Of the page: where it is found, and where it would be by its address. */
  readonly env: { readonly path: string; readonly realPath?: string };
}

export interface Token {
  readonly type: string;
  readonly tag: string;
  content: string;
  readonly children: Token[] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}
