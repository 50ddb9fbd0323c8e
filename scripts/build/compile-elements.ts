import path from 'node:path';
import { compile } from './compile.ts';
import { minifiedTemplates } from './minified-templates.ts';

const CONFIGURATION = path.resolve(import.meta.dirname, '../../packages/elements/tsconfig.build.json');

/**
 * Compiles the elements as they are published.
 *
 * @param folder takes the modules, in folders like those of the sources.
 * @param declarations whether files that declare types are written too; `tsc -b` writes them as well.
 */
export function compileElements(folder: string, declarations = false): void {
  compile({ configuration: CONFIGURATION, folder, declarations, after: [minifiedTemplates] });
}
