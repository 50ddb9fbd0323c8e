import assert from 'node:assert/strict';
import { afterEach, it } from 'node:test';
import { answerChallenge, enrolPasskey, holdPasskey, newDevice } from '../passkeys/testing/ceremonies.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { addApp, enrol, expectProblem, expectStatus } from '../testing/people.ts';
import type { RunningKit } from '../testing/running-kit.ts';
import { become, changePolicy, startWorkspace } from './testing/workspace.ts';

let kit: RunningKit;
afterEach(() => kit.close());

describeOnEachDatabase('The last factor of who has to have one', (database) => {
  it('stays, by whatever call, in grace as well; nothing is changed, and nothing told (S7)', async () => {
    kit = await startWorkspace({ database });
    const browser = kit.browser();
    const { factorId } = await enrol(kit, browser);
    const before = await kit.tables();
    expectProblem(await browser.delete(`/totp/${factorId}`), 409, 'last_factor');
    expectProblem(await browser.delete('/factors'), 409, 'last_factor');
    assert.deepEqual(await kit.tables(), before);
  });

  it('goes when the person need not have it any more', async () => {
    kit = await startWorkspace({ database });
    const browser = kit.browser();
    const { factorId } = await enrol(kit, browser);
    become(kit, 'ada', { role: 'member' });
    expectStatus(await browser.delete(`/totp/${factorId}`), 204);
  });

  it('is not the one before it, nor a pending enrolment, nor one of somebody else', async () => {
    kit = await startWorkspace({ database });
    const browser = kit.browser();
    const { factorId } = await enrol(kit, browser);
    const pending = expectStatus(await browser.post('/totp'), 201);
    expectStatus(await browser.delete(`/totp/${String(pending.body['id'])}`), 204);
    expectProblem(await browser.delete('/totp/AAAAAAAAAAAAAAAAAAAAAA'), 404, 'not_found');
    const other = await addApp(kit, browser, 'Tablet');
    expectStatus(await browser.delete(`/totp/${factorId}`), 204);
    expectProblem(await browser.delete(`/totp/${other.factorId}`), 409, 'last_factor');
  });

  it('may be a passkey as well as an authenticator app', async () => {
    kit = await startWorkspace({ database });
    const browser = kit.browser();
    const { passkeyId } = await holdPasskey(browser, newDevice(kit));
    expectProblem(await browser.delete(`/passkeys/${passkeyId}`), 409, 'last_factor');
    await addApp(kit, browser);
    expectStatus(await browser.delete(`/passkeys/${passkeyId}`), 200);
  });

  it('is the passkey where the authenticator app is locked: the app lets nobody in (S7, L2)', async () => {
    kit = await startWorkspace({ database });
    const browser = kit.browser();
    const { passkeyId } = await holdPasskey(browser, newDevice(kit));
    const { factorId } = await addApp(kit, browser);
    await kit.sql(`UPDATE mfa_totp_factors SET locked_at = ${kit.clock.now()}`);
    expectProblem(await browser.delete(`/passkeys/${passkeyId}`), 409, 'last_factor');
    expectStatus(await browser.delete(`/totp/${factorId}`), 204);
  });

  it('is the last passkey where the role has to be safe from phishing, in grace as well (S7)', async () => {
    kit = await startWorkspace({ database });
    await changePolicy(kit, { phishingResistantRoles: ['admin'] });
    const browser = kit.browser();
    const { factorId } = await enrol(kit, browser);
    const phone = newDevice(kit);
    const added = expectStatus(await enrolPasskey(browser, phone), 201);
    const { id } = added.body['passkey'] as { id: string };
    expectProblem(await browser.delete(`/passkeys/${id}`), 409, 'last_factor');
    expectStatus(await browser.delete(`/totp/${factorId}`), 204);
    await answerChallenge(browser, phone);
    expectStatus(await enrolPasskey(browser, newDevice(kit)), 201);
    expectStatus(await browser.delete(`/passkeys/${id}`), 200);
  });

  it('stays also when both of two are removed at the same moment (S7)', async () => {
    kit = await startWorkspace({ database });
    const browser = kit.browser();
    for (let round = 0; round < 5; round += 1) {
      kit.clock.advance(3_600_000);
      become(kit, 'ada', { role: 'member' });
      await browser.delete('/factors');
      const one = round === 0 ? await enrol(kit, browser) : await enrolAgain(browser);
      const other = await addApp(kit, browser, 'Tablet');
      become(kit, 'ada', { role: 'admin' });
      const replies = await Promise.all(
        [one.factorId, other.factorId].map((id) => browser.copy().delete(`/totp/${id}`)),
      );
      assert.equal(replies.filter(({ status }) => status === 204).length, 1);
      assert.equal((await kit.tables())['mfa_totp_factors']!.length, 1);
    }
  });

  async function enrolAgain(browser: ReturnType<RunningKit['browser']>): ReturnType<typeof enrol> {
    await kit.sql('DELETE FROM mfa_totp_factors');
    return enrol(kit, browser);
  }
});
