import assert from 'node:assert/strict';
import { after, before, beforeEach, it, mock } from 'node:test';
import type { Browser, Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import {
  enrol,
  expectProblem,
  expectStatus,
  PASSWORD,
  prove,
  signIn,
  signInFully,
  type Enrolled,
} from '../testing/people.ts';
import { DAY, HOUR, mailsOf, pass, settle, subjects, tokenOf } from '../testing/recoveries.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const AGENTS = ['user-sam', 'user-kim', 'user-lee'];

describeOnEachDatabase('The cases of support', (database) => {
  let kit: RunningKit;
  let sam: Browser;
  let kim: Browser;
  let ada: Enrolled;
  let [samsApp, kimsApp]: Enrolled[] = [];
  before(async () => {
    kit = await startKit({
      database,
      configuration: {
        authorize: (actor, action, subject) =>
          Promise.resolve(
            action.startsWith('recovery-case.') && AGENTS.includes(actor.id) && subject?.id !== 'user-grace',
          ),
      },
    });
    for (const name of ['sam', 'kim'])
      kit.users.set(`user-${name}`, {
        id: `user-${name}`,
        name: `${name}@example.com`,
        displayName: name,
        emails: [`${name}@example.com`],
      });
    ada = await enrol(kit, kit.browser());
    samsApp = await enrol(kit, kit.browser(), 'sam');
    kimsApp = await enrol(kit, kit.browser(), 'kim');
  });
  beforeEach(async () => {
    await settle(kit);
    await freshly();
  });
  after(() => kit.close());

  const request = {
    userId: 'user-ada',
    evidence: { kind: 'video call', reference: 'TICKET-7' },
    reason: 'lost phone',
  };
  const start = (change: object = {}, browser = sam): Promise<Reply> =>
    browser.post('/admin/recoveries', { ...request, ...change });
  const decide = (
    browser: Browser,
    reply: Reply,
    how: 'approve' | 'reject',
    body: unknown = {},
  ): Promise<Reply> => browser.post(`/admin/recoveries/${String(reply.body['id'])}/${how}`, body);
  const listed = async (browser = sam): Promise<Record<string, unknown>[]> =>
    expectStatus(await browser.get('/admin/recoveries'), 200).body['recoveries'] as Record<string, unknown>[];

  /** Signed in anew, since days went by. */
  async function freshly(): Promise<void> {
    sam = await signInFully(kit, kit.browser(), samsApp!.app, 'sam');
    kim = await signInFully(kit, kit.browser(), kimsApp!.app, 'kim');
  }

  it('let a person back in by two of support, with the wait, a mail each day, link and password (R4)', async () => {
    let opened: Reply | undefined;
    const told = await mailsOf(kit, async () => {
      opened = expectStatus(await start(), 201);
    });
    assert.deepEqual(opened!.body, {
      id: opened!.body['id'],
      status: 'pending',
      readyAt: new Date(kit.clock.now() + 3 * DAY).toISOString(),
    });
    assert.deepEqual(subjects(told), ['Our support was asked to let you back in']);
    tokenOf(told[0], 'cancel');

    const approved = await mailsOf(kit, async () => {
      const reply = expectStatus(await decide(kim, opened!, 'approve'), 200);
      assert.deepEqual(reply.body, { ...opened!.body, status: 'waiting' });
    });
    assert.deepEqual(subjects(approved), ['Your case was approved']);
    for (const day of [1, 2]) {
      const mails = await mailsOf(kit, () => pass(kit, DAY));
      assert.deepEqual(subjects(mails), ['Your account recovery is waiting'], `day ${day}`);
    }
    const [ready] = await mailsOf(kit, () => pass(kit, DAY));
    const browser = kit.browser();
    const { result: done, events } = await kit.audited(() =>
      browser.post('/recovery/complete', { token: tokenOf(ready, 'finish'), password: PASSWORD }),
    );
    assert.equal(expectStatus(done, 200).body['mustEnroll'], true);
    const completed = events.find(({ event }) => event === 'auth.recovery.tier3_completed');
    const details = JSON.parse(completed!.details) as Record<string, unknown>;
    assert.deepEqual(
      [details['startedBy'], details['decidedBy'], details['evidenceReference']],
      ['user-sam', 'user-kim', 'TICKET-7'],
    );
    await freshly();
    assert.equal((await listed())[0]?.['status'], 'completed');
    ada = await enrol(kit, kit.browser());
  });

  it('skip the wait only for a recorded reason, and never the second person', async () => {
    const opened = expectStatus(await start({ skipWait: { reason: 'travels tomorrow' } }), 201);
    assert.equal(opened.body['readyAt'], new Date(kit.clock.now()).toISOString());
    assert.deepEqual(
      (await mailsOf(kit, () => pass(kit, HOUR))).filter(({ text }) => text.includes('#finish=')),
      [],
      'not before it is approved',
    );
    await freshly();
    const mails = await mailsOf(kit, async () => {
      const reply = expectStatus(await decide(kim, opened, 'approve'), 200);
      assert.equal(reply.body['status'], 'ready');
    });
    assert.deepEqual(subjects(mails), ['Your case was approved', 'Finish your account recovery']);
    tokenOf(mails[1], 'finish');
    assert.deepEqual((await listed())[0]?.['skipWait'], { reason: 'travels tomorrow' });
    for (const skipWait of [true, {}, { reason: '' }, { reason: ' ' }])
      expectProblem(await start({ skipWait }), 400, 'validation_failed');
    await kit.browser().post('/recovery/cancel', { token: tokenOf(mails[1], 'cancel') });
  });

  it('are on record with both of support, evidence and reasons', async () => {
    const { events } = await kit.audited(async () => {
      const opened = await start({ skipWait: { reason: 'in hospital' } });
      await decide(kim, opened, 'approve');
    });
    const trail = events.filter(({ event }) => event.startsWith('auth.recovery.tier3'));
    assert.deepEqual(
      trail.map(({ event, subject, actor_kind: kind, actor_id: id }) => [event, subject, kind, id]),
      [
        ['auth.recovery.tier3_started', 'user-ada', 'support', 'user-sam'],
        ['auth.recovery.tier3_approved', 'user-ada', 'support', 'user-kim'],
      ],
    );
    const { recovery, readyAt, ...details } = JSON.parse(trail[1]!.details) as Record<string, unknown>;
    assert.ok(typeof recovery === 'string' && typeof readyAt === 'string');
    assert.equal(readyAt, new Date(readyAt).toISOString(), 'a time as everywhere in the API');
    assert.deepEqual(details, {
      evidenceKind: 'video call',
      evidenceReference: 'TICKET-7',
      caseReason: 'lost phone',
      skipWaitReason: 'in hospital',
      startedBy: 'user-sam',
    });
  });

  it('are decided by somebody else than who opened them (R4)', async () => {
    const opened = await start();
    for (const how of ['approve', 'reject'] as const)
      expectProblem(await decide(sam, opened, how), 403, 'forbidden');
    assert.equal((await listed())[0]?.['status'], 'pending');
  });

  it('are never about oneself, neither opened nor decided (R4)', async () => {
    expectProblem(await start({ userId: 'user-sam' }), 403, 'forbidden');
    const about = expectStatus(await start({ userId: 'user-kim' }), 201);
    for (const how of ['approve', 'reject'] as const)
      expectProblem(await decide(kim, about, how), 403, 'forbidden');
  });

  it('are decided once (S1)', async () => {
    const opened = await start();
    expectStatus(await decide(kim, opened, 'reject', { reason: 'the voice was another' }), 200);
    for (const how of ['approve', 'reject'] as const)
      expectProblem(await decide(kim, opened, how), 409, 'conflict');
    const [rejected] = await listed();
    assert.deepEqual(
      [rejected?.['status'], (rejected?.['decidedBy'] as { name: string }).name],
      ['rejected', 'kim@example.com'],
    );
    const mails = await mailsOf(kit, () => pass(kit, 4 * DAY));
    assert.deepEqual(mails, [], 'and nothing follows from a rejected one');
  });

  it('are one at a time for each person', async () => {
    expectStatus(await start(), 201);
    expectProblem(await start(), 409, 'conflict');
  });

  it('are cancelled by the link in the mail, and by a sign-in with the second step', async () => {
    const byLink = expectStatus(await start(), 201);
    await kit.mfa.jobs.runDue();
    const mail = kit.mails.findLast(({ to }) => to.includes('ada@example.com'));
    expectStatus(await kit.browser().post('/recovery/cancel', { token: tokenOf(mail, 'cancel') }), 204);
    expectProblem(await decide(kim, byLink, 'approve'), 409, 'conflict');
    const bySignIn = expectStatus(await start(), 201);
    await signInFully(kit, kit.browser(), ada.app);
    expectProblem(await decide(kim, bySignIn, 'approve'), 409, 'conflict');
    assert.deepEqual(
      (await listed()).slice(0, 2).map(({ status }) => status),
      ['cancelled', 'cancelled'],
    );
  });

  it('are over when nobody decides within two weeks, after a mail each day of the wait and none later', async () => {
    const opened = expectStatus(await start(), 201);
    const mails: string[] = [];
    for (let day = 1; day <= 14; day += 1) mails.push(...subjects(await mailsOf(kit, () => pass(kit, DAY))));
    assert.deepEqual(mails, [
      'Your account recovery is waiting',
      'Your account recovery is waiting',
      'The account recovery has expired',
    ]);
    await freshly();
    expectProblem(await decide(kim, opened, 'approve'), 409, 'conflict');
  });

  it('are for those whom the host lets, asked before any proof; others learn nothing', async () => {
    const nobody = await signIn(kit.browser(), 'linus');
    const opened = await start();
    kit.clock.advance(10 * 60_000);
    expectProblem(await nobody.get('/admin/recoveries'), 403, 'forbidden');
    expectProblem(await start({}, nobody), 403, 'forbidden');
    expectProblem(await start({ userId: 'nobody' }, nobody), 403, 'forbidden');
    expectProblem(await decide(nobody, opened, 'approve'), 403, 'forbidden');
    expectProblem(await nobody.post('/admin/recoveries/nothing/approve'), 403, 'forbidden');
    expectProblem(await start({ userId: 'user-grace' }), 403, 'forbidden');
    expectProblem(await start({ userId: 'nobody' }), 404, 'not_found');
    expectProblem(await sam.post('/admin/recoveries/nothing/approve'), 404, 'not_found');
    expectProblem(await kit.browser().get('/admin/recoveries'), 401, 'session_required');
  });

  it('may be opened for whoever signs in with a login, which is what people in need can tell', async () => {
    const login = 'ada@example.com';
    const told = await mailsOf(kit, async () => expectStatus(await start({ userId: undefined, login }), 201));
    assert.deepEqual(subjects(told), ['Our support was asked to let you back in']);
    const [found] = await listed();
    assert.deepEqual([found?.['userId'], found?.['name']], ['user-ada', login]);
    expectProblem(await start(), 409, 'conflict');
  });

  it('are refused by a login as they are by an id: about oneself, for who may not be let in, for nobody', async () => {
    const startFor = (login: string): Promise<Reply> => start({ userId: undefined, login });
    expectProblem(await startFor('sam@example.com'), 403, 'forbidden');
    expectProblem(await startFor('grace@example.com'), 403, 'forbidden');
    expectProblem(await startFor('nobody@example.com'), 404, 'not_found');
    expectProblem(await startFor('user-ada'), 404, 'not_found');
  });

  it('look nobody up by a login for those who may not see the cases: not even the time tells who is there (B5)', async () => {
    const nobody = await signIn(kit.browser(), 'linus');
    const lookUps = mock.method(kit.users, 'values');
    for (const login of ['ada@example.com', 'linus@example.com', 'nobody@example.com'])
      expectProblem(await start({ userId: undefined, login }, nobody), 403, 'forbidden');
    assert.equal(lookUps.mock.callCount(), 0);
    expectProblem(await start({ userId: undefined, login: 'nobody@example.com' }), 404, 'not_found');
    assert.equal(lookUps.mock.callCount(), 1, 'this is how it is told');
    lookUps.mock.restore();
  });

  it('are for one person, named one way', async () => {
    for (const change of [
      { login: 'ada@example.com' },
      { userId: undefined },
      { userId: undefined, login: '' },
      { userId: undefined, login: 'a\0b' },
      { userId: undefined, login: 'x'.repeat(321) },
      { userId: undefined, login: ['ada@example.com'] },
      { userId: null, login: 'ada@example.com' },
    ])
      expectProblem(await start(change), 400, 'validation_failed');
  });

  it('ask for a fresh proof at each change', async () => {
    const opened = await start();
    kit.clock.advance(6 * 60_000);
    for (const reply of [
      await start(),
      await decide(kim, opened, 'approve'),
      await decide(kim, opened, 'reject'),
    ])
      expectProblem(reply, 401, 'step_up_required');
    await prove(kit, kim, kimsApp!.app);
    expectStatus(await decide(kim, opened, 'approve'), 200);
  });

  it('keep a reference to the evidence and nothing that could be the evidence', async () => {
    for (const change of [
      { evidence: { kind: 'passport' } },
      { evidence: { kind: 'passport', reference: 'T-1', document: 'data:image/png;base64,AAAA' } },
      { evidence: { kind: 'passport', reference: 'x'.repeat(257) } },
      { evidence: 'T-1' },
      { reason: '' },
      { reason: 'x'.repeat(257) },
      { userId: '' },
      { userId: 'a\0b' },
    ])
      expectProblem(await start(change), 400, 'validation_failed');
    const opened = expectStatus(await start({ reason: 'lost\u202e phone\nand codes' }), 201);
    const [found] = await listed();
    assert.deepEqual([found?.['id'], found?.['reason']], [opened.body['id'], 'lost phoneand codes']);
  });

  it('are listed with names, newest first, of those whom one may see', async () => {
    await start();
    kit.clock.advance(1);
    await start({ userId: 'user-linus' });
    const found = (await listed()).slice(0, 2);
    assert.deepEqual(
      found.map(({ userId, name, startedBy, decidedBy }) => ({ userId, name, startedBy, decidedBy })),
      ['linus', 'ada'].map((name) => ({
        userId: `user-${name}`,
        name: `${name}@example.com`,
        startedBy: { id: 'user-sam', name: 'sam@example.com' },
        decidedBy: null,
      })),
    );
  });
});
