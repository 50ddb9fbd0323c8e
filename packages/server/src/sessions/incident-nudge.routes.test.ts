import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { addApp, enrol, expectStatus, PASSWORD, signIn, signInFully } from '../testing/people.ts';
import { DAY, finishRecovery, readyRecovery } from '../testing/recoveries.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

describeOnEachDatabase('Whoever has no second step after an incident', (database) => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit({
      database,
      configuration: { authorize: (actor) => Promise.resolve(actor.id === 'user-ada') },
    });
  });
  after(() => kit.close());

  const nudges = async (browser: Browser): Promise<unknown> =>
    expectStatus(await browser.get('/session'), 200).body['nudges'];

  it('is told to set one up from the moment on in which they report something, for thirty days, or until they did', async () => {
    const browser = await signIn(kit.browser(), 'grace');
    assert.deepEqual(await nudges(browser), []);
    const { body } = await browser.get('/activity?limit=1');
    const [event] = body['events'] as { id: string }[];
    expectStatus(await browser.post(`/activity/${event!.id}/report`), 200);
    assert.deepEqual(await nudges(browser), ['set-up-after-incident']);

    kit.clock.advance(29 * DAY);
    const later = await signIn(kit.browser(), 'grace');
    assert.deepEqual(await nudges(later), ['set-up-after-incident']);
    kit.clock.advance(DAY);
    assert.deepEqual(await nudges(await signIn(kit.browser(), 'grace')), []);
  });

  it('is told so after account recovery, and after an administrator took away what they had', async () => {
    const { app } = await enrol(kit, kit.browser());
    await enrol(kit, kit.browser(), 'linus');
    const { finish } = await readyRecovery(kit, 'linus');
    const recovered = await finishRecovery(kit, finish, PASSWORD);
    assert.deepEqual(await nudges(recovered), ['set-up-after-incident']);
    await addApp(kit, recovered);
    assert.deepEqual(await nudges(recovered), ['recovery-codes-not-saved']);

    const admin = await signInFully(kit, kit.browser(), app);
    expectStatus(await admin.post('/admin/members/user-linus/reset', { reason: 'lost phone' }), 204);
    assert.deepEqual(await nudges(await signIn(kit.browser(), 'linus')), ['set-up-after-incident']);
  });
});
