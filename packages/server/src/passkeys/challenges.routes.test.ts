import assert from 'node:assert/strict';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { afterEach, beforeEach, it } from 'node:test';
import type { Browser } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { expectProblem, expectStatus, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import {
  creationOptions,
  holdPasskey,
  newDevice,
  oneClick,
  reasonsOf,
  requestOptions,
} from './testing/ceremonies.ts';
import { forged, type SoftwareAuthenticator } from './testing/software-authenticator.ts';

type Place = 'registration' | 'second factor' | 'step-up' | 'sign-in';
const PLACES: readonly Place[] = ['registration', 'second factor', 'step-up', 'sign-in'];

const FAILURES: Readonly<Record<Place, string>> = {
  registration: 'auth.2fa.failure',
  'second factor': 'auth.2fa.failure',
  'step-up': 'auth.step_up.failure',
  'sign-in': 'auth.sign_in.failure',
};

const MINUTE = 60_000;

describeOnEachDatabase('A challenge (W1)', (database) => {
  let kit: RunningKit;
  let device: SoftwareAuthenticator;
  /** Who is where: each place with a browser that may ask there. */
  let browsers: Readonly<Record<Place, Browser>>;

  beforeEach(async () => {
    kit = await startKit({ database });
    device = newDevice(kit);
    const session = kit.browser();
    await holdPasskey(session, device);
    browsers = {
      registration: session,
      'step-up': session,
      'second factor': await signIn(kit.browser()),
      'sign-in': kit.browser(),
    };
  });
  afterEach(() => kit.close());

  const challengeOf = async (place: Place, browser = browsers[place]): Promise<string> => {
    if (place === 'registration') return (await creationOptions(browser)).challenge;
    const path = place === 'sign-in' ? '/passkey-sign-in' : '/challenge/passkey';
    return (await requestOptions(browser, path)).challenge;
  };

  /** Answers a challenge at a place, rightly in every other way. */
  async function answer(
    place: Place,
    challenge: string,
    browser = browsers[place],
    made?: unknown,
  ): ReturnType<Browser['post']> {
    if (place === 'registration') {
      const options = await creationOptions(browser);
      return browser.post('/passkeys', { response: newDevice(kit).create({ ...options, challenge }) });
    }
    const options: PublicKeyCredentialRequestOptionsJSON = { challenge, rpId: 'localhost' };
    const path = place === 'sign-in' ? '/passkey-sign-in' : '/challenge/passkey';
    return browser.post(path, { response: made ?? device.get(options) });
  }

  for (const made of PLACES) {
    for (const shown of PLACES.filter((place) => place !== made)) {
      it(`made for ${made} is refused at ${shown}, and used up`, async () => {
        const challenge = await challengeOf(made);
        const { result: reply, events } = await kit.audited(() => answer(shown, challenge));
        expectProblem(reply, 401, 'passkey_rejected');
        assert.deepEqual(reasonsOf(events), [[FAILURES[shown], 'challenge-purpose']]);
        const { result: late, events: again } = await kit.audited(() => answer(made, challenge));
        expectProblem(late, 401, 'passkey_rejected');
        assert.ok(reasonsOf(again).some(([, reason]) => reason === 'challenge-used'));
      });
    }
  }

  for (const place of ['registration', 'second factor', 'step-up'] as const) {
    it(`made for another browser is refused at ${place}, though it is the same person's`, async () => {
      const other = place === 'second factor' ? await signIn(kit.browser()) : kit.browser();
      if (place !== 'second factor') expectStatus(await oneClick(other, device), 200);
      const challenge = await challengeOf(place, other);
      const { result: reply, events } = await kit.audited(() => answer(place, challenge));
      expectProblem(reply, 401, 'passkey_rejected');
      assert.deepEqual(reasonsOf(events), [[FAILURES[place], 'challenge-owner']]);
    });
  }

  for (const place of PLACES) {
    it(`lives for five minutes (${place})`, async () => {
      const [inTime, late] = [await challengeOf(place), await challengeOf(place)];
      kit.clock.advance(5 * MINUTE - 1);
      expectStatus(await answer(place, inTime), place === 'registration' ? 201 : 200);
      // What is answered next takes its own way in: a finished sign-in needs none any more.
      const { browser, challenge } = await lateAt(place, late);
      const { result: reply, events } = await kit.audited(() => answer(place, challenge, browser));
      expectProblem(reply, 410, 'expired');
      assert.deepEqual(reasonsOf(events), [[FAILURES[place], 'challenge-expired']]);
    });

    it(`that nobody made is refused (${place})`, async () => {
      const challenge = Buffer.alloc(32, 9).toString('base64url');
      const { result: reply, events } = await kit.audited(() => answer(place, challenge));
      expectProblem(reply, 401, 'passkey_rejected');
      assert.deepEqual(reasonsOf(events), [[FAILURES[place], 'challenge-unknown']]);
    });
  }

  it('that took too long is still told from one that nobody made when what has ended was swept away', async () => {
    const challenge = await challengeOf('sign-in');
    await kit.mfa.jobs.runDue();
    kit.clock.advance(5 * MINUTE);
    await kit.mfa.jobs.runDue();
    expectProblem(await answer('sign-in', challenge), 410, 'expired');
  });

  async function lateAt(place: Place, late: string): Promise<{ browser: Browser; challenge: string }> {
    if (place !== 'second factor') {
      kit.clock.advance(1);
      return { browser: browsers[place], challenge: late };
    }
    const browser = await signIn(kit.browser());
    const challenge = await challengeOf(place, browser);
    kit.clock.advance(5 * MINUTE);
    return { browser, challenge };
  }

  for (const place of ['step-up', 'sign-in'] as const) {
    it(`is used once: the same answer again is refused at ${place}, and reported as a replay`, async () => {
      const challenge = await challengeOf(place);
      const made = device.get({ challenge, rpId: 'localhost' });
      expectStatus(await answer(place, challenge, browsers[place], made), 200);
      const { result: reply, events } = await kit.audited(() =>
        answer(place, challenge, browsers[place], made),
      );
      expectProblem(reply, 401, 'passkey_rejected');
      assert.deepEqual(reasonsOf(events), [
        [FAILURES[place], 'challenge-used'],
        ['auth.2fa.replay_attempt', null],
      ]);
      assert.deepEqual(
        events.map(({ subject }) => subject),
        ['user-ada', 'user-ada'],
      );
      await kit.mfa.jobs.runDue();
      assert.equal(kit.mails.at(-1)?.subject, 'Test Notes: A sign-in code was used twice');
    });

    it(`is used up when the verification fails (${place}); what comes after is no replay of anything right`, async () => {
      const challenge = await challengeOf(place);
      const wrong = device.get({ challenge, rpId: 'localhost' }, { signature: forged });
      expectProblem(await answer(place, challenge, browsers[place], wrong), 401, 'passkey_rejected');
      const { result: reply, events } = await kit.audited(() =>
        answer(place, challenge, browsers[place], wrong),
      );
      expectProblem(reply, 401, 'passkey_rejected');
      assert.deepEqual(reasonsOf(events), [[FAILURES[place], 'challenge-used']]);
      expectProblem(await answer(place, challenge), 401, 'passkey_rejected');
    });
  }

  it('is used up by a registration that fails, too', async () => {
    const { registration: browser } = browsers;
    const options = await creationOptions(browser);
    const wrong = newDevice(kit).create(options, { rpId: 'attacker.example' });
    expectProblem(await browser.post('/passkeys', { response: wrong }), 401, 'passkey_rejected');
    const response = newDevice(kit).create(options);
    const { result: reply, events } = await kit.audited(() => browser.post('/passkeys', { response }));
    expectProblem(reply, 401, 'passkey_rejected');
    assert.deepEqual(reasonsOf(events), [['auth.2fa.failure', 'challenge-used']]);
  });

  it('is stored as a hash alone', async () => {
    const challenge = await challengeOf('sign-in');
    assert.ok(!JSON.stringify(await kit.tables()).includes(challenge));
  });
});
