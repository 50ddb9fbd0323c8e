import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../../frameworks');

/** The security page once more, in a framework. */
export interface Framework {
  /** Of its folder, and in its address. */
  readonly name: string;
  readonly title: string;
  /** Names of the policies by which the framework makes what the browser trusts. */
  readonly trustedTypes: readonly string[];
}

/** In the order in which they are listed. */
export const FRAMEWORKS: readonly Framework[] = [
  { name: 'html', title: 'HTML', trustedTypes: [] },
  { name: 'react', title: 'React', trustedTypes: [] },
  { name: 'vue', title: 'Vue', trustedTypes: ['vue'] },
  { name: 'svelte', title: 'Svelte', trustedTypes: ['svelte-trusted-html'] },
  { name: 'solid', title: 'Solid', trustedTypes: ['default'] },
  { name: 'angular', title: 'Angular', trustedTypes: ['angular'] },
];

/** Where the built page lies, if somebody built it: none of the frameworks is part of the demo's own installation. */
export function builtPage({ name }: Framework): string {
  return path.join(FOLDER, name, 'dist');
}

function isBuilt(framework: Framework): boolean {
  return existsSync(path.join(builtPage(framework), 'index.html'));
}

/** @returns the page, or undefined where it is not built. */
export async function readBuiltPage(framework: Framework): Promise<string | undefined> {
  return isBuilt(framework) ? readFile(path.join(builtPage(framework), 'index.html'), 'utf8') : undefined;
}

/** The list of all of them, for the page that leads to them. */
export function frameworkList(address: string): string {
  const items = FRAMEWORKS.map((framework) => {
    const { name, title } = framework;
    return isBuilt(framework)
      ? `<li class="card"><a href="${address}/${name}/">${title}</a></li>`
      : `<li class="card"><span>${title}</span><span class="quiet">not built yet: <code>npm run frameworks ${name}</code></span></li>`;
  });
  return `<ul class="frameworks">${items.join('')}</ul>`;
}
