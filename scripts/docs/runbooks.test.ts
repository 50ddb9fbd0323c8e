import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { StoredSession } from '../../packages/server/src/sessions/sessions.store.ts';
import { openDatabase, openStore } from '../../packages/server/src/store/open-store.ts';
import { step, together } from '../../packages/server/src/store/sql/unit-of-work.ts';
import { inFile, inPostgres, type MakeDatabase } from '../../packages/server/src/store/testing/databases.ts';
import { addPasskey } from '../../packages/server/src/store/testing/passkeys.ts';
import { Person, START } from '../../packages/server/src/store/testing/person.ts';
import type { Mfa } from '@mfa-kit/server';
import { pagesRoutes } from '../../demo/server/pages/pages.routes.ts';
import { indentedCodeBlocks } from './code-blocks.ts';

const root = path.resolve(import.meta.dirname, '../..');
const pages = globSync('docs/operators/*.md', { cwd: root }).sort();
const read = (page: string): string => readFileSync(path.join(root, page), 'utf8');

const statementsIn = (page: string): readonly string[] =>
  indentedCodeBlocks(read(page))
    .filter(({ language }) => language === 'sql')
    .flatMap(({ code }) => code.split(/;\s*$/m))
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');

/** Runs statements of a page in one transaction, as an operator would at a prompt. */
async function run(url: string, statements: readonly string[]): Promise<void> {
  const database = openDatabase(url);
  try {
    await database.transaction(() => together(statements.map((statement) => step(statement))));
  } finally {
    await database.close();
  }
}

const databases: Record<string, MakeDatabase> = { SQLite: inFile, PostgreSQL: inPostgres };
for (const [name, make] of Object.entries(databases)) {
  describe(`the statements of the runbooks, over ${name}`, () => {
    const withDatabase = (use: (url: string) => Promise<void>) => async (): Promise<void> => {
      const { url, remove } = await make();
      const store = openStore(url);
      await store.migrate(START);
      await store.close();
      try {
        await use(url);
      } finally {
        await remove();
      }
    };

    for (const page of pages.filter((one) => statementsIn(one).length > 0)) {
      it(
        `run as they are written: ${page}`,
        withDatabase((url) => run(url, statementsIn(page))),
      );
    }

    it(
      'take away what is under one key, and let whoever has nothing else only set up anew',
      withDatabase(async (url) => {
        const store = openStore(url);
        const sealedBy = async (keyId: string, person: Person): Promise<void> => {
          await person.addFactor({ secret: { keyId, box: 'box' } });
        };
        const bare = await Person.signedIn(store);
        await sealedBy('k1', bare);
        const withApp = await Person.signedIn(store);
        await sealedBy('k1', withApp);
        await sealedBy('k2', withApp);
        const withPasskey = await Person.signedIn(store);
        await sealedBy('k1', withPasskey);
        await addPasskey(withPasskey);
        await store.rememberKeyChecks([{ keyId: 'k1', checkValue: 'of the key that is gone' }], START);

        const statements = statementsIn('docs/operators/keys.md');
        await run(url, statements);
        assert.deepEqual(await store.countByKey(), [
          { keyId: 'k2', secrets: 1, recoveryCodes: 0, passing: 0 },
        ]);
        assert.deepEqual(
          await store.rememberKeyChecks([{ keyId: 'k1', checkValue: 'of a new one' }], START),
          [],
        );
        const opened = async (person: Person): Promise<StoredSession | undefined> => {
          const start = person.start();
          await store.beginSignIn(start);
          return store.findSession(start.session.tokenHash, START, 0);
        };
        for (const person of [withApp, withPasskey])
          assert.equal(await opened(person), undefined, 'a second factor is still to come');
        const session = await opened(bare);
        assert.deepEqual(
          session?.proofs.map(({ method }) => method),
          ['password', 'account-recovery'],
        );
        bare.session = session;
        await sealedBy('k2', bare);
        assert.equal((await bare.facts()).recoveryCodes?.remaining, 10, 'and gets codes with it');
        await store.close();
      }),
    );
  });
}

describe('the commands of the runbooks', () => {
  const usage = execFileSync(
    process.execPath,
    [path.join(root, 'packages/server/src/command-line/main.ts'), '--help'],
    { encoding: 'utf8' },
  );
  const commands = pages.flatMap((page) =>
    indentedCodeBlocks(read(page))
      .filter(({ language }) => language === 'sh')
      .flatMap(({ code }) => code.split('\n'))
      .filter((line) => line.startsWith('npx @mfa-kit/server '))
      .map((line) => ({ page, words: line.split(' ').slice(2) })),
  );

  for (const { page, words } of commands) {
    const command = words.slice(0, words.findIndex((word) => /^(?:--|>)/.test(word)) >>> 0).join(' ');
    it(`are known to the command line: ${command} (${page})`, () => {
      assert.match(usage, new RegExp(`\\b${command}\\b`));
      for (const option of words.filter((word) => word.startsWith('--')))
        assert.ok(usage.includes(option), `${option} of ${command}`);
    });
  }

  it('are there', () => {
    assert.ok(commands.length > 0);
  });
});

describe('the pages of the demo that runbooks name', () => {
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/in the demo:?((?: [^`.]*`\/[a-z/]+`)+)/gi)].flatMap(([, text = '']) =>
      [...text.matchAll(/`(\/[a-z/]+)`/g)].map(([, address = '']) => ({ page, address })),
    ),
  );

  it('are there', async () => {
    const router = await pagesRoutes({
      mfa: {} as Mfa,
      accounts: { get: () => Promise.resolve(undefined) },
      publicUrl: 'http://localhost:4000',
      mailbox: true,
    });
    const addresses = router.stack.flatMap(({ route }) => route?.path ?? []);
    assert.ok(named.length > 0);
    for (const { page, address } of named) assert.ok(addresses.includes(address), `${address} (${page})`);
  });
});
