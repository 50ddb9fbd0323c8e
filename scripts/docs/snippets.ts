import ts from 'typescript';
import type { SnippetProgram } from './snippet-program.ts';

/** Names that no piece declares are the reader's own. Of the kit's, those that are taken for granted are known. */
const UNKNOWN_NAMES = [2304, 2552, 18_004];
/** So are modules that are not there, unless they ought to be the kit's. */
const UNKNOWN_MODULES = [2307, 2882];
/** Tags in JSX have another list in each framework; test/frameworks compiles the pages of all of them. */
const UNKNOWN_TAGS = [2339];

/**
 * Holds the code in pages against what the packages export: a setting, a function or a module that is not there, or is called in another way.
 *
 * @returns what is wrong, for people
 */
export function wrongSnippets({ program, snippets }: SnippetProgram): readonly string[] {
  return snippets.flatMap(({ page, title, code, source, language }) =>
    [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      .filter((one) => !isTheReaders(one, language))
      .map(({ messageText }) => {
        const place = title === '' ? firstLine(code) : title;
        return `${page} (${place}): ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      }),
  );
}

function isTheReaders({ code, messageText }: ts.Diagnostic, language: string): boolean {
  const text = ts.flattenDiagnosticMessageText(messageText, ' ');
  if (UNKNOWN_NAMES.includes(code)) return true;
  if (UNKNOWN_MODULES.includes(code)) return text.includes('.css') || !text.includes("'@mfa-kit/");
  return language === 'tsx' && UNKNOWN_TAGS.includes(code) && text.includes('JSX.IntrinsicElements');
}

function firstLine(code: string): string {
  return code.slice(0, code.indexOf('\n'));
}
