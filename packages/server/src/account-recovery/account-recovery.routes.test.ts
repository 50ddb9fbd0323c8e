import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { describeOnEachDatabase } from '../testing/databases.ts';
import {
  addApp,
  enrol,
  expectProblem,
  expectStatus,
  PASSWORD,
  signIn,
  signInFully,
} from '../testing/people.ts';
import {
  ask,
  DAY,
  finishRecovery,
  HOUR,
  mailsOf,
  openRecovery,
  pass,
  readyRecovery,
  subjects,
  tokenOf,
} from '../testing/recoveries.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

describeOnEachDatabase('Account recovery by mail, from the beginning to the end', (database) => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit({ database });
  });
  after(() => kit.close());

  it('waits three days with a mail each day, takes link and password, and leaves nothing of before (R1, R2)', async () => {
    const old = kit.browser();
    const { app, recoveryCodes } = await enrol(kit, old);
    await kit.mfa.jobs.runDue();
    const asked = await mailsOf(kit, async () => {
      const reply = await kit.browser().post('/recovery', { login: 'ada@example.com' });
      assert.equal(expectStatus(reply, 202).text, '{}');
    });
    assert.deepEqual(subjects(asked), ['Getting back into your account']);
    const open = tokenOf(asked[0], 'open');
    const person = kit.browser();

    const requested = expectStatus(await person.post('/recovery/status', { token: open }), 200);
    assert.deepEqual(requested.body, {
      status: 'requested',
      readyAt: null,
      expiresAt: new Date(kit.clock.now() + HOUR).toISOString(),
      proofs: ['password'],
    });

    const opened = await mailsOf(kit, async () => {
      const reply = expectStatus(await person.post('/recovery/open', { token: open }), 200);
      assert.deepEqual(reply.body, {
        status: 'waiting',
        readyAt: new Date(kit.clock.now() + 3 * DAY).toISOString(),
        expiresAt: new Date(kit.clock.now() + 4 * DAY).toISOString(),
        proofs: ['password'],
      });
    });
    assert.deepEqual(subjects(opened), ['Your account recovery has begun']);

    for (const day of [1, 2]) {
      const mails = await mailsOf(kit, () => pass(kit, DAY));
      assert.deepEqual(subjects(mails), ['Your account recovery is waiting'], `day ${day}`);
      tokenOf(mails[0], 'cancel');
      assert.deepEqual(await mailsOf(kit, () => pass(kit, HOUR)), []);
      kit.clock.advance(-HOUR);
    }
    const ready = await mailsOf(kit, () => pass(kit, DAY));
    assert.deepEqual(subjects(ready), ['Finish your account recovery']);
    const finish = tokenOf(ready[0], 'finish');
    tokenOf(ready[0], 'cancel');
    for (const token of [open, finish]) {
      const { body } = expectStatus(await person.post('/recovery/status', { token }), 200);
      assert.deepEqual(
        [body['status'], body['expiresAt']],
        ['ready', new Date(kit.clock.now() + DAY).toISOString()],
      );
    }

    // Signed in with the second step would cancel it; a session that merely goes on does not.
    const pending = await signIn(kit.browser());
    const done = expectStatus(
      await person.post('/recovery/complete', { token: finish, password: PASSWORD }),
      200,
    );
    assert.deepEqual(
      { state: done.body['state'], aal: done.body['aal'], mustEnroll: done.body['mustEnroll'] },
      { state: 'signed-in', aal: 1, mustEnroll: true },
    );
    const methods = (done.body['amr'] as { method: string }[]).map(({ method }) => method);
    assert.deepEqual(methods, ['password', 'account-recovery']);

    expectProblem(await old.get('/factors'), 401, 'session_required');
    expectProblem(
      await pending.post('/challenge/recovery-code', { code: recoveryCodes[0] }),
      401,
      'challenge_expired',
    );
    const factors = expectStatus(await person.get('/factors'), 200);
    assert.deepEqual([factors.body['totp'], factors.body['passkeys']], [[], []]);
    expectProblem(await person.post('/recovery-codes'), 403, 'enrolment_required');
    await kit.mfa.jobs.runDue();
    assert.deepEqual(subjects(kit.mails.slice(-2)), [
      'Finish your account recovery',
      'Your account was recovered',
    ]);

    await addApp(kit, person);
    const view = expectStatus(await person.get('/session'), 200);
    assert.deepEqual([view.body['aal'], view.body['mustEnroll']], [2, false]);
    assert.ok(app, 'the old app is of no use to anybody');
  });

  it('is on record with who and from where, step by step, and nothing is told twice', async () => {
    const browser = kit.browser({ 'user-agent': 'Lost Phone 1.0' });
    await enrol(kit, kit.browser(), 'grace');
    const { result, events } = await kit.audited(async () => {
      await browser.post('/recovery', { login: 'grace@example.com' });
      await kit.mfa.jobs.runDue();
      const mail = kit.mails.findLast(({ to }) => to.includes('grace@example.com'));
      await browser.post('/recovery/open', { token: tokenOf(mail, 'open') });
      await pass(kit, DAY);
      await pass(kit, 2 * DAY);
      const last = kit.mails.findLast(({ to }) => to.includes('grace@example.com'));
      await browser.post('/recovery/complete', { token: tokenOf(last, 'finish'), password: PASSWORD });
    });
    assert.equal(result, undefined);
    const trail = events.filter(({ subject }) => subject === 'user-grace');
    assert.deepEqual(
      trail.map(({ event, actor_kind: actor, user_agent: agent, reason }) => [event, actor, agent, reason]),
      [
        ['auth.recovery.tier2_started', 'unknown', 'Lost Phone 1.0', null],
        ['auth.recovery.tier2_opened', 'unknown', 'Lost Phone 1.0', null],
        ['auth.recovery.tier2_reminder_sent', 'system', null, null],
        ['auth.recovery.tier2_ready', 'system', null, null],
        ['auth.totp.removed', 'user', 'Lost Phone 1.0', 'account-recovery'],
        ['auth.2fa.disabled', 'user', 'Lost Phone 1.0', 'account-recovery'],
        ['auth.recovery.tier2_completed', 'user', 'Lost Phone 1.0', null],
        ['auth.sign_in.success', 'user', 'Lost Phone 1.0', null],
      ],
    );
    const completed = trail.find(({ event }) => event === 'auth.recovery.tier2_completed');
    const { recovery, ...counts } = JSON.parse(completed!.details) as Record<string, unknown>;
    assert.match(String(recovery), /^[\w-]{22}$/);
    assert.deepEqual(counts, { totpRemoved: 1, passkeysRemoved: 0, sessionsEnded: 0 });
  });

  it('restricts every later sign-in too, until something is set up: leaving is no way around it (R2)', async () => {
    await enrol(kit, kit.browser(), 'linus');
    const { finish } = await readyRecovery(kit, 'linus');
    const first = await finishRecovery(kit, finish, PASSWORD);
    await first.post('/sign-out');
    const second = await signIn(kit.browser(), 'linus');
    const view = expectStatus(await second.get('/session'), 200);
    assert.deepEqual([view.body['mustEnroll'], view.body['aal']], [true, 1]);
    expectProblem(
      await second.post('/challenge/password', { password: PASSWORD }),
      403,
      'enrolment_required',
    );
    const { app } = await addApp(kit, second);
    const third = await signInFully(kit, kit.browser(), app, 'linus');
    const after = expectStatus(await third.get('/session'), 200);
    assert.deepEqual([after.body['mustEnroll'], after.body['aal']], [false, 2]);
  });

  it('can be asked for again after it was finished', async () => {
    await ask(kit, 'linus');
    const { open } = await openRecovery(kit, 'linus');
    assert.ok(open);
  });
});
