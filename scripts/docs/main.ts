import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { apiReport } from './api-report.ts';
import { wrongAuditEvents } from './audit-events.ts';
import { elementPages, elementsIndex, sharedTokens } from './elements-page.ts';
import { findingsTable } from './doctor-page.ts';
import { codesOfBrowser, wrongErrorCodes } from './error-codes.ts';
import { missingEvidence } from './evidence.ts';
import { isCurrent, write, type GeneratedPart } from './generated-part.ts';
import { httpPage } from './http-page.ts';
import { membersOfMfa, wrongShapes } from './exported-shapes.ts';
import { brokenLinks } from './links.ts';
import { wrongLogMessages } from './log-messages.ts';
import { openApi, statusOfCodes, type OpenApi } from './openapi.ts';
import { screenWords, wordsNotOnScreen } from './screen-words.ts';
import { wrongRules } from './security-rules.ts';
import { settingNames } from './settings.ts';
import { snippetProgram } from './snippet-program.ts';
import { wrongSnippets } from './snippets.ts';
import { freshnessTable, proofTable } from './step-up-page.ts';
import { tablesTable } from './tables-page.ts';
import { ASVS_SECTIONS, missingRows, requirementsIn, WCAG_CRITERIA, wrongRows } from './standards.ts';
import { testFiles, titlesIn } from './test-titles.ts';

process.chdir(path.resolve(import.meta.dirname, '../..'));

function generatedParts(description: OpenApi): readonly GeneratedPart[] {
  return [
    { page: 'docs/http.md', name: 'routes', markdown: httpPage(description) },
    { page: 'docs/step-up.md', name: 'proofs', markdown: proofTable() },
    { page: 'docs/step-up.md', name: 'calls', markdown: freshnessTable(description) },
    { page: 'docs/operators/doctor.md', name: 'findings', markdown: findingsTable() },
    { page: 'docs/theming.md', name: 'tokens', markdown: sharedTokens() },
    { page: 'docs/elements.md', name: 'elements', markdown: elementsIndex() },
    ...[...elementPages()].map(([tag, markdown]) => ({
      page: `docs/elements/${tag}.md`,
      name: 'reference',
      markdown,
    })),
    { page: 'docs/operators/scaling.md', name: 'tables', markdown: tablesTable() },
    { page: 'packages/elements/api-report.md', name: 'api', markdown: apiReport('packages/elements') },
    { page: 'packages/server/api-report.md', name: 'api', markdown: apiReport('packages/server') },
  ];
}

/** What is said about security and accessibility without a test that shows it. */
function unproven(): readonly string[] {
  const read = (page: string): string => readFileSync(page, 'utf8');
  const [asvs, nist] = ['docs/standards/owasp-asvs-5.0.md', 'docs/standards/nist-sp-800-63b-4.md'] as const;
  const wcag = 'docs/accessibility.md';
  return [
    ...globSync([
      wcag,
      'SECURITY.md',
      'docs/security.md',
      'docs/threat-model.md',
      'docs/standards/*.md',
    ]).flatMap(missingEvidence),
    ...wrongRules(
      read('docs/security.md'),
      read('docs/threat-model.md'),
      testFiles().flatMap((file) => [...titlesIn(file)]),
    ),
    ...wrongAuditEvents(read('docs/security.md'), read('packages/server/src/activity/audit-event.ts')),
    ...missingRows(asvs, read(asvs), requirementsIn(ASVS_SECTIONS)),
    ...wrongRows(asvs, read(asvs), 2),
    ...wrongRows(nist, read(nist), 1),
    ...missingRows(wcag, read(wcag), WCAG_CRITERIA),
    ...wrongRows(wcag, read(wcag), 2),
  ];
}

/** Code in pages that does not fit the packages, and what the packages give that no page tells of. */
function wrongCode(): readonly string[] {
  const pages = globSync(['README.md', 'packages/*/README.md', 'docs/**/*.md']);
  const compiled = snippetProgram(
    process.cwd(),
    new Map(pages.map((page) => [page, readFileSync(page, 'utf8')])),
  );
  const configuration = readFileSync('docs/configuration.md', 'utf8');
  return [
    ...wrongSnippets(compiled),
    ...wrongShapes(compiled),
    ...membersOfMfa(compiled)
      .filter((name) => !configuration.includes(`mfa.${name}`))
      .map((name) => `docs/configuration.md does not tell of mfa.${name}`),
  ];
}

/** Everything in the documentation that the code proves wrong. */
async function problems(description: OpenApi): Promise<readonly string[]> {
  const found: string[] = [];
  for (const part of generatedParts(description)) {
    if (!(await isCurrent(part)))
      found.push(`${part.page}: the part "${part.name}" is not what the code says; npm run docs writes it`);
  }
  const ofBrowser = codesOfBrowser(readFileSync('packages/elements/src/ceremonies/ceremonies.ts', 'utf8'));
  found.push(
    ...wrongErrorCodes(readFileSync('docs/errors.md', 'utf8'), statusOfCodes(description), ofBrowser),
  );

  const configuration = readFileSync('docs/configuration.md', 'utf8');
  for (const name of settingNames('packages/server/src/configuration/configuration.ts')) {
    if (!configuration.includes(`| \`${name}\``)) found.push(`docs/configuration.md has no row for ${name}`);
  }

  found.push(
    ...wrongLogMessages(
      readFileSync('docs/operators/logs.md', 'utf8'),
      readFileSync('packages/server/src/ports/log.ts', 'utf8'),
    ),
    ...unproven(),
    ...wrongCode(),
  );
  const screen = screenWords();
  for (const page of globSync('docs/customers/*.md'))
    found.push(...wordsNotOnScreen(page, readFileSync(page, 'utf8'), screen));
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
