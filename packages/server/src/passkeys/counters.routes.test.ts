import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { expectProblem, expectStatus, signIn } from '../testing/people.ts';
import { startKit, type AuditRow, type RunningKit } from '../testing/running-kit.ts';
import {
  answerChallenge,
  enrolPasskey,
  holdPasskey,
  newDevice,
  newSecurityKey,
  oneClick,
} from './testing/ceremonies.ts';
import type { SoftwareAuthenticator } from './testing/software-authenticator.ts';

const told = (events: readonly AuditRow[]): unknown =>
  events.map(({ event, outcome, reason, details }) => [
    event,
    outcome,
    reason,
    JSON.parse(details) as unknown,
  ]);

const signedIn = ['auth.sign_in.success', 'success', null, { stage: 'complete' }];
const refused = ['auth.sign_in.failure', 'failure', 'counter', { purpose: 'passkey-sign-in' }];

const anomaly = (outcome: string, stored: number, shown: number): unknown => [
  'auth.passkey.counter_anomaly',
  outcome,
  null,
  { stored, shown },
];

describeOnEachDatabase('The counter of a passkey (W6)', (database) => {
  let kit: RunningKit;
  let synced: SoftwareAuthenticator;
  let key: SoftwareAuthenticator;
  before(async () => {
    kit = await startKit({ database });
    synced = newDevice(kit);
    key = newSecurityKey(kit);
    const browser = kit.browser();
    await holdPasskey(browser, synced);
    expectStatus(await enrolPasskey(browser, key), 201);
    await kit.mfa.jobs.runDue();
  });
  after(() => kit.close());

  const use = (
    device: SoftwareAuthenticator,
    counter: number,
  ): Promise<{ result: Awaited<ReturnType<typeof oneClick>>; events: readonly AuditRow[] }> =>
    kit.audited(() => oneClick(kit.browser(), device, { counter }));

  it('may stay at 0, where the authenticator does not count', async () => {
    for (let count = 0; count < 2; count += 1) {
      const { result, events } = await use(synced, 0);
      expectStatus(result, 200);
      assert.deepEqual(told(events), [signedIn]);
    }
  });

  it('that goes up is accepted, by however much', async () => {
    for (const counter of [5, 6, 4_000_000_000]) expectStatus((await use(key, counter)).result, 200);
  });

  for (const [what, shown] of [
    ['stands still', 4_000_000_000],
    ['goes back', 3],
    ['is 0 again', 0],
  ] as const) {
    it(`that ${what} is refused for a security key, reported, and told to its owner by mail`, async () => {
      const mails = kit.mails.length;
      const { result, events } = await use(key, shown);
      expectProblem(result, 401, 'passkey_rejected');
      assert.deepEqual(told(events), [refused, anomaly('blocked', 4_000_000_000, shown)]);
      await kit.mfa.jobs.runDue();
      assert.equal(kit.mails.length, mails + 1);
      assert.equal(kit.mails.at(-1)?.subject, 'Test Notes: A passkey behaved unexpectedly');
    });
  }

  it('that goes back is refused as a second factor and as step-up, too', async () => {
    const pending = await kit.audited(async () =>
      answerChallenge(await signIn(kit.browser()), key, { counter: 3, credential: key.credentials[0]! }),
    );
    expectProblem(pending.result, 401, 'passkey_rejected');
    assert.deepEqual(told(pending.events.slice(1)), [
      ['auth.2fa.failure', 'failure', 'counter', { purpose: 'sign-in', pendingEnded: false }],
      anomaly('blocked', 4_000_000_000, 3),
    ]);
    const browser = kit.browser();
    expectStatus(await oneClick(browser, synced), 200);
    const stepUp = await kit.audited(() =>
      answerChallenge(browser, key, { counter: 3, credential: key.credentials[0]! }),
    );
    expectProblem(stepUp.result, 401, 'passkey_rejected');
    assert.deepEqual(told(stepUp.events), [
      ['auth.step_up.failure', 'failure', 'counter', { purpose: 'step-up' }],
      anomaly('blocked', 4_000_000_000, 3),
    ]);
  });

  it('that goes back is accepted for a synced passkey, which several devices hold, and reported', async () => {
    expectStatus((await use(synced, 9)).result, 200);
    for (const counter of [9, 2, 0]) {
      const { result, events } = await use(synced, counter);
      expectStatus(result, 200);
      assert.deepEqual(told(events), [anomaly('success', 9, counter), signedIn]);
    }
  });
});

describe('The counter of a passkey, where policy refuses every anomaly (W6)', () => {
  it('is refused for a synced passkey as well', async () => {
    const kit = await startKit({ configuration: { passkeys: { counterAnomalies: 'refuse-all' } } });
    const device = newDevice(kit);
    await holdPasskey(kit.browser(), device);
    expectStatus(await oneClick(kit.browser(), device, { counter: 9 }), 200);
    const { result, events } = await kit.audited(() => oneClick(kit.browser(), device, { counter: 9 }));
    expectProblem(result, 401, 'passkey_rejected');
    assert.deepEqual(told(events), [refused, anomaly('blocked', 9, 9)]);
    await kit.close();
  });
});

describeOnEachDatabase('The backup state of a passkey', (database) => {
  it('is followed as it changes, and each change is an event without a mail', async () => {
    const kit = await startKit({ database });
    const device = newDevice(kit);
    const browser = kit.browser();
    await holdPasskey(browser, device);
    await kit.mfa.jobs.runDue();
    const mails = kit.mails.length;
    const change = (isSynced: boolean): unknown => [
      'auth.passkey.backup_changed',
      'success',
      null,
      { synced: isSynced },
    ];
    for (const backedUp of [false, false, true]) {
      const before = ((await browser.get('/passkeys')).body['passkeys'] as { synced: boolean }[])[0]?.synced;
      const { result, events } = await kit.audited(() =>
        oneClick(kit.browser(), device, { flags: { backedUp } }),
      );
      expectStatus(result, 200);
      assert.deepEqual(told(events), before === backedUp ? [signedIn] : [change(backedUp), signedIn]);
      const [passkey] = (await browser.get('/passkeys')).body['passkeys'] as { synced: boolean }[];
      assert.equal(passkey?.synced, backedUp);
    }
    await kit.mfa.jobs.runDue();
    assert.equal(kit.mails.length, mails);
    await kit.close();
  });
});
