import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { entriesOf } from '../activity/journal.ts';
import { openKeyRing, type KeyRing } from '../secrets/key-ring.ts';
import { newId } from '../secrets/ids.ts';
import type { Store } from '../store/store.ts';
import { inMemory, inMigratedPostgres, type MakeDatabase } from '../store/testing/databases.ts';
import { DAY, HOUR, MINUTE, Person, sealed, START } from '../store/testing/person.ts';
import { useStore } from '../store/testing/test-store.ts';
import { assertKeysFit } from '../keys/key-care.ts';
import type { Finding } from './finding.ts';
import { examineJobs } from './jobs.ts';
import { examineKeys } from './keys.ts';
import { examineProxies } from './proxy.ts';

const told = (findings: readonly Finding[]): readonly unknown[] =>
  findings.map(({ code, detail }) => (detail === undefined ? [code] : [code, detail]));

const newKey = (): string => randomBytes(32).toString('base64url');
const [first, second] = [newKey(), newKey()];
const ringOf = (current: string, keys: Record<string, string>): Promise<KeyRing> =>
  openKeyRing({ current, keys });

const databases: Record<string, MakeDatabase> = { SQLite: inMemory, PostgreSQL: inMigratedPostgres };
for (const [name, make] of Object.entries(databases)) {
  describe(`the doctor on keys, over ${name}`, () => {
    const test = useStore(make);

    it('finds what a start would refuse, and what a rotation left, and writes nothing', async () => {
      const { store } = test;
      const old = await ringOf('k1', { k1: first });
      assert.deepEqual(await examineKeys(store, old), []);
      assert.deepEqual(await store.listKeyChecks(), [], 'it is not the doctor who remembers a key');

      await assertKeysFit(store, old, { now: () => START });
      const person = await Person.signedIn(store);
      await person.addFactor({ secret: sealed('k1') });
      assert.deepEqual(await examineKeys(store, old), []);
      const both = await ringOf('k2', { k1: first, k2: second, k0: newKey() });
      assert.deepEqual(told(await examineKeys(store, both)), [
        ['keys.unfinished', '1 with k1'],
        ['keys.removable', 'k0'],
      ]);
      assert.deepEqual(told(await examineKeys(store, await ringOf('k2', { k2: second }))), [
        ['keys.missing', 'k1'],
        ['keys.unfinished', '1 with k1'],
      ]);
      assert.deepEqual(told(await examineKeys(store, await ringOf('k1', { k1: second }))), [
        ['keys.other', 'k1'],
      ]);
    });

    it('says that a key may go when nothing at all needs it, and not before', async () => {
      const { store } = test;
      const ring = await ringOf('k2', { k5: first, k1: first, k2: second });
      const person = await Person.signedIn(store);
      await store.startTotpEnrolment({ ...person.enrolment(), secret: sealed('k5') }, 10);
      const removable = async (): Promise<unknown> =>
        (await examineKeys(store, ring)).find(({ code }) => code === 'keys.removable')?.detail;
      assert.equal(await removable(), undefined, 'an enrolment that is not confirmed yet needs it');
      await store.sweep(START + HOUR);
      assert.equal(await removable(), 'k5');
    });
  });

  describe(`the doctor on jobs, over ${name}`, () => {
    const test = useStore(make);
    const ENDPOINT = 'hooks.example.com#abc';

    it('finds mails and webhooks that wait, and that were given up', async () => {
      const { store } = test;
      await store.subscribeWebhooks([{ endpoint: ENDPOINT, prefixes: [''] }], START, START);
      assert.deepEqual(await examineJobs(store, START), []);
      const person = new Person(store);
      await store.recordEntries(person.entries({ event: 'auth.totp.added', outcome: 'success' }));
      assert.deepEqual(
        await examineJobs(store, START + 9 * MINUTE),
        [],
        'a first try that failed is no matter',
      );
      const waiting = '1 are waiting, the oldest for 11 minutes';
      assert.deepEqual(told(await examineJobs(store, START + 11 * MINUTE)), [
        ['jobs.mail-late', waiting],
        ['jobs.webhook-late', `${ENDPOINT}: ${waiting}`],
      ]);

      const notice = await store.claimNotice(START, START + MINUTE);
      await store.noticeFailed(notice!, { givenUpAt: START }, 'no such address');
      const webhook = await store.claimWebhook(ENDPOINT, START, START + MINUTE);
      await store.webhookFailed(webhook!, { givenUpAt: START }, 'answered 500');
      assert.deepEqual(told(await examineJobs(store, START + 11 * MINUTE)), [
        ['jobs.mail-given-up', '1 of them'],
        ['jobs.webhook-given-up', `${ENDPOINT}: 1 of them`],
      ]);
    });

    it('finds that nobody sweeps', async () => {
      const { store } = test;
      const person = await Person.signedIn(store);
      const { expiresAt } = person.session;
      const codes = async (now: number): Promise<readonly string[]> =>
        (await examineJobs(store, now)).map(({ code }) => code).filter((code) => code === 'jobs.not-swept');
      assert.deepEqual(await codes(expiresAt + 50 * MINUTE), []);
      assert.deepEqual(await codes(expiresAt + 2 * HOUR), ['jobs.not-swept']);
      await store.sweep(expiresAt + 2 * HOUR);
      assert.deepEqual(await codes(expiresAt + 2 * HOUR), []);
    });

    it('finds that deleting is far behind the clock, and takes nothing that is not due to it yet for not swept', async () => {
      const { store } = test;
      await Person.signedIn(store, START + DAY);
      await store.beginRun('sweep', { run: 'one', now: START + DAY, until: START, pace: 2 * HOUR });
      const found = async (now: number): Promise<unknown> =>
        told(await examineJobs(store, now)).filter((one) => !String(one).includes('given-up'));
      assert.deepEqual(await found(START + DAY), []);
      assert.deepEqual(await found(START + 400 * DAY), [
        ['jobs.behind', 'they have come to 2026-01-15T12:00:00.000Z, the clock to 2027-02-19T12:00:00.000Z'],
      ]);
    });
  });

  describe(`the doctor on proxies, over ${name}`, () => {
    const test = useStore(make);
    const at = (publicUrl: string, ...trustedProxies: string[]) => ({ publicUrl, trustedProxies });
    const PUBLIC = 'https://app.example.com';

    async function come(store: Store, ip: string, times: number, now = START): Promise<void> {
      for (let time = 0; time < times; time += 1) {
        const origin = { now: now + time, requestId: newId(), ip, userAgent: 'a browser' };
        await store.recordEntries(
          entriesOf(origin, 'somebody')({ event: 'auth.session.ended', outcome: 'success' }),
        );
      }
    }

    it('finds that people all seem to come from one address of an own network', async () => {
      const { store } = test;
      assert.deepEqual(await examineProxies(store, at(PUBLIC, '10.0.0.0/8')), []);
      assert.deepEqual(told(await examineProxies(store, at(PUBLIC))), [['proxy.likely']]);
      await come(store, '10.0.0.5', 19);
      assert.deepEqual(
        told(await examineProxies(store, at(PUBLIC))),
        [['proxy.likely']],
        'too few to say so',
      );
      await come(store, '10.0.0.5', 1, START + MINUTE);
      assert.deepEqual(told(await examineProxies(store, at(PUBLIC))), [
        ['proxy.unnamed', '20 events from 10.0.0.5'],
      ]);
      assert.deepEqual(await examineProxies(store, at('http://localhost:4000')), [], 'at a desk all do');
      await come(store, '203.0.113.9', 1, START + HOUR);
      assert.deepEqual(await examineProxies(store, at(PUBLIC, '10.0.0.0/8')), []);
    });

    for (const range of ['0.0.0.0/1', '2000::/3', '8.0.0.0/6']) {
      it(`finds that everybody is believed: ${range}`, async () => {
        const findings = await examineProxies(test.store, at(PUBLIC, 'loopback', range));
        assert.deepEqual(told(findings), [['proxy.everybody', `loopback, ${range}`]]);
      });
    }
  });
}
