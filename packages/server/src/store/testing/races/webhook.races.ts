import assert from 'node:assert/strict';
import { newId } from '../../../secrets/ids.ts';
import { Person, START, MINUTE } from '../person.ts';
import { race, type Race } from './race.ts';

const DELIVERIES = 8;

export const webhookRaces: readonly Race[] = [
  race<{ readonly endpoint: string }>({
    title:
      'sixteen workers and eight deliveries: each delivery is claimed by one worker, and none is left (S1)',
    contenders: 16,
    gate: ['mfa_webhook_deliveries'],
    async prepare(store) {
      const endpoint = `hooks.example.com#${newId()}`;
      await store.subscribeWebhooks([{ endpoint, prefixes: [''] }], START, START);
      const happened = Array.from(
        { length: DELIVERIES },
        () => ({ event: 'auth.totp.added', outcome: 'success' }) as const,
      );
      await store.recordEntries(new Person(store).entries(...happened));
      await store.subscribeWebhooks([], START, START + 1);
      return { endpoint };
    },
    async contend(store, { endpoint }) {
      return (await store.claimWebhook(endpoint, START, START + MINUTE))?.eventId ?? 'none';
    },
    async judge({ rows }, { endpoint }, { none, ...claims }) {
      assert.equal(none, 16 - DELIVERIES);
      assert.deepEqual(
        Object.values(claims),
        Array.from({ length: DELIVERIES }, () => 1),
      );
      const attempts = await rows(
        'SELECT attempts FROM mfa_webhook_deliveries WHERE endpoint = $1',
        endpoint,
      );
      assert.deepEqual(
        attempts,
        Array.from({ length: DELIVERIES }, () => ({ attempts: 1 })),
      );
    },
  }),
];
