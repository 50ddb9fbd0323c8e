import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Where tests, and the suites and races that they run, are written down. */
const TEST_FILES = ['{packages,demo,scripts,test}/**/*.{test,suite,races}.ts', 'test/attacks/groups/**/*.ts'];

const TEST_FUNCTION = /^(describe|it|test)/;

/** Whether titles may be found in a file, by its path from the root. */
export const mayHaveTitles = (file: string): boolean =>
  /\.(test|suite|races)\.ts$/.test(file) || /^test\/attacks\/groups\/.*\.ts$/.test(file);

/** All files with titles of tests. */
export const testFiles = (): readonly string[] =>
  globSync(TEST_FILES, { exclude: ['**/node_modules/**', '**/dist/**'] });

/** A text as it is written; what a template puts into it is `…`. */
function textOf(node: ts.Node | undefined): string | undefined {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

const isTitle = (name: ts.PropertyName): boolean => ts.isIdentifier(name) && name.text === 'title';

/** A row of a table: a list in a list. */
const isRow = (node: ts.Node): node is ts.ArrayLiteralExpression =>
  ts.isArrayLiteralExpression(node) && ts.isArrayLiteralExpression(node.parent);

function titleAt(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node)) {
    const { expression } = node;
    const called = ts.isPropertyAccessExpression(expression) ? expression.expression : expression;
    return ts.isIdentifier(called) && TEST_FUNCTION.test(called.text) ? textOf(node.arguments[0]) : undefined;
  }
  // Tests that are made of a table: rows that begin with their title, or name it.
  if (ts.isPropertyAssignment(node)) return isTitle(node.name) ? textOf(node.initializer) : undefined;
  return isRow(node) ? textOf(node.elements[0]) : undefined;
}

/**
 * The titles of tests and of groups of tests in a source text.
 *
 * @returns what a person reads in a report; `…` stands for each part that is filled in while the tests run
 */
export function titlesOf(source: string): ReadonlySet<string> {
  const titles = new Set<string>();
  const visit = (node: ts.Node): void => {
    const title = titleAt(node);
    if (title !== undefined) titles.add(title);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('tests.ts', source, ts.ScriptTarget.Latest, true));
  return titles;
}

/** The titles in a file. */
export const titlesIn = (file: string): ReadonlySet<string> => titlesOf(readFileSync(file, 'utf8'));
