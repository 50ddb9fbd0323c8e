import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { MarkdownIt, Token } from './markdown.ts';

/** Where a page of the site leads that is about a file which is no page. */
const REPOSITORY = 'https://github.com/mfa-kit/mfa-kit';

/**
 * Links are written so that they work where the repository is read. On the site, those between pages stay, and what lies outside of `docs/`
 * is shown where the repository is.
 *
 * @param docs folder of the pages
 */
export function linksOfTheRepository(markdown: MarkdownIt, docs: string): void {
  markdown.core.ruler.push('links-of-the-repository', ({ tokens, env }) => {
    const folder = path.dirname(env.realPath ?? env.path);
    for (const token of tokens.flatMap((block) => [block, ...(block.children ?? [])])) {
      if (token.type === 'link_open') setLink(token, (link) => onSite(link, folder, docs));
      // Pictures in HTML: Vite takes for its own only what begins with a dot.
      if (token.type.startsWith('html_'))
        token.content = token.content.replaceAll(/\b(src|srcset)="(?![a-z]+:|[./])/g, '$1="./');
    }
  });
}

function setLink(token: Token, change: (link: string) => string): void {
  const link = token.attrGet('href');
  if (link !== null) token.attrSet('href', change(link));
}

function onSite(link: string, folder: string, docs: string): string {
  if (/^([a-z]+:|#|\/)/.test(link)) return link;
  const [file = '', anchor] = decodeURI(link).split('#');
  const target = path.resolve(folder, file);
  const hash = anchor === undefined ? '' : `#${anchor}`;
  const inDocs = path.relative(docs, target);
  if (!inDocs.startsWith('..') && target.endsWith('.md')) {
    const [page = ''] = link.split('#');
    const relative = page.startsWith('.') ? page : `./${page}`;
    return relative.replace(/README\.md$/, 'index.md') + hash;
  }
  if (!existsSync(target)) throw new Error(`${link} in ${folder} does not exist`);
  const kind = statSync(target).isDirectory() ? 'tree' : 'blob';
  return `${REPOSITORY}/${kind}/main/${path.relative(path.dirname(docs), target).split(path.sep).join('/')}${hash}`;
}
