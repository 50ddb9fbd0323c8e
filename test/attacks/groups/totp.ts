import assert from 'node:assert/strict';
import { attacksOn } from '../attack.ts';
import { refused, succeeded, successes } from '../checks/expect.ts';
import { stepAt } from '../cast/authenticator-app.ts';
import { TOTP } from '../cast/challenge.ts';
import { provePasskey, victim } from '../cast/victim.ts';
import {
  addApp,
  appHolder,
  codeOf,
  halfSignedIn,
  signedIn,
  signInWithApp,
  startApp,
} from '../cast/people.ts';

/** Codes that look like the right one to somebody who converts, trims or searches. */
const disguises = (code: string): readonly (readonly [string, unknown])[] => [
  ['full-width digits', Array.from(code, (digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')],
  ['Arabic-Indic digits', Array.from(code, (digit) => String.fromCodePoint(0x660 + Number(digit))).join('')],
  [
    'mathematical digits',
    Array.from(code, (digit) => String.fromCodePoint(0x1d7ce + Number(digit))).join(''),
  ],
  ['a space before', ` ${code}`],
  ['a line end after', `${code}\n`],
  ['a NUL after', `${code}\u0000`],
  ['a sign before', `+${code.slice(1)}`],
  ['a group of digits', `${code.slice(0, 3)} ${code.slice(3)}`],
  ['a zero too many', `0${code}`],
  ['a digit too few', code.slice(1)],
  ['an exponent', `${code.slice(0, 1)}e5000`],
  ['nothing', ''],
];

const otherTypes = (code: string): readonly unknown[] => [
  Number(code),
  [code],
  [[code]],
  { code },
  { $ne: '' },
  { $gt: '000000' },
  { toString: code },
  { length: 6, 0: code },
  true,
  null,
];

export const totp = attacksOn('TOTP', [
  {
    id: 'totp-replay-of-enrolment',
    title: 'The code that confirmed an app does not sign in',
    from: ['K4', 'RFC 6238 §5.2', 'CWE-294'],
    async run(scene) {
      const person = await appHolder(scene);
      const browser = await halfSignedIn(scene, person);
      const used = person.app.codeOfStep(person.app.lastStep);
      const answer = refused(await browser.post(TOTP, { code: used }), 'invalid_code');
      scene.expectEvent(answer, 'auth.2fa.failure', 'replay');
      scene.expectEvent(answer, 'auth.2fa.replay_attempt');
    },
  },
  {
    id: 'totp-replay-of-sign-in',
    title: 'A code that signed in does not sign in again',
    from: ['K4', 'RFC 6238 §5.2', 'CWE-294'],
    async run(scene) {
      const person = await appHolder(scene);
      await signInWithApp(scene, person);
      const browser = await halfSignedIn(scene, person);
      const used = person.app.codeOfStep(person.app.lastStep);
      refused(await browser.post(TOTP, { code: used }), 'invalid_code');
    },
  },
  {
    id: 'totp-replay-in-step-up',
    title: 'A code that signed in does not step up: watching one sign-in buys nothing',
    from: ['K4', 'RFC 6238 §5.2', 'CWE-294'],
    async run(scene) {
      const person = await appHolder(scene);
      const browser = await signInWithApp(scene, person);
      const used = person.app.codeOfStep(person.app.lastStep);
      const answer = refused(await browser.post(TOTP, { code: used }), 'invalid_code');
      scene.expectEvent(answer, 'auth.2fa.replay_attempt');
    },
  },
  {
    id: 'totp-replay-of-step-up',
    title: 'A code that stepped up does not sign in',
    from: ['K4', 'CWE-294'],
    async run(scene) {
      const person = await appHolder(scene);
      const code = await codeOf(scene, person.app);
      succeeded(await person.browser.post(TOTP, { code }));
      refused(await (await halfSignedIn(scene, person)).post(TOTP, { code }), 'invalid_code');
    },
  },
  {
    id: 'totp-older-unused-step',
    title: 'After a code of the next step, the unused one of the current step is dead',
    from: ['K4', 'RFC 6238 §5.2', 'CWE-294'],
    movesClock: true,
    async run(scene) {
      const person = await appHolder(scene);
      const now = stepAt(await scene.advance(90));
      const first = await halfSignedIn(scene, person);
      succeeded(await first.post(TOTP, { code: person.app.codeOfStep(now + 1) }));
      const second = await halfSignedIn(scene, person);
      refused(await second.post(TOTP, { code: person.app.codeOfStep(now) }), 'invalid_code');
    },
  },
  {
    id: 'totp-replay-in-parallel',
    title: 'One code 16 times at the same instant on one pending sign-in opens one session',
    from: ['S1', 'K4', 'CWE-362'],
    async run(scene) {
      const person = await appHolder(scene);
      const browser = await halfSignedIn(scene, person);
      const request = browser.request('POST', TOTP, { code: await codeOf(scene, person.app) });
      const answers = await scene.atOnce(Array.from({ length: 16 }, () => ({ browser, request })));
      assert.equal(successes(answers), 1);
    },
  },
  {
    id: 'totp-step-up-in-parallel',
    title: 'One code at the same instant in four sessions steps up one of them',
    from: ['S1', 'K4', 'CWE-362'],
    movesClock: true,
    async run(scene) {
      const person = await appHolder(scene);
      const contenders = [];
      for (let index = 0; index < 4; index += 1) {
        contenders.push({ browser: await signInWithApp(scene, person) });
      }
      const code = await codeOf(scene, person.app);
      const answers = await scene.atOnce(
        contenders.map(({ browser }) => ({ browser, request: browser.request('POST', TOTP, { code }) })),
      );
      assert.equal(successes(answers), 1);
    },
  },
  {
    id: 'totp-outside-the-window',
    title: 'Codes of two steps before and two steps after now are refused',
    from: ['K4', 'RFC 6238 §5.2', 'RFC 6238 §6'],
    movesClock: true,
    async run(scene) {
      const person = await appHolder(scene);
      // To the beginning of a step, so that now is the same step until the end.
      const now = await scene.now();
      const step = stepAt(await scene.advance(120 + (30_000 - (now % 30_000)) / 1000));
      const browser = await halfSignedIn(scene, person);
      for (const distance of [-2, 2]) {
        refused(await browser.post(TOTP, { code: person.app.codeOfStep(step + distance) }), 'invalid_code');
      }
      succeeded(await browser.post(TOTP, { code: person.app.codeOfStep(step) }));
    },
  },
  {
    id: 'totp-in-disguise',
    title: 'Digits of other scripts, spaces, signs and other lengths are no code, and are not counted',
    from: ['K4', 'CWE-176', 'CWE-20'],
    async run(scene) {
      const person = await victim(scene);
      const browser = await halfSignedIn(scene, person);
      const code = person.app.codeOfStep(stepAt(await scene.now()));
      for (const [, disguised] of disguises(code)) {
        refused(await browser.post(TOTP, { code: disguised }), 'validation_failed');
      }
      succeeded(await provePasskey(browser, person));
    },
  },
  {
    id: 'totp-other-types',
    title: 'Numbers, lists, objects and operators of query languages are no code, and are not counted',
    from: ['K4', 'CWE-843', 'CWE-943', 'WSTG-INPV-05'],
    async run(scene) {
      const person = await victim(scene);
      const browser = await halfSignedIn(scene, person);
      const code = person.app.codeOfStep(stepAt(await scene.now()));
      for (const wrong of otherTypes(code)) {
        refused(await browser.post(TOTP, { code: wrong }), 'validation_failed');
      }
      succeeded(await provePasskey(browser, person));
    },
  },
  {
    id: 'totp-many-in-one-request',
    title: 'A list of a thousand codes in one request is no attempt at all',
    from: ['K4', 'CWE-307', 'CWE-799'],
    async run(scene) {
      const person = await victim(scene);
      const browser = await halfSignedIn(scene, person);
      const right = person.app.codeOfStep(stepAt(await scene.now()));
      const codes = [...person.app.wrongCodes(await scene.now(), 999), right];
      refused(await browser.post(TOTP, { code: codes }), 'validation_failed');
      refused(await browser.post(TOTP, { code: codes.join(',') }), 'validation_failed');
      refused(await browser.post(TOTP, { code: right, codes }), 'validation_failed');
      succeeded(await provePasskey(browser, person));
    },
  },
  {
    id: 'totp-of-a-megabyte',
    title: 'A code of a megabyte is refused unread',
    from: ['CWE-770', 'CWE-400'],
    async run(scene) {
      const person = await victim(scene);
      const browser = await halfSignedIn(scene, person);
      refused(await browser.post(TOTP, { code: '1'.repeat(1024 * 1024) }), 'payload_too_large');
    },
  },
  {
    id: 'totp-in-the-address',
    title: 'A code in the address instead of the body is not looked at',
    from: ['K6', 'CWE-598'],
    async run(scene) {
      const person = await victim(scene);
      const browser = await halfSignedIn(scene, person);
      const code = person.app.codeOfStep(stepAt(await scene.now()));
      refused(await browser.post(`${TOTP}?code=${code}`, {}), 'validation_failed');
      refused(await browser.get(`${TOTP}?code=${code}`), 'not_found');
    },
  },
  {
    id: 'totp-of-somebody-else',
    title: "Another person's code opens nothing",
    from: ['S1', 'CWE-639'],
    async run(scene) {
      const [ada, mallory] = [await appHolder(scene), await appHolder(scene)];
      const browser = await halfSignedIn(scene, ada);
      const answer = await browser.post(TOTP, { code: await codeOf(scene, mallory.app) });
      scene.expectEvent(refused(answer, 'invalid_code'), 'auth.2fa.failure', 'wrong');
    },
  },
  {
    id: 'totp-enrolment-of-somebody-else',
    title: "Another person's pending enrolment cannot be confirmed, and is not seen",
    from: ['CWE-639', 'WSTG-ATHZ-04'],
    async run(scene) {
      const [ada, mallory] = [await signedIn(scene), await signedIn(scene)];
      const { app, id } = await startApp(ada.browser);
      const code = await codeOf(scene, app);
      refused(await mallory.browser.post(`/mfa/totp/${id}/confirm`, { code }), 'not_found');
      succeeded(await ada.browser.post(`/mfa/totp/${id}/confirm`, { code }));
    },
  },
  {
    id: 'totp-enrolment-of-another-session',
    title: 'An enrolment is confirmed by the session that began it and no other',
    from: ['CWE-639', 'CWE-384'],
    async run(scene) {
      const person = await signedIn(scene);
      const { app, id } = await startApp(person.browser);
      const elsewhere = await halfSignedIn(scene, person);
      const code = await codeOf(scene, app);
      refused(await elsewhere.post(`/mfa/totp/${id}/confirm`, { code }), 'not_found');
    },
  },
  {
    id: 'totp-unconfirmed-app',
    title: 'An app that is not confirmed yet signs nobody in',
    from: ['S4', 'CWE-287'],
    async run(scene) {
      const person = await appHolder(scene);
      const { app } = await startApp(person.browser);
      const browser = await halfSignedIn(scene, person);
      refused(await browser.post(TOTP, { code: await codeOf(scene, app) }), 'invalid_code');
    },
  },
  {
    id: 'totp-replaced-enrolment',
    title: 'A new QR code makes the one before it worthless',
    from: ['S1', 'CWE-613'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const [first, second] = [await startApp(browser), await startApp(browser)];
      const code = await codeOf(scene, first.app);
      refused(await browser.post(`/mfa/totp/${first.id}/confirm`, { code }), 'not_found');
      refused(await browser.post(`/mfa/totp/${second.id}/confirm`, { code }), 'invalid_code');
    },
  },
  {
    id: 'totp-enrolment-too-late',
    title: 'A QR code that somebody photographed is worth nothing after a quarter of an hour',
    from: ['CWE-613'],
    movesClock: true,
    async run(scene) {
      const { browser } = await signedIn(scene);
      const { app, id } = await startApp(browser);
      await scene.advance(16 * 60);
      succeeded(await browser.post('/mfa/challenge/password', { password: 'acme-demo-passphrase' }));
      const code = await codeOf(scene, app);
      refused(await browser.post(`/mfa/totp/${id}/confirm`, { code }), 'expired', 'not_found');
    },
  },
  {
    id: 'totp-confirm-in-parallel',
    title: 'Confirming one enrolment eight times at the same instant adds one app',
    from: ['S1', 'CWE-362'],
    async run(scene) {
      const person = await signedIn(scene);
      const { browser } = person;
      const { app, id } = await startApp(browser);
      const code = await codeOf(scene, app);
      const request = browser.request('POST', `/mfa/totp/${id}/confirm`, { code });
      const answers = await scene.atOnce(Array.from({ length: 8 }, () => ({ browser, request })));
      assert.equal(successes(answers), 1);
      browser.keep(answers.find(({ status }) => status === 200)!);
      const { body } = succeeded(await browser.get('/mfa/factors'));
      assert.equal((body['totp'] as unknown[]).length, 1);
    },
  },
  {
    id: 'totp-removed-app',
    title: 'The code of a removed app opens nothing',
    from: ['S5', 'CWE-613'],
    async run(scene) {
      const person = await appHolder(scene);
      const { app } = await addApp(scene, person.browser);
      succeeded(await person.browser.delete(`/mfa/totp/${person.factorId}`), 204);
      const browser = await halfSignedIn(scene, person);
      refused(await browser.post(TOTP, { code: await codeOf(scene, person.app) }), 'invalid_code');
      succeeded(await browser.post(TOTP, { code: await codeOf(scene, app) }));
    },
  },
  {
    id: 'totp-secret-strength',
    title: 'Each secret is new and has 160 bits, and the address names the account and nothing more',
    from: ['K2', 'K5', 'RFC 4226 §4', 'CWE-331'],
    async run(scene) {
      const { browser, login } = await signedIn(scene);
      const seen = new Set<string>();
      for (let index = 0; index < 5; index += 1) {
        const { body } = succeeded(await browser.post('/mfa/totp'), 201);
        const secret = String(body['secret']);
        assert.match(secret, /^[A-Z2-7]{32}$/);
        seen.add(secret);
        const uri = new URL(String(body['uri']));
        assert.equal(decodeURIComponent(uri.pathname).endsWith(`:${login}`), true);
        assert.deepEqual([...uri.searchParams.keys()], ['secret', 'issuer', 'algorithm', 'digits', 'period']);
      }
      assert.equal(seen.size, 5);
    },
  },
  {
    id: 'totp-cap-in-parallel',
    title: 'The cap of ten apps holds when two sessions confirm the last one at the same instant',
    from: ['S7', 'CWE-362', 'CWE-770'],
    movesClock: true,
    async run(scene) {
      const person = await appHolder(scene);
      for (let count = 1; count < 9; count += 1) await addApp(scene, person.browser);
      const contenders = [];
      for (const browser of [person.browser, await signInWithApp(scene, person)]) {
        const { app, id } = await startApp(browser);
        const code = await codeOf(scene, app);
        contenders.push({ browser, request: browser.request('POST', `/mfa/totp/${id}/confirm`, { code }) });
      }
      const answers = await scene.atOnce(contenders);
      assert.equal(successes(answers), 1);
      const winner = contenders[answers.findIndex(({ status }) => status === 200)]!.browser;
      winner.keep(answers.find(({ status }) => status === 200)!);
      refused(await winner.post('/mfa/totp'), 'factor_limit');
    },
  },
]);
