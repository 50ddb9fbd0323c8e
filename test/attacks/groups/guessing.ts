import assert from 'node:assert/strict';
import { attacksOn } from '../attack.ts';
import { refused, succeeded, successes } from '../checks/expect.ts';
import { appHolder, codeOf, enterPassword, halfSignedIn, newPerson, PASSWORD } from '../cast/people.ts';
import type { AppHolder } from '../cast/people.ts';
import type { Scene } from '../cast/scene.ts';

const TOTP = '/mfa/challenge/totp';
const RECOVERY_CODE = '/mfa/challenge/recovery-code';

/** Ten wrong codes over as many sign-ins as it takes: the account is closed after them. */
async function closeAccount(scene: Scene, person: AppHolder): Promise<void> {
  const codes = person.app.wrongCodes(await scene.now(), 10);
  for (const half of [codes.slice(0, 5), codes.slice(5)]) {
    const browser = await halfSignedIn(scene, person);
    for (const code of half) refused(await browser.post(TOTP, { code }), 'invalid_code');
  }
}

export const guessing = attacksOn('guessing', [
  {
    id: 'guess-password-wrong',
    title: 'A wrong password opens nothing, and is in the audit',
    from: ['B5', 'WSTG-ATHN-03'],
    async run(scene) {
      const { login } = await newPerson(scene);
      const answer = await scene.browser().post('/mfa/sign-in', { login, password: `${PASSWORD}.` });
      refused(answer, 'invalid_credentials');
      scene.expectEvent(answer, 'auth.sign_in.failure');
    },
  },
  {
    id: 'guess-passwords-from-one-address',
    title: 'After 20 failed sign-ins an address is closed, also to the right password',
    from: ['L4', 'CWE-307'],
    async run(scene) {
      const person = await newPerson(scene);
      for (let attempt = 0; attempt < 20; attempt += 1) {
        const guess = { login: person.login, password: `guess number ${attempt}` };
        refused(await scene.browser().post('/mfa/sign-in', guess), 'invalid_credentials');
      }
      const right = { login: person.login, password: PASSWORD };
      refused(await scene.browser().post('/mfa/sign-in', right), 'too_many_attempts');
      succeeded(await scene.browser(scene.newAddress()).post('/mfa/sign-in', right));
    },
  },
  {
    id: 'guess-codes-on-one-sign-in',
    title: 'Five wrong codes end a pending sign-in: the right one comes too late',
    from: ['L1', 'CWE-307', 'WSTG-ATHN-11'],
    async run(scene) {
      const person = await appHolder(scene);
      const browser = await halfSignedIn(scene, person);
      for (const code of person.app.wrongCodes(await scene.now(), 5)) {
        const answer = refused(await browser.post(TOTP, { code }), 'invalid_code');
        scene.expectEvent(answer, 'auth.2fa.failure', 'wrong');
      }
      refused(
        await browser.post(TOTP, { code: await codeOf(scene, person.app) }),
        'challenge_expired',
        'session_required',
      );
    },
  },
  {
    id: 'guess-codes-over-sign-ins',
    title: 'Ten wrong codes close the account, however many sign-ins they are spread over',
    from: ['L1', 'CWE-307', 'NIST SP 800-63B-4 §3.2.2'],
    async run(scene) {
      const person = await appHolder(scene);
      await closeAccount(scene, person);
      const browser = await halfSignedIn(scene, person);
      const answer = refused(
        await browser.post(TOTP, { code: await codeOf(scene, person.app) }),
        'too_many_attempts',
      );
      scene.expectEvent(answer, 'auth.2fa.failure', 'closed');
    },
  },
  {
    id: 'guess-codes-in-parallel-on-one-sign-in',
    title: 'Of 40 wrong codes at the same instant on one pending sign-in at most five are verified',
    from: ['L1', 'S2', 'CWE-362', 'CWE-367'],
    async run(scene) {
      const person = await appHolder(scene);
      const browser = await halfSignedIn(scene, person);
      const codes = person.app.wrongCodes(await scene.now(), 40);
      const answers = await scene.atOnce(
        codes.map((code) => ({ browser, request: browser.request('POST', TOTP, { code }) })),
      );
      const verified = answers.filter(({ body }) => body['code'] === 'invalid_code').length;
      assert.ok(verified >= 1 && verified <= 5, `${verified} were verified`);
      refused(
        await browser.post(TOTP, { code: await codeOf(scene, person.app) }),
        'challenge_expired',
        'session_required',
      );
    },
  },
  {
    id: 'guess-codes-in-parallel-over-sign-ins',
    title: 'Of 24 wrong codes at the same instant, each on a sign-in of its own, at most ten are verified',
    from: ['L1', 'S2', 'CWE-362'],
    async run(scene) {
      const person = await appHolder(scene);
      const codes = person.app.wrongCodes(await scene.now(), 24);
      const contenders = [];
      for (const code of codes) {
        const browser = await halfSignedIn(scene, person);
        contenders.push({ browser, request: browser.request('POST', TOTP, { code }) });
      }
      const answers = await scene.atOnce(contenders);
      const verified = answers.filter(({ body }) => body['code'] === 'invalid_code').length;
      assert.ok(verified >= 1 && verified <= 10, `${verified} were verified`);
    },
  },
  {
    id: 'guess-by-several-methods',
    title: 'Wrong TOTP codes and wrong recovery codes count together',
    from: ['L1', 'CWE-307'],
    async run(scene) {
      const person = await appHolder(scene);
      const first = await halfSignedIn(scene, person);
      for (const code of person.app.wrongCodes(await scene.now(), 5)) {
        refused(await first.post(TOTP, { code }), 'invalid_code');
      }
      const second = await halfSignedIn(scene, person);
      for (let guess = 0; guess < 5; guess += 1) {
        refused(await second.post(RECOVERY_CODE, { code: `ABCD-EFGH-JKMN-000${guess}` }), 'invalid_code');
      }
      const third = await halfSignedIn(scene, person);
      refused(await third.post(RECOVERY_CODE, { code: person.recoveryCodes[0] }), 'too_many_attempts');
    },
  },
  {
    id: 'guess-in-step-up',
    title: 'Wrong codes of step-up count on the account: a stolen session is no place to guess in',
    from: ['L1', 'CWE-307'],
    async run(scene) {
      const person = await appHolder(scene);
      for (const code of person.app.wrongCodes(await scene.now(), 10)) {
        const answer = refused(await person.browser.post(TOTP, { code }), 'invalid_code');
        scene.expectEvent(answer, 'auth.step_up.failure', 'wrong');
      }
      const code = await codeOf(scene, person.app);
      refused(await person.browser.post(TOTP, { code }), 'too_many_attempts');
      const elsewhere = await halfSignedIn(scene, person);
      refused(await elsewhere.post(TOTP, { code }), 'too_many_attempts');
    },
  },
  {
    id: 'guess-locks-nobody-out-without-password',
    title: 'A stranger without the password cannot close an account by guessing',
    from: ['L3', 'CWE-645'],
    async run(scene) {
      const person = await appHolder(scene);
      const stranger = scene.browser(scene.newAddress());
      for (let attempt = 0; attempt < 12; attempt += 1) {
        const guess = { login: person.login, password: `guess number ${attempt}` };
        refused(await stranger.post('/mfa/sign-in', guess), 'invalid_credentials', 'too_many_attempts');
      }
      const browser = await halfSignedIn(scene, person);
      succeeded(await browser.post(TOTP, { code: await codeOf(scene, person.app) }));
    },
  },
  {
    id: 'guess-right-code-in-parallel',
    title: 'The right code 16 times at the same instant opens one session',
    from: ['S1', 'CWE-362'],
    async run(scene) {
      const person = await appHolder(scene);
      const code = await codeOf(scene, person.app);
      const contenders = [];
      for (let index = 0; index < 16; index += 1) {
        const browser = await enterPassword(scene.browser(), person);
        contenders.push({ browser, request: browser.request('POST', TOTP, { code }) });
      }
      assert.equal(successes(await scene.atOnce(contenders)), 1);
    },
  },
]);
