import path from 'node:path';
import { compileElements } from './compile-elements.ts';

// Beside the declarations that `tsc -b` has written there.
compileElements(path.resolve(import.meta.dirname, '../../packages/elements/dist'));
