import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { apiReport } from './api-report.ts';

const FILES = {
  'package.json': JSON.stringify({
    name: 'kit',
    exports: { '.': { types: './dist/index.d.ts' }, './package.json': './package.json' },
  }),
  'dist/index.d.ts': `export { Door } from './door.js';\nexport type { Key as DoorKey } from './key.js';\n`,
  'dist/door.d.ts': `
    import type { Key } from './key.js';
    import type { Hinge, Secret } from './parts.js';
    /** Opens. */
    export declare class Door {
      #lock: unknown;
      private readonly secret: Secret;
      open(key: Key): Hinge;
    }`,
  'dist/key.d.ts': `export interface Key { readonly teeth: number }`,
  'dist/parts.d.ts': `
    export interface Hinge { readonly metal: 'steel' | 'brass'; readonly kind: Enum<{ steel: 'steel'; brass: 'brass' }> }
    export interface Secret { readonly word: string }
    export interface Unused { readonly reason: string }`,
};

describe('apiReport', () => {
  let report: string;
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'mfa-kit-api-'));
    mkdirSync(path.join(folder, 'dist'));
    for (const [file, content] of Object.entries(FILES)) writeFileSync(path.join(folder, file), content);
    report = apiReport(folder);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('says which module exports which names', () => {
    assert.match(report, /^- `kit`: `Door`, `DoorKey`$/m);
    assert.doesNotMatch(report, /package\.json/);
  });

  it('shows what is exported, without comments and without what a class keeps to itself', () => {
    assert.match(report, /\/\/ door\nexport declare class Door \{\s+open\(key: Key\): Hinge;\s+\}/);
    assert.match(report, /readonly teeth: number/);
  });

  it('shows what is not exported but part of it, and nothing else', () => {
    const [, made = ''] = report.split('## What they are made of');
    assert.match(made, /brass/);
    assert.doesNotMatch(report, /interface (Secret|Unused)/);
  });

  it('has what the compiler enumerates in one order, whatever the order in which it came upon it', () => {
    assert.match(report, /metal: 'brass' \| 'steel'/);
    assert.match(report, /brass: 'brass';\s+steel: 'steel';/);
  });
});
