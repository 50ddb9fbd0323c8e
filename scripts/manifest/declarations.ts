import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const elementsFolder = path.join(root, 'packages/elements');

export interface Named {
  readonly name?: string;
  readonly description?: string;
}

export interface Inheritable extends Named {
  readonly default?: string;
  readonly inheritedFrom?: { readonly name?: string };
}

export interface Attribute extends Inheritable {
  readonly fieldName?: string;
  readonly type?: { readonly text: string };
}

export interface Member extends Inheritable {
  readonly kind: 'field' | 'method';
  readonly privacy?: 'public' | 'protected' | 'private';
  readonly static?: boolean;
  readonly readonly?: boolean;
}

export interface ElementEvent extends Named {
  readonly type?: { readonly text: string };
}

export interface ElementDeclaration extends Named {
  readonly tagName?: string;
  readonly summary?: string;
  readonly attributes?: readonly Attribute[];
  readonly members?: readonly Member[];
  readonly slots?: readonly Named[];
  readonly events?: readonly ElementEvent[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Inheritable[];
  readonly cssStates?: readonly Named[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly ElementDeclaration[] }[];
}

/** Everything that the manifest describes. Written to a folder of its own: the manifest of the package may be being written by somebody else at this moment. */
export function declarations(): readonly ElementDeclaration[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mfa-kit-manifest-'));
  try {
    const analyzer = path.join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
    const config = '../../custom-elements-manifest.config.mjs';
    const outdir = path.relative(elementsFolder, folder);
    const parameters = ['analyze', '--quiet', '--config', config, '--outdir', outdir];
    execFileSync(process.execPath, [analyzer, ...parameters], { cwd: elementsFolder, stdio: 'pipe' });
    const written = readFileSync(path.join(folder, 'custom-elements.json'), 'utf8');
    return (JSON.parse(written) as Manifest).modules.flatMap((module) => module.declarations ?? []);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
