import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openKeyRing, type KeyRing, type KeyRingSettings } from '../secrets/key-ring.ts';
import { open, seal } from '../secrets/sealing.ts';
import { openStore } from '../store/open-store.ts';
import { MIGRATIONS } from '../store/migrations/migrations.ts';
import { inFile, inPostgres, type MakeDatabase } from '../store/testing/databases.ts';
import { Person } from '../store/testing/person.ts';
import { factorPlace } from '../totp/totp-check.ts';
import { mfaKit } from './testing/mfa-kit.ts';
import { totpFactorsOf } from '../store/testing/totp-of.ts';

/** There, which is all that is looked at before the target. */
const THIS_FILE = fileURLToPath(import.meta.url);

const newKey = (): string => randomBytes(32).toString('base64url');
const [first, second] = [newKey(), newKey()];
const old: KeyRingSettings = { current: 'k1', keys: { k1: first } };
const rotated: KeyRingSettings = { current: 'k2', keys: { k1: first, k2: second } };

const databases: Record<string, MakeDatabase> = { SQLite: inFile, PostgreSQL: inPostgres };
for (const [name, make] of Object.entries(databases)) {
  describe(`the command line over ${name}`, { concurrency: false }, () => {
    let database: string;
    let remove: () => Promise<void>;
    before(async () => {
      ({ url: database, remove } = await make());
    });
    after(() => remove());

    it('migrate brings the database up to date, and says when there is nothing to do', async () => {
      const names = MIGRATIONS.map((migration) => migration.name).join(', ');
      const expected = { code: 0, output: `applied: ${names}\n`, errors: '' };
      assert.deepEqual(await mfaKit(['migrate', '--database', database]), expected);
      const again = await mfaKit(['migrate'], { DATABASE_URL: database });
      assert.deepEqual(again, { code: 0, output: 'nothing to do\n', errors: '' });
    });

    it('keys rotate seals what is stored with the current key, and keys check says what each is needed for', async () => {
      const ring = await openKeyRing(old);
      const store = openStore(database);
      const person = await personWithSecret(store, ring);

      const before = await mfaKit(['keys', 'check', '--database', database, '--keys', JSON.stringify(old)]);
      assert.deepEqual(before, {
        code: 0,
        output: 'k1: 1 secrets, 10 recovery codes; current\n',
        errors: '',
      });

      const environment = { DATABASE_URL: database, MFA_KEYS: JSON.stringify(rotated) };
      const rotation = await mfaKit(['keys', 'rotate'], environment);
      const left =
        'k1: 0 secrets, 10 recovery codes; still needed\nk2: 1 secrets, 0 recovery codes; current\n';
      assert.deepEqual(rotation, {
        code: 0,
        output: `1 secrets sealed anew with k2\n${left}`,
        errors: '',
      });
      const [factor] = await totpFactorsOf(store, person.id);
      const place = factorPlace(person.id, factor!.id);
      assert.deepEqual(
        open(await openKeyRing(rotated), 'totp-secret', place, factor!.secret),
        Buffer.alloc(20, 7),
      );
      await store.close();

      const after = await mfaKit(['keys', 'check'], environment);
      assert.equal(after.output, left);
      const spare = { ...rotated, keys: { ...rotated.keys, k3: newKey() } };
      const withSpare = await mfaKit(['keys', 'check'], { ...environment, MFA_KEYS: JSON.stringify(spare) });
      assert.match(withSpare.output, /^k3: 0 secrets, 0 recovery codes; not used$/m);
    });

    it('keys rotate goes on past a secret that it cannot open, names it, and ends with 1', async () => {
      const store = openStore(database);
      const ring = await openKeyRing(old);
      const [broken, sound] = [await personWithSecret(store, ring), await personWithSecret(store, ring)];
      const [factor] = await totpFactorsOf(store, broken.id);
      const place = factorPlace(broken.id, factor!.id);
      const foreign = seal(ring, 'totp-secret', { ...place, user: 'another' }, Buffer.alloc(20, 7));
      await store.reseal([{ place, from: factor!.secret, to: foreign }], []);
      const words = ['keys', 'rotate', '--database', database, '--keys', JSON.stringify(rotated)];
      const { code, output, errors } = await mfaKit(words);
      assert.equal(code, 1);
      assert.match(
        output,
        /^1 secrets sealed anew with k2\nk1: 1 secrets, \d+ recovery codes; still needed\n/,
      );
      assert.match(
        errors,
        new RegExp(
          `^cannot be opened: the authenticator ${factor!.id} of the person ${broken.id}\n1 secrets`,
        ),
      );
      assert.equal((await totpFactorsOf(store, sound.id))[0]?.secret.keyId, 'k2');
      await store.close();
    });

    for (const command of ['check', 'rotate']) {
      it(`keys ${command} refuses a ring that the database was not made with, in words`, async () => {
        const wrong = { current: 'k1', keys: { k1: newKey(), k2: second } };
        const words = ['keys', command, '--database', database, '--keys', JSON.stringify(wrong)];
        const { code, output, errors } = await mfaKit(words);
        assert.deepEqual([code, output], [1, '']);
        assert.match(errors, /^this database was written with other keys than those given as k1;.*\n$/);
        for (const key of Object.values(wrong.keys))
          assert.ok(!errors.includes(key), 'and tells no key (K6)');
      });
    }
  });
}

describe('the command line, for a user who may not create tables', () => {
  it('says how they may', async () => {
    const { url, remove } = await inPostgres();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const user = `few_${randomBytes(4).toString('hex')}`;
    await client.query(`CREATE USER ${user}`);
    const database = new URL(url);
    database.username = user;
    const { code, errors } = await mfaKit(['migrate', '--database', database.href]);
    await client.query(`DROP USER ${user}`);
    await client.end();
    await remove();
    assert.equal(code, 1);
    assert.match(errors, /^permission denied for schema .*\nRun `migrate` as a user who may/);
  });
});

describe('the command line', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mfa-kit-command-line-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('keys generate prints a ring that can be used as it is, another one each time', async () => {
    const [one, other] = await Promise.all([mfaKit(['keys', 'generate']), mfaKit(['keys', 'generate'])]);
    assert.deepEqual([one.code, one.errors], [0, '']);
    assert.equal((await openKeyRing(JSON.parse(one.output) as KeyRingSettings)).current, 'k1');
    assert.notEqual(one.output, other.output);
  });

  it('takes database, ring and key provider from the configuration that the host gives to createMfa()', async () => {
    const file = join(folder, 'mfa.config.mjs');
    const database = `sqlite:${join(folder, 'configured.sqlite')}`;
    await writeFile(
      file,
      `const turned = (text) => [...text].reverse().join('');
       const keyProvider = {
         wrap: async (key, id) => id + turned(key.toString('base64url')),
         unwrap: async (wrapped, id) => Buffer.from(turned(wrapped.slice(id.length)), 'base64url'),
       };
       export default async () => ({
         database: ${JSON.stringify(database)},
         keys: { current: 'k1', keys: { k1: await keyProvider.wrap(Buffer.alloc(32, 1), 'k1') } },
         keyProvider,
       });`,
    );
    await mfaKit(['migrate', '--config', file]);
    const words = ['keys', 'check', '--config', file];
    const checked = { code: 0, output: 'k1: 0 secrets, 0 recovery codes; current\n', errors: '' };
    assert.deepEqual(await mfaKit(words, { MFA_KEYS: JSON.stringify(old) }), checked);

    const made = await mfaKit(['keys', 'generate', '--id', 'k7', '--config', file]);
    const ring = JSON.parse(made.output) as KeyRingSettings;
    assert.equal(ring.current, 'k7');
    assert.match(ring.keys['k7'] ?? '', /^k7[\w-]{43}$/);
    const turned = Array.from(Buffer.alloc(32, 1).toString('base64url')).reverse().join('');
    const both = { ...ring, keys: { ...ring.keys, k1: `k1${turned}` } };
    const after = await mfaKit([...words, '--keys', JSON.stringify(both)]);
    assert.equal(
      after.output,
      'k7: 0 secrets, 0 recovery codes; current\nk1: 0 secrets, 0 recovery codes; not used\n',
    );
  });

  it('says which key its provider does not unwrap, and why', async () => {
    const file = join(folder, 'away.config.mjs');
    await writeFile(
      file,
      `export default {
         database: 'sqlite::memory:',
         keys: { current: 'k1', keys: { k1: 'wrapped' } },
         keyProvider: { wrap() {}, unwrap: () => Promise.reject(new Error('the key service is away')) },
       };`,
    );
    const { code, output, errors } = await mfaKit(['keys', 'rotate', '--config', file]);
    assert.deepEqual([code, output], [1, '']);
    assert.equal(errors, 'key k1 could not be unwrapped: the key service is away\n');
  });

  it('reads the ring from a file where that is named', async () => {
    const file = join(folder, 'keys.json');
    await writeFile(file, JSON.stringify(old));
    const database = `sqlite:${join(folder, 'store.sqlite')}`;
    await mfaKit(['migrate', '--database', database]);
    const { output } = await mfaKit(['keys', 'check', '--database', database, '--keys', `file:${file}`]);
    assert.equal(output, 'k1: 0 secrets, 0 recovery codes; current\n');
  });

  const onWhatIsThere = {
    'keys check': ['keys', 'check'],
    'mails retry': ['mails', 'retry'],
    'post-restore': ['post-restore', '--backup-taken-at', '2026-01-15T03:00:00Z'],
    'report review': ['report', 'review'],
  };
  for (const [name, words] of Object.entries(onWhatIsThere)) {
    it(`${name} makes no database of a wrong path, and finds nothing in it`, async () => {
      const file = join(folder, 'mistyped.sqlite');
      const environment = { DATABASE_URL: `sqlite:${file}`, MFA_KEYS: JSON.stringify(old) };
      assert.deepEqual(await mfaKit(words, environment), {
        code: 1,
        output: '',
        errors: `there is no file ${file}: correct the address, or run mfa-kit migrate where the kit has never been started\n`,
      });
      assert.equal(existsSync(file), false);
    });
  }

  it('--help prints how it is used', async () => {
    const { code, output, errors } = await mfaKit(['--help']);
    assert.deepEqual([code, errors], [0, '']);
    for (const command of ['migrate', 'keys generate', 'keys check', 'keys rotate', 'post-restore'])
      assert.ok(output.includes(`  ${command} `), command);
  });

  const short = newKey().slice(0, 10);
  const database = ['--database', 'sqlite::memory:'];
  const mistakes: Record<
    string,
    { readonly words: readonly string[]; readonly says: RegExp; readonly isFailure?: true }
  > = {
    'no command': { words: [], says: /^usage: mfa-kit <command>/ },
    'an unknown command': {
      words: ['nonsense'],
      says: /^there is no command nonsense; mfa-kit --help says which there are$/m,
    },
    'a command with a slip': {
      words: ['docter', '--database', 'sqlite::memory:'],
      says: /^there is no command docter; did you mean doctor\?$/m,
    },
    'half of a command': {
      words: ['keys'],
      says: /^there is no command keys; did you mean keys generate, keys check or keys rotate\?$/m,
    },
    'an unknown part of a command': {
      words: ['keys', 'lose'],
      says: /^there is no command keys lose; did you mean keys generate, keys check or keys rotate\?$/m,
    },
    'a word too many': {
      words: ['migrate', 'now'],
      says: /^there is no command migrate now; did you mean migrate\?$/m,
    },
    'an unknown option': {
      words: ['migrate', '--databse', 'x'],
      says: /^there is no option --databse; did you mean --database\?$/m,
    },
    'an option without its value': { words: ['migrate', '--database'], says: /^Option '--database/ },
    'no database': { words: ['migrate'], says: /^no database: give --database or set DATABASE_URL$/m },
    'no ring': { words: ['keys', 'check', ...database], says: /^no key ring: give --keys or set MFA_KEYS$/m },
    'a ring that is not JSON': {
      words: ['keys', 'check', ...database, '--keys', '{k1'],
      says: /^the key ring is not JSON$/m,
    },
    'a ring of another form': {
      words: ['keys', 'check', ...database, '--keys', '{"k1":"abc"}'],
      says: /^the key ring is not of the right form\n {2}- current: /,
    },
    'a ring that is null': {
      words: ['keys', 'check', ...database, '--keys', 'null'],
      says: /^the key ring is not of the right form\n {2}- keys: /,
    },
    'a ring whose current key is missing': {
      words: ['keys', 'check', ...database, '--keys', JSON.stringify({ current: 'k2', keys: { k1: first } })],
      says: /current: current has to name one of keys/,
    },
    'a key that is too short': {
      words: ['keys', 'check', ...database, '--keys', JSON.stringify({ current: 'k1', keys: { k1: short } })],
      says: /^key k1: expected 32 bytes, found 7$/m,
      isFailure: true,
    },
    'a name that no key can have': { words: ['keys', 'generate', '--id', 'k 2'], says: /^--id has to be / },
    'a configuration that is not there': {
      words: ['keys', 'check', '--config', 'no-such.config.mjs'],
      says: /^the configuration no-such\.config\.mjs cannot be read: /,
    },
    'a module that gives no configuration': {
      words: ['keys', 'check', '--config', fileURLToPath(new URL('usage-error.ts', import.meta.url))],
      says: /usage-error\.ts has no configuration for createMfa\(\) as its default export$/m,
    },
    'a file that is not there': {
      words: ['keys', 'check', ...database, '--keys', 'file:/no/such/file.json'],
      says: /^the key ring cannot be read: .*no such file or directory.*\/no\/such\/file\.json/,
      isFailure: true,
    },
    'a database that does not answer': {
      words: ['migrate', '--database', 'postgres://nobody@localhost:1/none'],
      says: /ECONNREFUSED.*\nThe database does not answer\. Start it, or correct the address/,
      isFailure: true,
    },
    'a database to move to that does not answer': {
      words: ['move', '--from', `sqlite:${THIS_FILE}`, '--to', 'postgres://nobody@localhost:1/none'],
      says: /ECONNREFUSED.*\nThe database does not answer\. Start it, or correct the address/,
      isFailure: true,
    },
    'an address of another database': {
      words: ['migrate', '--database', 'mysql://localhost/none'],
      says: /^the database has to be sqlite:<path> or postgres:\/\/…$/m,
    },
    'a path where an address should be': {
      words: ['doctor', '--database', 'mfa.sqlite'],
      says: /^the database has to be sqlite:<path> or postgres:\/\/…$/m,
    },
    'a database that the kit was never in': {
      words: ['mails', 'failed', '--database', 'sqlite::memory:'],
      says: /^this database has no tables of the kit: correct the address, or run mfa-kit migrate/,
      isFailure: true,
    },
    'a file that cannot be a database': {
      words: ['migrate', '--database', `sqlite:${tmpdir()}`],
      says: /^the database .* cannot be opened: /,
      isFailure: true,
    },
  };
  for (const [what, { words, says, isFailure }] of Object.entries(mistakes)) {
    it(`says in words, without a stack, that there is ${what}`, async () => {
      const { code, output, errors } = await mfaKit(words);
      assert.deepEqual([code, output], [isFailure === true ? 1 : 2, '']);
      assert.match(errors, says);
      assert.doesNotMatch(errors, /^\s+at /m);
    });
  }
});

/** Somebody with an authenticator and ten recovery codes, under the ring's current key. */
async function personWithSecret(store: ReturnType<typeof openStore>, ring: KeyRing): Promise<Person> {
  const person = await Person.signedIn(store);
  const enrolment = person.enrolment();
  await store.startTotpEnrolment(enrolment, 10);
  const place = factorPlace(person.id, enrolment.id);
  const secret = seal(ring, 'totp-secret', place, Buffer.alloc(20, 7));
  await store.confirmTotpEnrolment(await person.confirmation(enrolment, { secret }), 10);
  return person;
}
