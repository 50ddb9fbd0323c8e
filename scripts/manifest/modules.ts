import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The module of an element and what it is made of: files of its own folder and of the foundation, as far as it imports
 * them. Other elements that it composes document themselves.
 *
 * @param file the module of the element
 * @param foundation folder of what all elements share
 * @returns paths
 */
export function modulesOf(file: string, foundation: string): ReadonlySet<string> {
  const folder = path.dirname(file);
  const found = new Set<string>();
  const follow = (module: string): void => {
    const isOurs = [folder, foundation].some((place) => module.startsWith(place + path.sep));
    if (found.has(module) || !isOurs || !existsSync(module)) return;
    found.add(module);
    for (const [, target = ''] of readFileSync(module, 'utf8').matchAll(/from '(\.[^']+)\.js'/g)) {
      follow(path.resolve(path.dirname(module), `${target}.ts`));
    }
  };
  follow(file);
  return found;
}
