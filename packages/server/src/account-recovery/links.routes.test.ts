import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import type { Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { expectProblem, expectStatus, PASSWORD } from '../testing/people.ts';
import {
  settle,
  ask,
  DAY,
  HOUR,
  mailsOf,
  openRecovery,
  pass,
  readyRecovery,
  subjects,
  tokenOf,
} from '../testing/recoveries.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

/** Of the form of a token, and nobody's. */
const UNKNOWN = 'A'.repeat(43);

describeOnEachDatabase('The links of recovery mails', (database) => {
  let kit: RunningKit;
  let mailServerIsAway = false;
  before(async () => {
    kit = await startKit({ database });
  });
  beforeEach(() => settle(kit));
  after(() => kit.close());

  const post = (path: string, body: unknown): Promise<Reply> => kit.browser().post(`/recovery/${path}`, body);
  const statusOf = async (token: string): Promise<unknown> =>
    expectStatus(await post('status', { token }), 200).body['status'];

  it('open the request for one hour, and not a moment longer', async () => {
    const token = tokenOf(await ask(kit), 'open');
    kit.clock.advance(HOUR - 1);
    assert.equal(await statusOf(token), 'requested');
    kit.clock.advance(1);
    assert.equal(await statusOf(token), 'expired', 'by the clock, before any job has run');
    expectProblem(await post('open', { token }), 410, 'expired');
    const mails = await mailsOf(kit, () => Promise.resolve());
    assert.deepEqual(mails, [], 'told with the job before');
    assert.deepEqual(subjects(kit.mails.slice(-1)), ['The account recovery has expired']);
    assert.equal(await statusOf(token), 'expired');
    expectProblem(await post('open', { token }), 410, 'expired');
  });

  it('begin the wait once: opening again does not begin it anew', async () => {
    const { open } = await openRecovery(kit);
    const first = expectStatus(await post('status', { token: open }), 200).body;
    kit.clock.advance(30 * HOUR);
    assert.deepEqual(expectStatus(await post('open', { token: open }), 200).body, first);
  });

  it('finish it within 24 hours from the mail; then it has expired, and the person is told', async () => {
    const { open, finish } = await readyRecovery(kit);
    kit.clock.advance(DAY - 1);
    assert.equal(await statusOf(finish), 'ready');
    kit.clock.advance(1);
    for (const token of [open, finish]) assert.equal(await statusOf(token), 'expired');
    expectProblem(await post('complete', { token: finish, password: PASSWORD }), 410, 'expired');
    await kit.mfa.jobs.runDue();
    assert.deepEqual(subjects(kit.mails.slice(-1)), ['The account recovery has expired']);
    expectProblem(await post('complete', { token: finish, password: PASSWORD }), 410, 'expired');
  });

  it('are answered 410 when nobody has them, and when they are for something else', async () => {
    const { cancel } = await openRecovery(kit);
    for (const token of [UNKNOWN, 'x', `${UNKNOWN}=`, cancel]) {
      expectProblem(await post('open', { token }), 410, 'expired');
      expectProblem(await post('status', { token }), 410, 'expired');
      expectProblem(await post('complete', { token, password: PASSWORD }), 410, 'expired');
    }
  });

  it('do not open with the last one, nor finish with the first one', async () => {
    const { open, finish } = await readyRecovery(kit);
    expectProblem(await post('open', { token: finish }), 410, 'expired');
    expectProblem(await post('complete', { token: open, password: PASSWORD }), 409, 'conflict');
    assert.equal(await statusOf(finish), 'ready');
  });

  it('do not finish before the wait is over', async () => {
    const { open } = await openRecovery(kit);
    kit.clock.advance(3 * DAY - 1);
    expectProblem(await post('complete', { token: open, password: PASSWORD }), 409, 'conflict');
    assert.equal(await statusOf(open), 'waiting');
  });

  it('cancel without a session, at every step, from every mail, and say nothing about what they were', async () => {
    for (const [step, tokens] of [
      ['requested', async () => ({ cancel: tokenOf(await ask(kit), 'cancel') })],
      ['waiting', () => openRecovery(kit)],
      ['ready', () => readyRecovery(kit)],
    ] as const) {
      const { cancel } = await tokens();
      const answers = [];
      for (const token of [cancel, cancel, UNKNOWN, 'x']) answers.push(await post('cancel', { token }));
      assert.deepEqual(
        answers.map(({ status, text }) => [status, text]),
        answers.map(() => [204, '']),
        step,
      );
      await kit.mfa.jobs.runDue();
      assert.deepEqual(subjects(kit.mails.slice(-1)), ['The account recovery was cancelled'], step);
      kit.clock.advance(2 * HOUR);
    }
  });

  it('that lead on cancel it as well: who sees how long it waits can stop it there', async () => {
    const { open } = await openRecovery(kit);
    kit.clock.advance(2 * HOUR);
    assert.equal((await post('cancel', { token: open })).status, 204);
    assert.equal(await statusOf(open), 'cancelled');
    const { finish } = await readyRecovery(kit);
    assert.equal((await post('cancel', { token: finish })).status, 204);
    assert.equal(await statusOf(finish), 'cancelled');
  });

  it('are dead once it is cancelled', async () => {
    const { open, finish, cancel } = await readyRecovery(kit);
    await post('cancel', { token: cancel });
    expectProblem(await post('complete', { token: finish, password: PASSWORD }), 410, 'expired');
    expectProblem(await post('complete', { token: open, password: PASSWORD }), 410, 'expired');
    expectProblem(await post('open', { token: open }), 410, 'expired');
    for (const token of [open, finish]) assert.equal(await statusOf(token), 'cancelled');
    const quiet = await mailsOf(kit, () => pass(kit, 10 * DAY));
    assert.deepEqual(quiet, [], 'and nothing more is mailed');
  });

  it('are good for their whole time after a mail server was away, and no stale mail arrives (R1)', async (t) => {
    const mails: { text: string; subject: string }[] = [];
    const other = await startKit({
      database,
      configuration: {
        mailer: {
          send(mail) {
            if (mailServerIsAway) return Promise.reject(new Error('451 later'));
            for (const [, token] of mail.text.matchAll(/#\w+=([\w-]+)/g)) other.witness.keepLink(token);
            mails.push(mail);
            return Promise.resolve();
          },
        },
      },
    });
    t.after(() => other.close());
    mailServerIsAway = true;
    await other.browser().post('/recovery', { login: 'ada@example.com' });
    for (let hours = 0; hours < 20; hours += 1) {
      await other.mfa.jobs.runDue();
      other.clock.advance(HOUR);
    }
    mailServerIsAway = false;
    await other.mfa.jobs.runDue();
    assert.equal(mails.length, 1, 'once');
    other.clock.advance(HOUR - 1);
    const token = /#open=([\w-]+)/.exec(mails[0]!.text)![1]!;
    expectStatus(await other.browser().post('/recovery/open', { token }), 200);

    mailServerIsAway = true;
    await pass(other, DAY);
    const cancel = /#cancel=([\w-]+)/.exec(mails[0]!.text)![1]!;
    expectStatus(await other.browser().post('/recovery/cancel', { token: cancel }), 204);
    mailServerIsAway = false;
    mails.length = 0;
    await pass(other, DAY);
    assert.deepEqual(
      mails.map(({ subject }) => subject),
      ['Test Notes: The account recovery was cancelled'],
      'the reminder was overtaken by events',
    );
  });
});
