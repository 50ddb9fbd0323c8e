import path from 'node:path';
import ts from 'typescript';
import { minifiedTemplates } from './minified-templates.ts';

const CONFIGURATION = path.resolve(import.meta.dirname, '../../packages/elements/tsconfig.build.json');

/**
 * Compiles the elements as they are published. Types, and files that declare them, are the business of `tsc -b`.
 *
 * @param folder takes the modules, in folders like those of the sources.
 */
export function compileElements(folder: string): void {
  const options: ts.CompilerOptions = {
    outDir: folder,
    composite: false,
    declaration: false,
    declarationMap: false,
    incremental: false,
    noCheck: true,
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(CONFIGURATION, options, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: refuse,
  });
  if (!parsed) throw new Error(`There is no ${CONFIGURATION}`);
  delete parsed.options.tsBuildInfoFile;
  const program = ts.createProgram(parsed.fileNames, parsed.options);
  const { diagnostics } = program.emit(undefined, undefined, undefined, false, {
    before: [minifiedTemplates],
  });
  for (const diagnostic of diagnostics) refuse(diagnostic);
}

function refuse({ messageText }: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
}
