import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { withoutCode } from './code-blocks.ts';

const LINK = /\]\(([^()\s]+)\)|\b(?:src|srcset|href)="([^"]+)"/g;
const ELSEWHERE = /^[a-z]+:/;

/** Every address that a page names in a link or shows as a picture. */
export function linksIn(markdown: string): readonly string[] {
  return [...withoutCode(markdown).matchAll(LINK)].map(([, link, source]) => link ?? source ?? '');
}

/** The anchor of a heading's text, as GitHub makes it. */
export function anchorOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}

/** The anchors of a page, made of its headings as GitHub makes them. */
export function anchorsIn(markdown: string): ReadonlySet<string> {
  const headings = [...markdown.replaceAll(/^( *)```[\s\S]*?^\1```$/gm, '').matchAll(/^#{1,6} +(.+)$/gm)];
  const anchors = new Set<string>();
  for (const [, heading = ''] of headings) {
    const anchor = anchorOf(heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
    let unique = anchor;
    for (let again = 1; anchors.has(unique); again += 1) unique = `${anchor}-${String(again)}`;
    anchors.add(unique);
  }
  return anchors;
}

/**
 * Links inside the repository that lead nowhere. What is on other servers is not looked at: a test must not depend on them.
 *
 * @param page path of a page
 * @returns what is wrong, for people
 */
export function brokenLinks(page: string): readonly string[] {
  return linksIn(readFileSync(page, 'utf8')).flatMap((link) => {
    if (ELSEWHERE.test(link)) return [];
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? page : path.resolve(path.dirname(page), decodeURI(file));
    if (!existsSync(target)) return [`${page}: ${link} does not exist`];
    if (anchor === undefined || statSync(target).isDirectory()) return [];
    return anchorsIn(readFileSync(target, 'utf8')).has(anchor)
      ? []
      : [`${page}: ${link} has no heading #${anchor}`];
  });
}
