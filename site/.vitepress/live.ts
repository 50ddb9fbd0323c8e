import type { MarkdownIt, State } from './markdown.ts';

/** In a page: `<!-- live: mfa-sign-in -->`, with the name of a script after the tag where it shows something special. Invisible elsewhere. */
const COMMENT = /^<!-- live: ([\w-]+)(?: ([\w-]+))? -->\s*$/;
/** The title of a tag's page. */
const TAG = /^([a-z]+(?:-[a-z]+)+)$/;

/** These show nothing without something inside of them, or a page around them. */
const NOT_BY_THEMSELVES: ReadonlySet<string> = new Set(['mfa-provider', 'mfa-step-up']);

/** Puts live elements into pages: where a comment asks for one, and below the title of each tag's page. */
export function liveElements(markdown: MarkdownIt): void {
  markdown.core.ruler.push('live-elements', (state) => {
    for (const token of state.tokens) {
      const [, tag, script] = (token.type === 'html_block' ? COMMENT.exec(token.content) : null) ?? [];
      if (tag !== undefined) token.content = live(tag, script);
    }
    for (let index = state.tokens.length - 1; index > 0; index -= 1) {
      const tag = describedAt(state, index);
      if (tag === undefined) continue;
      const block = new state.Token('html_block', '', 0);
      block.content = live(tag);
      state.tokens.splice(index + 1, 0, block);
    }
  });
}

/** The tag whose heading ends here. */
function describedAt({ tokens }: State, index: number): string | undefined {
  const token = tokens[index];
  if (token?.type !== 'heading_close' || token.tag !== 'h1') return undefined;
  const tag = TAG.exec(tokens[index - 1]?.content ?? '')?.[1];
  return tag === undefined || NOT_BY_THEMSELVES.has(tag) ? undefined : tag;
}

function live(tag: string, script = ''): string {
  return `<LiveElement tag="${tag}" script="${script}" />\n`;
}
