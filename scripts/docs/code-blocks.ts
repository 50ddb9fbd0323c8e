/** A fenced block of code in a page. */
export interface CodeBlock {
  /** The word after the fence, such as `js`. */
  readonly language: string;
  /** What follows it on that line, such as `server.js`; empty when nothing does. */
  readonly title: string;
  readonly code: string;
}

const FENCE = /^```(\w+)[ \t]*(.*)\n([\s\S]*?)^```$/gm;

/** All fenced blocks with a language, in order. Blocks that are indented, as in a list, are not found. */
export function codeBlocks(markdown: string): readonly CodeBlock[] {
  return [...markdown.matchAll(FENCE)].map(([, language = '', title = '', code = '']) => ({
    language,
    title: title.trim(),
    code,
  }));
}

const INDENTED_FENCE = /^( *)```(\w+)[ \t]*(.*)\n([\s\S]*?)^\1```$/gm;

/** All fenced blocks with a language, in order, those in lists too; without the indentation. */
export function indentedCodeBlocks(markdown: string): readonly CodeBlock[] {
  return [...markdown.matchAll(INDENTED_FENCE)].map(
    ([, indentation = '', language = '', title = '', code = '']) => ({
      language,
      title: title.trim(),
      code: code.replaceAll(new RegExp(`^${indentation}`, 'gm'), ''),
    }),
  );
}

/**
 * The one block that a page calls by this title.
 *
 * @throws Error when there is none, or more than one: then it is open which of them is meant.
 */
export function codeBlock(markdown: string, title: string): CodeBlock {
  const found = codeBlocks(markdown).filter((block) => block.title === title);
  const [block] = found;
  if (found.length !== 1 || !block)
    throw new Error(`There are ${String(found.length)} blocks titled ${title}; there has to be one.`);
  return block;
}

/** A page without its blocks and spans of code, in which nothing is a link or a heading. */
export function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^( *)```[\s\S]*?^\1```$/gm, '').replaceAll(/`[^`\n]*`/g, '``');
}
