import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { elementsPage, sharedTokens } from './elements-page.ts';
import { wrongErrorCodes } from './error-codes.ts';
import { isCurrent, write, type GeneratedPart } from './generated-part.ts';
import { httpPage } from './http-page.ts';
import { brokenLinks } from './links.ts';
import { openApi, statusOfCodes, type OpenApi } from './openapi.ts';
import { settingNames } from './settings.ts';

process.chdir(path.resolve(import.meta.dirname, '../..'));

function generatedParts(description: OpenApi): readonly GeneratedPart[] {
  return [
    { page: 'docs/http.md', name: 'routes', markdown: httpPage(description) },
    { page: 'docs/elements.md', name: 'tokens', markdown: sharedTokens() },
    { page: 'docs/elements.md', name: 'elements', markdown: elementsPage() },
  ];
}

/** Everything in the documentation that the code proves wrong. */
async function problems(description: OpenApi): Promise<readonly string[]> {
  const found: string[] = [];
  for (const part of generatedParts(description)) {
    if (!(await isCurrent(part)))
      found.push(`${part.page}: the part "${part.name}" is not what the code says; npm run docs writes it`);
  }
  found.push(...wrongErrorCodes(readFileSync('docs/errors.md', 'utf8'), statusOfCodes(description)));

  const configuration = readFileSync('docs/configuration.md', 'utf8');
  for (const name of settingNames('packages/server/src/configuration/configuration.ts')) {
    if (!configuration.includes(`| \`${name}\``)) found.push(`docs/configuration.md has no row for ${name}`);
  }

  for (const page of globSync(['*.md', 'docs/**/*.md', 'packages/*/*.md'])) found.push(...brokenLinks(page));
  return found;
}

async function main(): Promise<void> {
  const description = await openApi();
  if (!process.argv.includes('--check')) {
    for (const part of generatedParts(description)) await write(part);
    return;
  }
  const found = await problems(description);
  for (const problem of found) console.log(problem);
  if (found.length > 0) process.exitCode = 1;
}

await main();
