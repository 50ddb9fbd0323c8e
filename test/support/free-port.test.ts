import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { freePort } from './free-port.ts';

describe('A free port', () => {
  it('is one that a program can listen on', async () => {
    const program = createServer().listen(await freePort());
    await once(program, 'listening');
    program.close();
    await once(program, 'close');
  });

  it('is given to one program only, also before that listens', async () => {
    const ports = await Promise.all(Array.from({ length: 100 }, freePort));
    assert.equal(new Set(ports).size, 100);
  });
});
