import { rmSync } from 'node:fs';
import path from 'node:path';
import { compile } from './compile.ts';

// npm runs this before it packs the server. From nothing: what an earlier build left behind would be published too.
const server = path.resolve(import.meta.dirname, '../../packages/server');
const dist = path.join(server, 'dist');
rmSync(dist, { recursive: true, force: true });
compile({ configuration: path.join(server, 'tsconfig.build.json'), folder: dist, declarations: true });
