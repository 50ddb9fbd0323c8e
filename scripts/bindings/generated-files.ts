import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { declarations } from '../manifest/declarations.ts';
import { bindables } from './bindable.ts';
import { elementTypes } from './element-types.ts';
import { frameworkTypes } from './framework-types.ts';
import { reactComponents } from './react-components.ts';

const elementsFolder = path.resolve(import.meta.dirname, '../../packages/elements');

/** Everything that is made from the manifest for frameworks: text by path, formatted as everything else in the repository. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const elements = bindables(declarations(), path.join(elementsFolder, 'src'));
  const files = [
    ['src/bindings/elements.ts', elementTypes(elements)] as const,
    ...[...frameworkTypes(elements)].map(([name, text]) => [`types/${name}.d.ts`, text] as const),
    ...[...reactComponents(elements)].map(([name, text]) => [`src/react/${name}`, text] as const),
  ];
  return new Map(
    await Promise.all(
      files.map(async ([name, text]) => {
        const file = path.join(elementsFolder, name);
        return [file, await format(text, { ...(await resolveConfig(file)), filepath: file })] as const;
      }),
    ),
  );
}
