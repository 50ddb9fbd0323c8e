import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser, Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, expectProblem, expectStatus, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import type { ActivityEvent } from './activity-view.ts';

describeOnEachDatabase('"This wasn\u2019t me"', (database) => {
  let kit: RunningKit;
  let browser: Browser;
  before(async () => {
    kit = await startKit({ database });
    browser = kit.browser();
    await enrol(kit, browser);
    await kit.mfa.jobs.runDue();
  });
  after(() => kit.close());

  const eventsOf = async (query = ''): Promise<readonly ActivityEvent[]> =>
    expectStatus(await browser.get(`/activity${query}`), 200).body['events'] as ActivityEvent[];
  const idOf = async (type: string): Promise<string> => (await eventsOf(`?type=${type}`)).at(-1)!.id;
  const report = (id: string, from = browser): Promise<Reply> => from.post(`/activity/${id}/report`);

  it('is answered with what to do now, told by mail, and on record with the event that is meant', async () => {
    const id = await idOf('auth.totp.added');
    const mailed = kit.mails.length;
    const { result, events } = await kit.audited(() => report(id));
    assert.deepEqual(expectStatus(result, 200).body, {
      next: ['end-sessions', 'change-password', 'review-factors'],
    });
    assert.deepEqual(
      events.map(
        ({ event, outcome, subject, details }) => [event, outcome, subject, JSON.parse(details)] as unknown,
      ),
      [['auth.activity.reported', 'success', 'user-ada', { id, event: 'auth.totp.added' }]],
    );
    await kit.mfa.jobs.runDue();
    assert.equal(kit.mails.length, mailed + 1);
    assert.equal(kit.mails.at(-1)?.to, 'ada@example.com');
    assert.match(kit.mails.at(-1)!.subject, /reported/);
  });

  it('marks the event from then on', async () => {
    const marked = (await eventsOf()).filter(({ suspicious }) => suspicious?.includes('reported'));
    assert.deepEqual(
      marked.map(({ event }) => event),
      ['auth.totp.added'],
    );
  });

  it('is heard once, and answered the same each time (S1)', async () => {
    const id = await idOf('auth.2fa.enabled');
    const { result, events } = await kit.audited(() => Promise.all([report(id), report(id), report(id)]));
    for (const reply of [...result, await report(id)])
      assert.deepEqual(expectStatus(reply, 200).body, result[0].body);
    assert.deepEqual(
      events.map(({ event }) => event),
      ['auth.activity.reported'],
    );
  });

  it('is told by one mail, however many events are meant', async () => {
    const mailed = kit.mails.length;
    for (const type of ['auth.sign_in.success', 'auth.recovery_codes.generated'])
      expectStatus(await report(await idOf(type)), 200);
    await kit.mfa.jobs.runDue();
    assert.equal(kit.mails.length, mailed);
    kit.clock.advance(59 * 60_000);
    browser = await signIn(kit.browser(), 'linus');
    expectStatus(await report(await idOf('auth.sign_in.success')), 200);
    await kit.mfa.jobs.runDue();
    assert.equal(kit.mails.at(-1)?.to, 'linus@example.com');
  });

  it('is said of one\u2019s own events only: of others it cannot be told that they exist', async () => {
    const grace = await signIn(kit.browser(), 'grace');
    const [before, foreign] = [await kit.tables(), await idOf('auth.sign_in.success')];
    for (const id of [foreign, '0123456789abcdef', 'nothing', '%2e%2e', 'x'.repeat(500), "'"])
      expectProblem(await report(id, grace), 404, 'not_found');
    assert.deepEqual(await kit.tables(), before);
  });

  it('takes no words', async () => {
    const id = await idOf('auth.sign_in.success');
    for (const body of [{ reason: 'x' }, [], null, 'x', '{'])
      expectProblem(await browser.post(`/activity/${id}/report`, body), 400, 'validation_failed');
  });

  it('is no way to forge events: what is reported can be reported, and is one more', async () => {
    const id = await idOf('auth.activity.reported');
    expectStatus(await report(id), 200);
    assert.equal((await eventsOf('?type=auth.activity.reported')).length, 2);
  });
});
