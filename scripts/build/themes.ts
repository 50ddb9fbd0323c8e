import { cpSync } from 'node:fs';
import path from 'node:path';

const THEMES = path.resolve(import.meta.dirname, '../../packages/elements/src/themes');

/**
 * Puts the themes beside the elements, as they are: pages link them, or import them into style sheets of their own.
 *
 * @param dist folder of the compiled elements; the themes go into `themes` in it.
 */
export function copyThemes(dist: string): void {
  cpSync(THEMES, path.join(dist, 'themes'), { recursive: true });
}
