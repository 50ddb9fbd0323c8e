import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { compileElements } from './compile-elements.ts';
import { bundleForScriptTag } from './script-tag.ts';
import { copyThemes } from './themes.ts';

// npm runs this before it packs the elements. From nothing: what an earlier build left behind would be published too.
const elements = path.resolve(import.meta.dirname, '../../packages/elements');
const dist = path.join(elements, 'dist');
rmSync(dist, { recursive: true, force: true });
compileElements(dist, true);
await bundleForScriptTag(dist);
copyThemes(dist);
const analyzer = path.resolve(elements, '../../node_modules/@custom-elements-manifest/analyzer/cem.js');
const parameters = ['analyze', '--quiet', '--config', '../../custom-elements-manifest.config.mjs'];
execFileSync(process.execPath, [analyzer, ...parameters], { cwd: elements, stdio: 'inherit' });
