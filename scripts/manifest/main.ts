import { readFileSync } from 'node:fs';
import path from 'node:path';
import { modulesOf } from './modules.ts';
import { usageIn, type Usage } from './usage.ts';

interface Named {
  readonly name: string;
}

interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly summary?: string;
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations?: readonly Declaration[] }[];
}

const elements = path.resolve(import.meta.dirname, '../../packages/elements');
const foundation = path.join(elements, 'src', 'foundation');

/** What a page can see and set is what it will rely on, so all of it has to be written down. */
function undocumented(module: string, element: Declaration): string[] {
  const source = path.join(elements, module.replace(/^dist\//, 'src/').replace(/\.js$/, '.ts'));
  const usages = [...modulesOf(source, foundation)].map((file) => usageIn(readFileSync(file, 'utf8')));
  const used = (kind: keyof Usage): Set<string> => new Set(usages.flatMap((usage) => [...usage[kind]]));
  const compare = (kind: keyof Usage, tag: string, documented: readonly Named[] = []): string[] => {
    const names = new Set(documented.map(({ name }) => name));
    return [...used(kind)].filter((name) => !names.has(name)).map((name) => `${name} has no ${tag}`);
  };
  return [
    ...(element.summary === undefined ? ['the class has no @summary'] : []),
    ...compare('parts', '@csspart', element.cssParts),
    ...compare('tokens', '@cssprop', element.cssProperties),
    ...compare('states', '@cssstate', element.cssStates),
  ];
}

const manifest = JSON.parse(readFileSync(path.join(elements, 'custom-elements.json'), 'utf8')) as Manifest;
let checked = 0;
for (const { path: module, declarations = [] } of manifest.modules) {
  for (const element of declarations) {
    if (element.tagName === undefined) continue;
    checked += 1;
    const problems = undocumented(module, element);
    if (problems.length === 0) continue;
    console.log(`<${element.tagName}> (${element.name})\n  ${problems.join('\n  ')}`);
    process.exitCode = 1;
  }
}
console.log(`${String(checked)} elements looked at`);
