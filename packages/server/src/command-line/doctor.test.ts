import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Report } from '../doctor/doctor.ts';
import { systemClock } from '../ports/clock.ts';
import { generateKeyRing } from '../secrets/key-ring.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import { alreadyAt, inFile, type TestDatabase } from '../store/testing/databases.ts';
import { mfaKit } from './testing/mfa-kit.ts';

const keys = generateKeyRing();

describe('mfa-kit doctor', () => {
  let kit: RunningKit;
  let place: TestDatabase;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mfa-kit-doctor-'));
    place = await inFile();
    kit = await startKit({
      database: alreadyAt(place.url),
      configuration: { keys, clock: systemClock },
    });
  });
  after(async () => {
    await kit.close();
    await place.remove();
    await rm(folder, { recursive: true });
  });

  /** The configuration of the running kit, in a module as a host has it. */
  async function configured(name: string, change = ''): Promise<string> {
    const file = join(folder, `${name}.config.mjs`);
    await writeFile(
      file,
      `export default () => ({
         publicUrl: ${JSON.stringify(kit.origin)},
         serviceName: 'Test Notes',
         database: ${JSON.stringify(place.url)},
         keys: ${JSON.stringify(keys)},
         users: { find: async () => undefined },
         mailer: { send: async () => {}, check: async () => ({ encrypted: true, local: true }) },
         ${change}
       });`,
    );
    return file;
  }

  /** The words of the machine that runs the tests are left out: its disk, its file modes. */
  const lines = (output: string): string[] =>
    output.split('\n').filter((line) => line !== '' && !/database\.(?:room|file)/.test(line));

  it('prints each area, what was found and what mends it, and ends with 2 for a problem', async () => {
    const file = await configured('ill', "mailer: undefined, basePath: '/elsewhere',");
    const { code, output, errors } = await mfaKit(['doctor', '--config', file]);
    assert.deepEqual([code, errors], [2, ''], output);
    assert.deepEqual(lines(output).slice(-15, -1), [
      'clock     well',
      'keys      well',
      'jobs      well',
      'mail',
      '  ! mail.none: There is no mailer: people are not told of changes to their account.',
      '      mend:  Give `mailer`, `smtpMailer({ url, from })` or one of your own.',
      'web',
      '  ✗ web.other: What answers at `publicUrl` and `basePath` is not the kit of this configuration.',
      '      found: it answered 404, and no description',
      '      mend:  Mount `mfa.router` at `basePath`, let the proxy pass the path on as it is, and give both the same `publicUrl`.',
      '  · web.local: `publicUrl` is http on localhost: cookies go without `__Host-`, and nobody else can sign in.',
      '      mend:  For people, use https.',
      'proxy     well',
      'origin    well',
    ]);
    assert.match(output, /^1 problem, (?:1 warning|2 warnings), 1 hint$/m);
    for (const key of Object.values(keys.keys)) assert.ok(!output.includes(key), 'and tells no key (K6)');
  });

  it('answers JSON with --json, the same in other words', async () => {
    const file = await configured('well');
    const { code, output } = await mfaKit(['doctor', '--json', '--config', file]);
    const report = JSON.parse(output) as Report;
    assert.equal(code, report.worst === 'hint' ? 0 : 1, 'a file that others can read is a warning');
    const web = report.diagnoses.find(({ area }) => area === 'web');
    assert.deepEqual(web, {
      area: 'web',
      findings: [
        {
          code: 'web.local',
          level: 'hint',
          what: '`publicUrl` is http on localhost: cookies go without `__Host-`, and nobody else can sign in.',
          mend: 'For people, use https.',
        },
      ],
    });
    assert.deepEqual(
      report.diagnoses.flatMap(({ notChecked }) => notChecked ?? []),
      [],
    );
  });

  it('tells all mistakes of a configuration that the kit would not start with', async () => {
    const file = await configured('mistaken', "publicUrl: 'http://example.com', servicename: 'Notes',");
    const { code, output } = await mfaKit(['doctor', '--config', file]);
    assert.equal(code, 2);
    assert.match(output, /found: publicUrl: has to be https;/);
    assert.match(output, /found: configuration: there is no setting servicename; did you mean serviceName/);
    assert.match(output, /^keys {6}well$/m, 'and looks at what it can');
  });

  it('looks at database and keys with the words of the other commands, without a configuration', async () => {
    const ring = join(folder, 'keys.json');
    await writeFile(ring, JSON.stringify(keys), { mode: 0o644 });
    const environment = { DATABASE_URL: place.url, MFA_KEYS: `file:${ring}` };
    const { output } = await mfaKit(['doctor'], environment);
    assert.match(output, /^ {2}! keys\.file: .*\n {6}found: .*keys\.json has the mode 644$/m);
    assert.match(output, /^mail {6}not checked: without --config$/m);
    const without = await mfaKit(['doctor', '--database', place.url]);
    assert.match(without.output, /^keys {6}not checked: no ring was given$/m);
  });

  it('says that it looked at nothing when nothing was given, what that is and why, and does not call it well', async () => {
    const { code, output } = await mfaKit(['doctor']);
    assert.equal(code, 2);
    assert.match(
      output,
      /^database {2}not checked: no address: give --database or --config, or set DATABASE_URL$/m,
    );
    assert.match(output, /^clock {5}not checked: no database was given$/m);
    assert.match(output, /^keys {6}not checked: no database was given$/m);
    assert.match(output, /^nothing was looked at; mfa-kit --help says what to give$/m);
    assert.doesNotMatch(output, /0 problems/);
    const { output: json } = await mfaKit(['doctor', '--json']);
    assert.equal((JSON.parse(json) as { worst: string }).worst, 'problem');
  });

  it('names beside what it counts what it did not look at', async () => {
    const { output } = await mfaKit(['doctor', '--database', place.url]);
    assert.match(
      output,
      /^\d problems?, \d warnings?, \d hints?; not checked: keys, mail, web, proxy, origin$/m,
    );
  });

  it('ends with 2 and not with 1, which means warnings, when it could not look at all', async () => {
    const { code, output, errors } = await mfaKit(['doctor', '--config', join(folder, 'none.config.mjs')]);
    assert.deepEqual([code, output], [2, '']);
    assert.match(errors, /none\.config\.mjs cannot be read/);
  });
});
