import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readSettings, SettingsMistakes } from './settings.ts';

const RING = { current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64url') } };

function mistakesOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
  } catch (error) {
    assert.ok(error instanceof SettingsMistakes);
    return error.mistakes;
  }
  return [];
}

describe('readSettings', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'acme-settings-'));
  });

  after(() => rm(folder, { recursive: true }));

  it('has a default for everything', () => {
    const settings = readSettings({});
    assert.equal(settings.port, 4000);
    assert.match(settings.databaseUrl, /^sqlite:.+[\\/]\.data[\\/]demo\.sqlite$/);
    assert.equal(settings.publicUrl, undefined);
    assert.equal(settings.smtpUrl, undefined);
    assert.equal(settings.keys, undefined);
    assert.equal(settings.control, true);
    assert.equal(settings.jobs, true);
    assert.equal(settings.drain, false);
  });

  it('takes an empty variable as not set', () => {
    assert.equal(readSettings({ PORT: '', DEMO_CONTROL: ' ' }).port, 4000);
  });

  it('reads every setting', () => {
    const settings = readSettings({
      PORT: '0',
      DATABASE_URL: 'postgres://acme:secret@db.example:5432/notes',
      PUBLIC_URL: 'https://notes.example.com/',
      SMTP_URL: 'smtp://mail.example:2525',
      MFA_KEYS: JSON.stringify(RING),
      DEMO_CONTROL: '0',
      JOBS: '0',
      DRAIN: '3s',
    });
    assert.deepEqual(settings, {
      port: 0,
      databaseUrl: 'postgres://acme:secret@db.example:5432/notes',
      publicUrl: 'https://notes.example.com',
      smtpUrl: 'smtp://mail.example:2525',
      keys: RING,
      control: false,
      jobs: false,
      drain: '3s',
    });
  });

  it('reads the keys from a file', async () => {
    const path = join(folder, 'keys.json');
    await writeFile(path, JSON.stringify(RING));
    assert.deepEqual(readSettings({ MFA_KEYS: `file:${path}` }).keys, RING);
  });

  it('never serves the control API in production, whatever is asked for', () => {
    assert.equal(readSettings({ NODE_ENV: 'production', DEMO_CONTROL: '1' }).control, false);
  });

  it('tells all mistakes at once, each with the name of its variable', () => {
    const mistakes = mistakesOf({
      PORT: '70000',
      DATABASE_URL: 'mysql://x',
      PUBLIC_URL: 'ftp://x',
      SMTP_URL: 'mail.example',
      MFA_KEYS: '{',
      DEMO_CONTROL: 'yes',
      JOBS: 'no',
      DRAIN: '10s',
    });
    assert.deepEqual(
      mistakes.map((mistake) => mistake.split(' ')[0]),
      ['PORT', 'DATABASE_URL', 'PUBLIC_URL', 'SMTP_URL', 'MFA_KEYS', 'DEMO_CONTROL', 'JOBS', 'DRAIN'],
    );
  });

  for (const address of [
    'http://notes.example.com',
    'https://notes.example.com/path',
    'https://user@notes.example.com',
    'notes',
  ]) {
    it(`refuses ${address} as public address`, () => {
      assert.equal(mistakesOf({ PUBLIC_URL: address }).length, 1);
    });
  }

  for (const ring of [
    { current: 'k2', keys: RING.keys },
    { current: 'k1', keys: { k1: Buffer.alloc(31).toString('base64url') } },
    { current: 'k1', keys: { k1: 7 } },
    { keys: RING.keys },
  ]) {
    it(`refuses a key ring like ${JSON.stringify(ring).slice(0, 60)}`, () => {
      assert.equal(mistakesOf({ MFA_KEYS: JSON.stringify(ring) }).length, 1);
    });
  }

  it('K6: repeats neither a key nor a password of an address in a mistake', () => {
    const told = mistakesOf({
      MFA_KEYS: JSON.stringify({ current: 'k1', keys: { k1: 'c2hvcnQta2V5' } }),
      DATABASE_URL: 'mysql://acme:hunter2@db/notes',
      SMTP_URL: 'http://acme:hunter2@mail',
    }).join('\n');
    assert.doesNotMatch(told, /c2hvcnQta2V5|hunter2/);
  });
});
