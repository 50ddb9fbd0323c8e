import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inPostgres } from './testing/databases.ts';
import { DAY, Person, START } from './testing/person.ts';
import { closeGate } from './testing/races/gate.ts';
import { newAsk, requestedRecovery } from './testing/recoveries.ts';
import { useStore } from './testing/test-store.ts';

const LATER = START + 10 * DAY;

/** Work of which each worker of each process takes the next piece. */
interface Work {
  readonly table: string;
  readonly key: string;
  /** Leaves a piece of it. */
  readonly leave: () => Promise<unknown>;
  /** @returns the key of the piece that was claimed. */
  readonly claim: () => Promise<string | undefined>;
}

// Who is in the middle of claiming is a transaction that holds the row: another process, which is as slow as it likes.
describe('work that is shared by processes on PostgreSQL', () => {
  const test = useStore(inPostgres);

  const kinds: Readonly<Record<string, Work>> = {
    mails: {
      table: 'mfa_outbox',
      key: 'id',
      leave: () => {
        const person = new Person(test.store);
        return test.store.recordEntries(person.entries({ event: 'auth.2fa.disabled', outcome: 'success' }));
      },
      claim: async () => (await test.store.claimNotice(LATER, LATER + DAY))?.id,
    },
    webhooks: {
      table: 'mfa_webhook_deliveries',
      key: 'event_id',
      async leave() {
        await test.store.subscribeWebhooks([{ endpoint: 'hooks', prefixes: [''] }], START, START);
        const person = new Person(test.store);
        await test.store.recordEntries(person.entries({ event: 'auth.2fa.success', outcome: 'success' }));
      },
      claim: async () => (await test.store.claimWebhook('hooks', LATER, LATER + DAY))?.eventId,
    },
    'account recoveries that were asked for': {
      table: 'mfa_recovery_asks',
      key: 'id',
      leave: () => test.store.keepRecoveryAsk(newAsk()),
      claim: async () => (await test.store.claimRecoveryAsk(LATER, LATER + DAY))?.id,
    },
    'account recoveries that are to go on': {
      table: 'mfa_recoveries',
      key: 'id',
      leave: () => requestedRecovery(new Person(test.store)),
      claim: async () => (await test.store.claimDueRecovery(LATER, LATER + DAY))?.id,
    },
  };

  for (const [name, { table, key, leave, claim }] of Object.entries(kinds)) {
    it(`is passed over where another is just claiming it, and nobody waits: ${name} (S1)`, async () => {
      await leave();
      await leave();
      const pieces = await test.rows<{ key: string }>(
        `SELECT ${key} AS key FROM ${table} ORDER BY due_at, ${key}`,
      );
      const [first, second] = pieces.map((piece) => piece.key);
      const claiming = await closeGate(
        test.url,
        `SELECT 1 FROM ${table} WHERE ${key} = $1 FOR UPDATE`,
        first!,
      );
      try {
        assert.equal(await claim(), second);
        assert.equal(await claim(), undefined);
      } finally {
        await claiming.open();
      }
      assert.equal(await claim(), first, 'what nobody took in the end');
    });
  }
});
