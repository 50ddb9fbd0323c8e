import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../test/support/postgres.ts';
import { startCluster } from './cluster.ts';
import { PASSWORD } from './host/people.ts';
import { startMailSink } from './mail-sink.ts';

const root = path.resolve(import.meta.dirname, '../..');

function run(...command: readonly string[]): void {
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

/** Everything on one machine, with nothing to set up; gone when it ends. */
async function main(): Promise<void> {
  run(
    'node_modules/typescript/bin/tsc',
    '-b',
    'packages/server/tsconfig.build.json',
    'packages/elements/tsconfig.build.json',
  );
  run('examples/two-nodes/build.mjs');
  const { generateKeyRing } = await import('@mfa-kit/server');

  const folder = mkdtempSync(path.join(os.tmpdir(), 'two-nodes-'));
  const keysFile = path.join(folder, 'mfa-keys.json');
  writeFileSync(keysFile, JSON.stringify(generateKeyRing()));
  chmodSync(keysFile, 0o400);
  const postgres = await startPostgres();
  const mail = await startMailSink(0, ({ to, subject }) => {
    console.log(`mail to ${to.join(', ')}: ${subject}`);
  });
  const cluster = await startCluster({
    port: Number(process.env['PORT'] ?? 8080),
    nodes: 2,
    databaseUrl: postgres.url,
    smtpUrl: mail.url,
    keysFile,
    heard: (line) => {
      console.log(line);
    },
  });
  console.log(
    [
      '',
      `  Two nodes are at ${cluster.url}`,
      '',
      `  People: ada@example.com, grace@example.com, linus@example.com, all with the password "${PASSWORD}"`,
      `  Nodes: ${cluster.nodes.map(({ url, child }) => `${url} (process ${String(child.pid)})`).join(', ')}`,
      '',
      '  End one of them and go on; Ctrl+C ends all.',
      '',
    ].join('\n'),
  );

  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      void end();
    });
  }

  async function end(): Promise<void> {
    const complete = await cluster.stop();
    await mail.close();
    await postgres.stop();
    rmSync(folder, { recursive: true });
    process.exit(complete ? 0 : 1);
  }
}

await main();
