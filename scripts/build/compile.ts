import ts from 'typescript';

/** What is compiled, and into what. */
export interface Compilation {
  /** Path of the tsconfig.json that names the sources. */
  readonly configuration: string;
  /** Takes the modules, in folders like those of the sources. */
  readonly folder: string;
  /** Whether files that declare types are written beside the modules. */
  readonly declarations: boolean;
  /** What becomes of modules once their types are gone. */
  readonly after?: readonly ts.TransformerFactory<ts.SourceFile>[];
}

/** Writes modules as they are published. Whether the types are right is the business of `tsc -b`; source maps would lead to sources that are not published. */
export function compile({ configuration, folder, declarations, after = [] }: Compilation): void {
  const options: ts.CompilerOptions = {
    outDir: folder,
    composite: false,
    declaration: declarations,
    declarationMap: false,
    sourceMap: false,
    incremental: false,
    noCheck: true,
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(configuration, options, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: refuse,
  });
  if (!parsed) throw new Error(`There is no ${configuration}`);
  delete parsed.options.tsBuildInfoFile;
  const program = ts.createProgram(parsed.fileNames, parsed.options);
  const { diagnostics } = program.emit(undefined, undefined, undefined, false, { after: [...after] });
  for (const diagnostic of diagnostics) refuse(diagnostic);
}

function refuse({ messageText }: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
}
