import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

/** A part of a page that is made from the code; what stands around it is written by hand. */
export interface GeneratedPart {
  /** Path of the page. */
  readonly page: string;
  /** The word in the comments that enclose the part: `<!-- routes:begin -->` and `<!-- routes:end -->`. */
  readonly name: string;
  readonly markdown: string;
}

/**
 * The page with the part in its place, formatted as everything else in the repository.
 *
 * @throws Error when the page does not say where the part belongs.
 */
async function pageWith({ page, name, markdown }: GeneratedPart): Promise<string> {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const [before, rest] = readFileSync(page, 'utf8').split(begin);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined)
    throw new Error(`${page}: between ${begin} and ${end} belongs what is made from the code`);
  const text = `${before}${begin}\n\n${markdown.trim()}\n\n${end}${after}`;
  return format(text, { ...(await resolveConfig(page)), filepath: path.resolve(page) });
}

/** Writes the part into its page. */
export async function write(part: GeneratedPart): Promise<void> {
  writeFileSync(part.page, await pageWith(part));
}

/** @returns whether the page says what the code says. */
export async function isCurrent(part: GeneratedPart): Promise<boolean> {
  return (await pageWith(part)) === readFileSync(part.page, 'utf8');
}
