import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import { describeOnEachDatabase } from '../testing/databases.ts';
import {
  addApp,
  enrol,
  expectProblem,
  expectStatus,
  PASSWORD,
  signIn,
  signInFully,
  type Enrolled,
} from '../testing/people.ts';
import {
  DAY,
  HOUR,
  mailsOf,
  openRecovery,
  pass,
  readyRecovery,
  subjects,
  tokenOf,
  ask,
  settle,
} from '../testing/recoveries.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

describeOnEachDatabase('An open account recovery', (database) => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit({ database });
    ada = await enrol(kit, kit.browser());
  });
  beforeEach(() => settle(kit));
  after(() => kit.close());

  /** The reason under which it was cancelled, after the person was told once. */
  async function cancelledBy(work: () => Promise<unknown>): Promise<string | null | undefined> {
    const { finish } = await readyRecovery(kit);
    const { result: mails, events } = await kit.audited(() => mailsOf(kit, work));
    const told = subjects(mails).filter((subject) => subject.includes('recovery was cancelled'));
    assert.equal(told.length, 1, 'told once');
    expectProblem(
      await kit.browser().post('/recovery/complete', { token: finish, password: PASSWORD }),
      410,
      'expired',
    );
    const cancelled = events.filter(({ event }) => event === 'auth.recovery.tier2_cancelled');
    assert.equal(cancelled.length, 1);
    return cancelled[0]?.reason;
  }

  it('is cancelled by a sign-in with an authenticator app: who has it needs no way back (R1)', async () => {
    const reason = await cancelledBy(() => signInFully(kit, kit.browser(), ada.app));
    assert.equal(reason, 'signed-in');
  });

  it('is cancelled by a sign-in with a recovery code', async () => {
    const reason = await cancelledBy(async () => {
      const browser = await signIn(kit.browser());
      expectStatus(await browser.post('/challenge/recovery-code', { code: ada.recoveryCodes[0] }), 200);
    });
    assert.equal(reason, 'signed-in');
  });

  it('is cancelled by the link, by whoever holds it', async () => {
    const { cancel } = await openRecovery(kit);
    const { events } = await kit.audited(() => kit.browser().post('/recovery/cancel', { token: cancel }));
    assert.deepEqual(
      events.map(({ event, reason, actor_kind: actor }) => [event, reason, actor]),
      [['auth.recovery.tier2_cancelled', 'link', 'unknown']],
    );
  });

  it('is cancelled by a change of password: what was to be the second proof is not what it was (S5)', async () => {
    assert.equal(await cancelledBy(() => kit.mfa.passwordChanged('user-ada')), 'password-changed');
  });

  it('is not cancelled by a right password alone, nor by wrong codes', async () => {
    const { open } = await openRecovery(kit);
    const browser = await signIn(kit.browser());
    expectProblem(
      await browser.post('/challenge/totp', { code: ada.app.wrongCodeAt(kit.clock.now()) }),
      401,
      'invalid_code',
    );
    const { body } = await kit.browser().post('/recovery/status', { token: open });
    assert.equal(body['status'], 'waiting');
  });

  for (const [when, prepare] of [
    ['before the first link was followed', async (): Promise<string> => tokenOf(await ask(kit), 'open')],
    ['while it waits', async (): Promise<string> => (await openRecovery(kit)).open],
    ['when it is ready', async (): Promise<string> => (await readyRecovery(kit)).finish],
  ] as const) {
    it(`is void when the person has another address: ${when} (R1)`, async () => {
      const token = await prepare();
      const user = kit.users.get('user-ada')!;
      kit.users.set('user-ada', { ...user, emails: ['ada@elsewhere.example'] });
      const mails = await mailsOf(kit, async () => {
        for (const path of ['open', 'complete']) {
          const password = path === 'complete' && { password: PASSWORD };
          const reply = await kit.browser().post(`/recovery/${path}`, { token, ...password });
          assert.ok([409, 410, 200].includes(reply.status), reply.text);
          assert.equal(reply.body['state'], undefined, 'nobody gets in');
        }
        await pass(kit, 3 * DAY);
      });
      assert.deepEqual(mails, [], 'the old address hears nothing more');
      const told = kit.mails.filter(({ to }) => to.includes('ada@elsewhere.example'));
      assert.deepEqual(subjects(told.slice(-1)), ['The account recovery was cancelled']);
      const { body } = await kit.browser().post('/recovery/status', { token });
      assert.equal(body['status'], 'cancelled');
      const trail = await kit.audit('user-ada');
      const last = trail.findLast(({ event }) => event === 'auth.recovery.tier2_cancelled');
      assert.equal(last?.reason, 'address-changed');
      kit.users.set('user-ada', user);
    });
  }

  it('is the same with the same addresses in another order, or written otherwise', async () => {
    const user = kit.users.get('user-ada')!;
    kit.users.set('user-ada', { ...user, emails: ['ada@example.com', 'ada@home.example'] });
    const { open } = await openRecovery(kit);
    kit.users.set('user-ada', { ...user, emails: ['Ada@Home.example', 'ada@example.com'] });
    await pass(kit, 3 * DAY);
    const { body } = await kit.browser().post('/recovery/status', { token: open });
    assert.equal(body['status'], 'ready');
    kit.users.set('user-ada', user);
  });

  it('is gone with the person, and its links with it', async () => {
    const browser = kit.browser();
    await enrol(kit, browser, 'linus');
    const { open, cancel } = await openRecovery(kit, 'linus');
    await kit.mfa.userDeleted('user-linus');
    const tables = await kit.tables();
    for (const table of ['mfa_recoveries', 'mfa_recovery_tokens', 'mfa_outbox'])
      assert.ok(!JSON.stringify(tables[table]).includes('user-linus'), table);
    expectProblem(await kit.browser().post('/recovery/status', { token: open }), 410, 'expired');
    expectStatus(await kit.browser().post('/recovery/cancel', { token: cancel }), 204);
  });

  it('ends by itself when the host forgot the person without telling', async () => {
    const { open } = await openRecovery(kit, 'grace');
    const grace = kit.users.get('user-grace')!;
    kit.users.delete('user-grace');
    await pass(kit, DAY);
    const { body } = await kit.browser().post('/recovery/status', { token: open });
    assert.equal(body['status'], 'cancelled');
    kit.users.set('user-grace', grace);
  });

  it('leaves a person who set up a new app meanwhile alone', async () => {
    await pass(kit, HOUR);
    const { open } = await openRecovery(kit, 'grace');
    // She has no factor, so her password opens a session and cancels nothing; her first sign-in with the app does.
    const { app } = await addApp(kit, await signIn(kit.browser(), 'grace'));
    await signInFully(kit, kit.browser(), app, 'grace');
    const { body } = await kit.browser().post('/recovery/status', { token: open });
    assert.equal(body['status'], 'cancelled');
  });
});
