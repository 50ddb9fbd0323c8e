import assert from 'node:assert/strict';
import { attacksOn } from '../attack.ts';
import { refused, succeeded, successes } from '../checks/expect.ts';
import {
  addApp,
  appHolder,
  codeOf,
  enterPassword,
  halfSignedIn,
  newPerson,
  passkeyHolder,
  PASSWORD,
  signedIn,
  startApp,
} from '../cast/people.ts';
import { finishWithPasskey, ONE_CLICK } from '../cast/ceremonies.ts';
import { closeAccount, RECOVERY_CODE, TOTP } from '../cast/challenge.ts';

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
    title: 'Of 14 wrong codes at the same instant, each on a sign-in of its own, at most ten are verified',
    from: ['L1', 'S2', 'CWE-362'],
    async run(scene) {
      const person = await appHolder(scene);
      const codes = person.app.wrongCodes(await scene.now(), 14);
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
    title: 'The right code at the same instant in eight sign-ins opens one session',
    from: ['S1', 'CWE-362'],
    async run(scene) {
      const person = await appHolder(scene);
      const code = await codeOf(scene, person.app);
      const contenders = [];
      for (let index = 0; index < 8; index += 1) {
        const browser = await enterPassword(scene.browser(), person);
        contenders.push({ browser, request: browser.request('POST', TOTP, { code }) });
      }
      assert.equal(successes(await scene.atOnce(contenders)), 1);
    },
  },
  {
    id: 'guess-in-enrolment',
    title: 'Wrong codes when confirming an app count on the account',
    from: ['L1', 'CWE-307'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const { app, id } = await startApp(browser);
      for (const code of app.wrongCodes(await scene.now(), 10)) {
        refused(await browser.post(`/mfa/totp/${id}/confirm`, { code }), 'invalid_code');
      }
      const right = { code: await codeOf(scene, app) };
      refused(await browser.post(`/mfa/totp/${id}/confirm`, right), 'too_many_attempts');
    },
  },
  {
    id: 'guess-password-in-step-up',
    title: 'Wrong passwords in step-up count on the account',
    from: ['L1', 'CWE-307'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      for (let guess = 0; guess < 10; guess += 1) {
        const wrong = { password: `guess number ${guess}` };
        refused(await browser.post('/mfa/challenge/password', wrong), 'invalid_credentials');
      }
      refused(await browser.post('/mfa/challenge/password', { password: PASSWORD }), 'too_many_attempts');
    },
  },
  {
    id: 'guess-in-parallel-in-step-up',
    title: 'Of 24 wrong codes at the same instant in one session at most ten are verified',
    from: ['L1', 'S2', 'CWE-362'],
    async run(scene) {
      const { app, browser } = await appHolder(scene);
      const codes = app.wrongCodes(await scene.now(), 24);
      const answers = await scene.atOnce(
        codes.map((code) => ({ browser, request: browser.request('POST', TOTP, { code }) })),
      );
      const verified = answers.filter(({ body }) => body['code'] === 'invalid_code').length;
      assert.ok(verified >= 1 && verified <= 10, `${verified} were verified`);
    },
  },
  {
    id: 'guess-passwords-in-parallel',
    title: 'Of 30 wrong passwords at the same instant from one address at most 20 are verified',
    from: ['L4', 'S2', 'CWE-362'],
    async run(scene) {
      const { login } = await newPerson(scene);
      const contenders = Array.from({ length: 30 }, (_, index) => {
        const browser = scene.browser();
        const guess = { login, password: `guess number ${index}` };
        return { browser, request: browser.request('POST', '/mfa/sign-in', guess) };
      });
      const answers = await scene.atOnce(contenders);
      const verified = answers.filter(({ body }) => body['code'] === 'invalid_credentials').length;
      assert.ok(verified >= 1 && verified <= 20, `${verified} were verified`);
    },
  },
  {
    id: 'guess-one-password-for-many-people',
    title: 'One password tried on 20 accounts closes the address as 20 passwords on one do',
    from: ['L4', 'CWE-307', 'WSTG-ATHN-03'],
    async run(scene) {
      const person = await newPerson(scene);
      for (let attempt = 0; attempt < 20; attempt += 1) {
        const guess = { login: `${scene.unique('nobody')}@example.com`, password: 'Password1' };
        refused(await scene.browser().post('/mfa/sign-in', guess), 'invalid_credentials');
      }
      const right = { login: person.login, password: PASSWORD };
      refused(await scene.browser().post('/mfa/sign-in', right), 'too_many_attempts');
    },
  },
  {
    id: 'guess-from-invented-addresses',
    title: 'An invented forwarding header makes no new address',
    from: ['L4', 'CWE-348', 'CWE-290'],
    async run(scene) {
      const { login } = await newPerson(scene);
      const pretend = (last: number): Record<string, string> => ({
        'X-Forwarded-For': `198.51.100.${last}`,
        'X-Real-IP': `198.51.100.${last}`,
        'X-Client-IP': `198.51.100.${last}`,
        'True-Client-IP': `198.51.100.${last}`,
        'CF-Connecting-IP': `198.51.100.${last}`,
        Forwarded: `for=198.51.100.${last}`,
      });
      for (let attempt = 1; attempt <= 20; attempt += 1) {
        const guess = { login, password: `guess number ${attempt}` };
        refused(await scene.browser().post('/mfa/sign-in', guess, pretend(attempt)), 'invalid_credentials');
      }
      const right = { login, password: PASSWORD };
      refused(await scene.browser().post('/mfa/sign-in', right, pretend(21)), 'too_many_attempts');
    },
  },
  {
    id: 'guess-behind-a-success',
    title: 'A successful sign-in in between gives no new attempts on the account',
    from: ['L3', 'CWE-307', 'WSTG-ATHN-03'],
    async run(scene) {
      const person = await appHolder(scene);
      const codes = person.app.wrongCodes(await scene.now(), 10);
      const first = await halfSignedIn(scene, person);
      for (const code of codes.slice(0, 5)) refused(await first.post(TOTP, { code }), 'invalid_code');
      const second = await halfSignedIn(scene, person);
      for (const code of codes.slice(5, 9)) refused(await second.post(TOTP, { code }), 'invalid_code');
      succeeded(await second.post(TOTP, { code: await codeOf(scene, person.app) }));
      const third = await halfSignedIn(scene, person);
      refused(await third.post(TOTP, { code: codes[9] }), 'invalid_code');
      refused(await third.post(TOTP, { code: codes[9] }), 'too_many_attempts');
    },
  },
  {
    id: 'guess-closes-no-passkey',
    title: 'While codes are closed, the passkey still lets its owner in',
    from: ['L2', 'CWE-645'],
    async run(scene) {
      const person = await passkeyHolder(scene);
      const { app } = await addApp(scene, person.browser);
      await closeAccount(scene, { ...person, app });
      succeeded(await finishWithPasskey(scene, person));
    },
  },
  {
    id: 'guess-current-password',
    title: 'Where the password is changed, the current one cannot be guessed without end',
    from: ['CWE-307', 'WSTG-ATHN-09'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const answers = [];
      for (let guess = 0; guess < 12; guess += 1) {
        const change = { current: `guess number ${guess}`, next: 'a passphrase of the thief' };
        answers.push(await browser.post('/api/password', change));
      }
      for (const answer of answers) refused(answer, 'invalid_credentials', 'too_many_attempts');
      const right = { current: PASSWORD, next: 'a passphrase of the thief' };
      refused(await browser.post('/api/password', right), 'too_many_attempts');
    },
  },
  {
    id: 'guess-challenges-without-end',
    title: 'Challenges for a sign-in by passkey alone, which anybody may ask for, are not made without end',
    from: ['L4', 'CWE-770', 'CWE-799'],
    async run(scene) {
      const refusals = [];
      for (let round = 0; round < 4; round += 1) {
        const contenders = Array.from({ length: 80 }, () => {
          const browser = scene.browser();
          return { browser, request: browser.request('POST', `${ONE_CLICK}/options`) };
        });
        refusals.push(...(await scene.atOnce(contenders)).filter(({ status }) => status !== 200));
      }
      assert.ok(refusals.length >= 20, `${refusals.length} of 320 were refused`);
      for (const answer of refusals) refused(answer, 'too_many_attempts');
    },
  },
]);
