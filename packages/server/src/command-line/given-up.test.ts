import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { randomPart } from '../secrets/ids.ts';
import { openStore } from '../store/open-store.ts';
import { inFile } from '../store/testing/databases.ts';
import { MINUTE, Person, START } from '../store/testing/person.ts';
import { mfaKit, type Outcome } from './testing/mfa-kit.ts';

const ENDPOINT = 'hooks.example.com#abc';
const BEFORE = '2026-01-15T12:00:00.000Z';
const AFTER = '2026-01-15T12:01:00.000Z';

describe('what was given up, for an operator', { concurrency: false }, () => {
  /** A database in which two events were given up, as mails and as webhooks. */
  async function withFailures(
    use: (environment: Record<string, string>, person: Person) => Promise<void>,
    errors = { webhooks: 'answered 500', mails: 'no such address' },
  ): Promise<void> {
    const { url, remove } = await inFile();
    const store = openStore(url);
    await store.migrate(START);
    await store.subscribeWebhooks([{ endpoint: ENDPOINT, prefixes: [''] }], START, START);
    const person = new Person(store);
    const happening = { event: 'auth.totp.added', outcome: 'success' } as const;
    await store.recordEntries(person.entries(happening, happening));
    for (let count = 0; count < 2; count += 1) {
      const webhook = await store.claimWebhook(ENDPOINT, START, START + MINUTE);
      await store.webhookFailed(webhook!, { givenUpAt: START + MINUTE }, errors.webhooks);
      const notice = await store.claimNotice(START, START + MINUTE);
      await store.noticeFailed(notice!, { givenUpAt: START + MINUTE }, errors.mails);
    }
    await store.close();
    try {
      await use({ DATABASE_URL: url }, person);
    } finally {
      await remove();
    }
  }

  const print = async (kind: string, environment: Record<string, string>): Promise<string[]> => {
    const { code, output, errors } = await mfaKit([kind, 'failed'], environment);
    assert.deepEqual([code, errors], [0, '']);
    return output.trimEnd().split('\n');
  };

  const what: Readonly<Record<string, (person: Person) => string>> = {
    webhooks: () => `auth.totp.added to ${ENDPOINT}: given up at ${AFTER} after 1 tries: answered 500`,
    mails: ({ id }) => `totp-added to ${id}: given up at ${AFTER} after 1 tries: no such address`,
  };
  for (const [kind, line] of Object.entries(what)) {
    it(`${kind} failed lists them with the reason, ${kind} retry makes one due again, or all`, () =>
      withFailures(async (environment, person) => {
        const lines = await print(kind, environment);
        assert.equal(lines.length, 2);
        const ids = lines.map((one) => one.split('  ')[0]!);
        assert.equal(lines[0], `${ids[0]!}  ${BEFORE}  ${line(person)}`);
        assert.notEqual(ids[0], ids[1]);

        const retry = (...words: string[]): Promise<Outcome> =>
          mfaKit([kind, 'retry', ...words], environment);
        assert.deepEqual(await retry('--id', 'another'), {
          code: 1,
          output: '',
          errors: `no such id is among the ${kind} that were given up; mfa-kit ${kind} failed lists them\n`,
        });
        assert.equal((await retry('--id', ids[0]!)).output, `1 due again\n`);
        assert.deepEqual(
          (await print(kind, environment)).map((one) => one.split('  ')[0]),
          [ids[1]],
        );
        assert.equal((await retry()).output, `1 due again\n`);
        assert.deepEqual(await print(kind, environment), ['none']);

        const store = openStore(environment['DATABASE_URL']!);
        const now = Date.now();
        if (kind === 'webhooks') {
          const due = await store.claimWebhook(ENDPOINT, now + MINUTE, now + 2 * MINUTE);
          assert.ok(ids.includes(randomPart(due!.eventId)));
        } else {
          assert.ok(await store.claimNotice(now + MINUTE, now + 2 * MINUTE));
        }
        await store.close();
      }));

    it(`${kind} failed prints on one line, and as text alone, what others answered (K6)`, () => {
      const words = 'no\u001b]0;title\u0007\r\n0123  forged: given up\u202e';
      return withFailures(
        async (environment) => {
          const lines = await print(kind, environment);
          assert.equal(lines.length, 2);
          for (const line of lines) assert.match(line, /: no\]0;title0123 {2}forged: given up$/);
        },
        { webhooks: words, mails: words },
      );
    });
  }
});
