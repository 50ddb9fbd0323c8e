import path from 'node:path';
import { compileElements } from './compile-elements.ts';
import { bundleForScriptTag } from './script-tag.ts';
import { copyThemes } from './themes.ts';

const dist = path.resolve(import.meta.dirname, '../../packages/elements/dist');

// Beside the declarations that `tsc -b` has written there.
compileElements(dist);
await bundleForScriptTag(dist);
copyThemes(dist);
