import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { leaveNoneBehind } from '../../../../test/support/none-left-behind.ts';

const program = fileURLToPath(new URL('ending-server.fixture.ts', import.meta.url));

interface Ending {
  readonly child: ChildProcess;
  readonly url: string;
  readonly said: readonly string[];
  /** Settles when it has said so. */
  until(line: string): Promise<void>;
  readonly code: Promise<number | null>;
}

async function start(drain: string, within: string): Promise<Ending> {
  const child = spawn(process.execPath, [program, drain, within], { stdio: ['ignore', 'pipe', 'inherit'] });
  leaveNoneBehind(child);
  // Then all that it said is here; at its exit some may still be on the way.
  const code = once(child, 'close').then(([status]) => status as number | null);
  const said: string[] = [];
  const waiting: { line: RegExp; go: (found: string) => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line);
    for (const one of waiting) if (one.line.test(line)) one.go(line);
  });
  const heard = (line: RegExp): Promise<string> =>
    new Promise((go) => {
      const already = said.find((one) => line.test(one));
      if (already === undefined) waiting.push({ line, go });
      else go(already);
    });
  const [, port = ''] = (await heard(/^port /)).split(' ');
  return {
    child,
    code,
    said,
    url: `http://127.0.0.1:${port}`,
    async until(line) {
      await heard(new RegExp(`^${line}$`));
    },
  };
}

describe('a process that is told to end', () => {
  it('exits with 0 after everything was closed, and at SIGINT waits for no balancer', async () => {
    const process = await start('1s', '60s');
    process.child.kill('SIGTERM');
    assert.equal(await process.code, 0);
    assert.deepEqual(process.said.slice(1), ['shutting down', 'then', 'shut down']);
    const atDesk = await start('50s', '60s');
    atDesk.child.kill('SIGINT');
    assert.equal(await atDesk.code, 0);
  });

  it('ends its drain when it is told again', async () => {
    const process = await start('50s', '60s');
    process.child.kill('SIGTERM');
    await process.until('shutting down');
    process.child.kill('SIGTERM');
    assert.equal(await process.code, 0);
  });

  it('exits with 1 when its time is over, whatever is still under way and however often it was told', async () => {
    const process = await start('1s', '2s');
    const cutOff = once(get(`${process.url}/held`), 'error');
    await process.until('held');
    for (const signal of ['SIGTERM', 'SIGTERM', 'SIGINT'] as const) process.child.kill(signal);
    assert.equal(await process.code, 1);
    await cutOff;
    assert.equal(process.said.at(-1), 'shutting down took too long; what is under way is cut off');
  });
});
