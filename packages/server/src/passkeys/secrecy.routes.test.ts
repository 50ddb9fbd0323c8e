import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { expectProblem, expectStatus, signIn } from '../testing/people.ts';
import { startKit } from '../testing/running-kit.ts';
import {
  answerChallenge,
  creationOptions,
  holdPasskey,
  newDevice,
  oneClick,
  requestOptions,
} from './testing/ceremonies.ts';
import { forged } from './testing/software-authenticator.ts';

describeOnEachDatabase('What passkeys leave behind (K6)', (database) => {
  it('is no challenge, no handle, no credential id and no signature in log, audit or mails', async () => {
    const kit = await startKit({ database });
    const device = newDevice(kit);
    const browser = kit.browser();
    await holdPasskey(browser, device);
    const secrets = device.credentials.flatMap(({ id, userHandle }) => [
      id.toString('base64url'),
      userHandle,
    ]);
    secrets.push((await creationOptions(browser)).challenge);
    const options = await requestOptions(kit.browser(), '/passkey-sign-in');
    const response = device.get(options, { signature: forged });
    secrets.push(options.challenge, response.response.signature, response.response.authenticatorData);
    expectProblem(await kit.browser().post('/passkey-sign-in', { response }), 401, 'passkey_rejected');
    expectProblem(await kit.browser().post('/passkey-sign-in', { response }), 401, 'passkey_rejected');
    for (const origin of ['https://attacker.example', 'https://sub.localhost']) {
      expectProblem(
        await oneClick(kit.browser(), device, { clientData: { origin } }),
        401,
        'passkey_rejected',
      );
    }
    const pending = await signIn(kit.browser());
    expectProblem(await answerChallenge(pending, device, { rpId: 'example.com' }), 401, 'passkey_rejected');
    expectStatus(await oneClick(kit.browser(), device), 200);
    await kit.mfa.jobs.runDue();

    const places = {
      log: kit.log(),
      audit: JSON.stringify(await kit.audit()),
      mails: JSON.stringify(kit.mails),
    };
    assert.ok(places.log.includes('passkey_rejected'), 'refusals are logged');
    for (const secret of secrets) {
      assert.ok(secret.length > 12);
      for (const [place, text] of Object.entries(places)) {
        assert.ok(!text.includes(secret), `${place} holds ${secret.slice(0, 4)}…`);
      }
    }
    await kit.close();
  });
});
