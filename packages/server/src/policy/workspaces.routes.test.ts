import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { holdPasskey, newDevice } from '../passkeys/testing/ceremonies.ts';
import type { Browser } from '../testing/browser.ts';
import { expectProblem, expectStatus, signIn } from '../testing/people.ts';
import { mailsOf, subjects } from '../testing/recoveries.ts';
import type { RunningKit } from '../testing/running-kit.ts';
import { askedOf, become, changePolicy, DAY, iso, POLICY, startWorkspace } from './testing/workspace.ts';

let kit: RunningKit;
beforeEach(async () => {
  kit = await startWorkspace();
  // Somebody else's workspace, with an owner of its own.
  become(kit, 'grace', { role: 'owner', workspace: 'of-a-friend' });
  become(kit, 'ada', { role: 'member' });
  await changePolicy(kit, { required: true, graceDays: 1 });
});
afterEach(() => kit.close());

const goTo = (workspace: 'analytical' | 'of-a-friend'): void => {
  become(kit, 'ada', { workspace });
};

async function friendAsks(change: Partial<typeof POLICY>): Promise<Browser> {
  const friend = kit.browser();
  await holdPasskey(friend, newDevice(kit), 'grace');
  expectStatus(await friend.send('PUT', '/admin/policy', { ...POLICY, required: true, ...change }), 200);
  return friend;
}

const deadlineOf = async (browser: Browser): Promise<unknown> => (await askedOf(browser))['deadline'];

describe('What is asked of somebody in one workspace', () => {
  it('is asked by its own deadline, whatever time another one gave them before (R5)', async () => {
    await friendAsks({ graceDays: 365 });
    goTo('of-a-friend');
    const browser = await signIn(kit.browser());
    assert.equal(await deadlineOf(browser), iso(kit.clock.now() + 365 * DAY));
    goTo('analytical');
    const deadline = iso(kit.clock.now() + DAY);
    assert.equal(await deadlineOf(browser), deadline);
    kit.clock.advance(DAY);
    const late = await signIn(kit.browser());
    expectProblem(await late.host('POST', '/workspace'), 403, 'mfa_required');
    assert.equal(await deadlineOf(late), deadline);
  });

  it('is asked by the former deadline of who comes back: to go and come extends nothing (R5)', async () => {
    await friendAsks({ graceDays: 365 });
    const browser = await signIn(kit.browser());
    const deadline = await deadlineOf(browser);
    assert.equal(deadline, iso(kit.clock.now() + DAY));
    kit.clock.advance(60_000);
    for (let time = 1; time <= 3; time += 1) {
      goTo('of-a-friend');
      assert.notEqual(await deadlineOf(browser), deadline);
      goTo('analytical');
      assert.equal(await deadlineOf(browser), deadline);
    }
  });

  it('is not put off by an exemption that was granted elsewhere', async () => {
    await signIn(kit.browser());
    kit.clock.advance(2 * DAY);
    const friend = await friendAsks({ graceDays: 365 });
    goTo('of-a-friend');
    const until = iso(kit.clock.now() + 90 * DAY);
    const exemption = { reason: 'a friend', until };
    expectStatus(await friend.post('/admin/members/user-ada/exempt', exemption), 204);
    const [listed] = (await friend.get('/admin/members?status=exempt')).body['members'] as {
      exemptUntil: string;
    }[];
    assert.equal(listed?.exemptUntil, until);
    goTo('analytical');
    const browser = await signIn(kit.browser());
    expectProblem(await browser.host('POST', '/workspace'), 403, 'mfa_required');
    const { level, exemptUntil } = await askedOf(browser);
    assert.deepEqual([level, exemptUntil], ['enforced', undefined]);
    const owner = await signIn(kit.browser(), 'linus');
    assert.deepEqual((await owner.get('/admin/members?status=exempt')).body['members'], []);
  });

  it('leaves them their time, and tells them, although another one had blocked them', async () => {
    await friendAsks({ graceDays: 0 });
    goTo('of-a-friend');
    const browser = await signIn(kit.browser());
    expectProblem(await browser.host('POST', '/workspace'), 403, 'mfa_required');
    const mails = await mailsOf(kit, async () => {
      goTo('analytical');
      expectStatus(await browser.host('POST', '/workspace'), 200);
    });
    assert.ok(subjects(mails).includes('Please set up two-step sign-in'), subjects(mails).join());
  });

  it('is no matter to remind them of while they are elsewhere, and is again when they come back', async () => {
    await changePolicy(kit, { required: true, graceDays: 14 });
    await signIn(kit.browser());
    await kit.mfa.jobs.runDue();
    goTo('of-a-friend');
    const remindedAfter = (days: number): Promise<readonly string[]> =>
      mailsOf(kit, async () => {
        kit.clock.advance(days * DAY);
        await kit.mfa.jobs.runDue();
      }).then(subjects);
    assert.deepEqual(await remindedAfter(8), []);
    goTo('analytical');
    assert.deepEqual(await remindedAfter(3), ['Remember to set up two-step sign-in']);
  });
});
