import assert from 'node:assert/strict';
import { attacksOn } from '../attack.ts';
import { refused, succeeded, successes } from '../checks/expect.ts';
import { RECOVERY_CODE, TOTP } from '../cast/challenge.ts';
import {
  addApp,
  appHolder,
  codeOf,
  enterPassword,
  halfSignedIn,
  signedIn,
  startApp,
} from '../cast/people.ts';

/** Other ways to write a code that a person may use, and a thief may try after it was used. */
const spellings = (code: string): readonly string[] => [
  code.toLowerCase(),
  code.replaceAll('-', ''),
  code.replaceAll('-', ' '),
  ` ${code}\t`,
  code.replaceAll('0', 'O').replaceAll('1', 'I'),
  code.replaceAll('0', 'o').replaceAll('1', 'l'),
  Array.from(code, (letter) => (letter === '-' ? letter : fullWidth(letter))).join(''),
  code.replaceAll('-', '\u2010'),
];

const fullWidth = (letter: string): string => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0);

export const recoveryCodes = attacksOn('recovery codes', [
  {
    id: 'recovery-twice',
    title: 'A recovery code works once',
    from: ['S1', 'CWE-294', 'NIST SP 800-63B-4 §3.1.2'],
    async run(scene) {
      const person = await appHolder(scene);
      const [code] = person.recoveryCodes;
      const first = await (await halfSignedIn(scene, person)).post(RECOVERY_CODE, { code });
      scene.expectEvent(succeeded(first), 'auth.recovery_code.used');
      const second = await (await halfSignedIn(scene, person)).post(RECOVERY_CODE, { code });
      scene.expectEvent(refused(second, 'invalid_code'), 'auth.2fa.failure', 'replay');
    },
  },
  {
    id: 'recovery-in-another-spelling',
    title: 'A used code is used in every spelling of it',
    from: ['K3', 'S1', 'CWE-180', 'CWE-178'],
    async run(scene) {
      const person = await appHolder(scene);
      const [code = ''] = person.recoveryCodes;
      succeeded(await (await halfSignedIn(scene, person)).post(RECOVERY_CODE, { code: code.toLowerCase() }));
      const tries = [code, ...spellings(code)];
      const browsers = [await halfSignedIn(scene, person), await halfSignedIn(scene, person)];
      for (const [index, spelled] of tries.entries()) {
        const browser = browsers[Math.floor(index / 5)]!;
        refused(await browser.post(RECOVERY_CODE, { code: spelled }), 'invalid_code');
      }
    },
  },
  {
    id: 'recovery-in-parallel',
    title: 'One code at the same instant in eight sign-ins opens one session',
    from: ['S1', 'CWE-362', 'CWE-367'],
    async run(scene) {
      const person = await appHolder(scene);
      const [code] = person.recoveryCodes;
      const contenders = [];
      for (let index = 0; index < 8; index += 1) {
        const browser = await halfSignedIn(scene, person);
        contenders.push({ browser, request: browser.request('POST', RECOVERY_CODE, { code }) });
      }
      assert.equal(successes(await scene.atOnce(contenders)), 1);
    },
  },
  {
    id: 'recovery-in-parallel-on-one-sign-in',
    title: 'One code five times at the same instant on one pending sign-in opens one session',
    from: ['S1', 'S3', 'CWE-362'],
    async run(scene) {
      const person = await appHolder(scene);
      const browser = await halfSignedIn(scene, person);
      const request = browser.request('POST', RECOVERY_CODE, { code: person.recoveryCodes[0] });
      const answers = await scene.atOnce(Array.from({ length: 5 }, () => ({ browser, request })));
      assert.equal(successes(answers), 1);
    },
  },
  {
    id: 'recovery-loser-keeps-code',
    title: 'Of two right codes at the same instant on one pending sign-in, the loser is not spent',
    from: ['S3', 'CWE-362'],
    async run(scene) {
      const person = await appHolder(scene);
      const browser = await halfSignedIn(scene, person);
      const codes = person.recoveryCodes.slice(0, 2);
      const answers = await scene.atOnce(
        codes.map((code) => ({ browser, request: browser.request('POST', RECOVERY_CODE, { code }) })),
      );
      assert.equal(successes(answers), 1);
      const loser = codes[answers.findIndex(({ status }) => status !== 200)];
      succeeded(await (await halfSignedIn(scene, person)).post(RECOVERY_CODE, { code: loser }));
    },
  },
  {
    id: 'recovery-of-somebody-else',
    title: "Another person's recovery code opens nothing",
    from: ['K3', 'CWE-639'],
    async run(scene) {
      const [ada, mallory] = [await appHolder(scene), await appHolder(scene)];
      const browser = await halfSignedIn(scene, ada);
      const answer = await browser.post(RECOVERY_CODE, { code: mallory.recoveryCodes[0] });
      scene.expectEvent(refused(answer, 'invalid_code'), 'auth.2fa.failure', 'unknown');
    },
  },
  {
    id: 'recovery-of-the-old-set',
    title: 'New codes kill all of the old ones',
    from: ['S5', 'CWE-613', 'NIST SP 800-63B-4 §3.1.2'],
    async run(scene) {
      const person = await appHolder(scene);
      const answer = succeeded(await person.browser.post('/mfa/recovery-codes'), 201);
      scene.expectEvent(answer, 'auth.recovery_codes.regenerated');
      const browser = await halfSignedIn(scene, person);
      for (const code of person.recoveryCodes.slice(0, 3)) {
        refused(await browser.post(RECOVERY_CODE, { code }), 'invalid_code');
      }
      const [fresh] = answer.body['recoveryCodes'] as string[];
      succeeded(await browser.post(RECOVERY_CODE, { code: fresh }));
    },
  },
  {
    id: 'recovery-as-step-up',
    title: 'A recovery code is no step-up, and is not spent by trying',
    from: ['CWE-287', 'NIST SP 800-63B-4 §3.1.2'],
    async run(scene) {
      const person = await appHolder(scene);
      const [code] = person.recoveryCodes;
      refused(await person.browser.post(RECOVERY_CODE, { code }), 'forbidden');
      succeeded(await (await halfSignedIn(scene, person)).post(RECOVERY_CODE, { code }));
    },
  },
  {
    id: 'recovery-session-may-only-enrol',
    title: 'After a recovery code nothing is open but the way back to a factor',
    from: ['R2', 'CWE-285', 'WSTG-ATHZ-02'],
    async run(scene) {
      const person = await appHolder(scene);
      const browser = await halfSignedIn(scene, person);
      const { body } = succeeded(await browser.post(RECOVERY_CODE, { code: person.recoveryCodes[0] }));
      assert.deepEqual([body['aal'], body['mustEnroll']], [1, true]);
      for (const [method, path, sent] of [
        ['GET', '/api/notes'],
        ['POST', '/api/billing/charge'],
        ['POST', '/api/password', { current: 'acme-demo-passphrase', next: 'another passphrase' }],
        ['DELETE', '/mfa/factors'],
        ['DELETE', `/mfa/totp/${person.factorId}`],
        ['PATCH', `/mfa/totp/${person.factorId}`, { name: 'Mine' }],
        ['POST', '/mfa/recovery-codes'],
        ['GET', '/mfa/challenge'],
        ['POST', TOTP, { code: await codeOf(scene, person.app) }],
      ] as const) {
        refused(await browser.call(method, path, sent), 'enrolment_required');
      }
    },
  },
  {
    id: 'recovery-malformed',
    title: 'What cannot be a code is refused as a wrong one is, and counted',
    from: ['K3', 'L1', 'CWE-20', 'CWE-203'],
    async run(scene) {
      const person = await appHolder(scene);
      const [code] = person.recoveryCodes;
      const browser = await halfSignedIn(scene, person);
      for (const wrong of ['', '%', "' OR ''='", '____-____-____-____', 'U'.repeat(64)]) {
        refused(await browser.post(RECOVERY_CODE, { code: wrong }), 'invalid_code');
      }
      refused(await browser.post(RECOVERY_CODE, { code }), 'challenge_expired', 'session_required');
    },
  },
  {
    id: 'recovery-other-types',
    title: 'Lists, objects, numbers and texts beyond any code are refused before they are looked at',
    from: ['CWE-843', 'CWE-943', 'CWE-400'],
    async run(scene) {
      const person = await appHolder(scene);
      const [code] = person.recoveryCodes;
      const browser = await halfSignedIn(scene, person);
      for (const wrong of [[code], [...person.recoveryCodes], { $ne: '' }, 0, true, null, 'A'.repeat(65)]) {
        refused(await browser.post(RECOVERY_CODE, { code: wrong }), 'validation_failed');
      }
      succeeded(await browser.post(RECOVERY_CODE, { code }));
    },
  },
  {
    id: 'recovery-code-as-totp',
    title: 'A recovery code where a TOTP code belongs, and the other way round, opens nothing',
    from: ['CWE-287', 'CWE-436'],
    async run(scene) {
      const person = await appHolder(scene);
      const [code] = person.recoveryCodes;
      const browser = await halfSignedIn(scene, person);
      refused(await browser.post(TOTP, { code }), 'validation_failed');
      refused(await browser.post(RECOVERY_CODE, { code: await codeOf(scene, person.app) }), 'invalid_code');
      succeeded(await browser.post(RECOVERY_CODE, { code }));
    },
  },
  {
    id: 'recovery-without-a-factor',
    title: 'Who has no factor gets no codes that could stand in for one',
    from: ['CWE-287'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      refused(await browser.post('/mfa/recovery-codes'), 'conflict');
    },
  },
  {
    id: 'recovery-after-turning-off',
    title: 'Codes die with the factors that they were a way back to',
    from: ['S5', 'CWE-613'],
    async run(scene) {
      const person = await appHolder(scene);
      const answer = succeeded(await person.browser.delete('/mfa/factors'), 204);
      scene.expectEvent(answer, 'auth.2fa.disabled');
      await addApp(scene, person.browser);
      const browser = await halfSignedIn(scene, person);
      refused(await browser.post(RECOVERY_CODE, { code: person.recoveryCodes[0] }), 'invalid_code');
    },
  },
  {
    id: 'recovery-codes-without-end',
    title: 'Codes cannot be made without end: each set costs ten slow hashes',
    from: ['L5', 'CWE-770', 'CWE-400'],
    async run(scene) {
      const person = await appHolder(scene);
      for (let sets = 1; sets < 5; sets += 1) {
        succeeded(await person.browser.post('/mfa/recovery-codes'), 201);
      }
      refused(await person.browser.post('/mfa/recovery-codes'), 'too_many_attempts');
    },
  },
  {
    id: 'recovery-set-in-parallel',
    title: 'Of two new sets made at the same instant, codes of one of them work and of the other none',
    from: ['S1', 'CWE-362'],
    async run(scene) {
      const person = await appHolder(scene);
      const { browser } = person;
      const request = browser.request('POST', '/mfa/recovery-codes');
      const answers = await scene.atOnce([
        { browser, request },
        { browser, request },
      ]);
      const sets = answers
        .filter(({ status }) => status === 201)
        .map(({ body }) => body['recoveryCodes'] as string[]);
      const opened = [];
      for (const [code] of [person.recoveryCodes, ...sets]) {
        opened.push(await (await halfSignedIn(scene, person)).post(RECOVERY_CODE, { code }));
      }
      assert.equal(successes(opened), 1);
    },
  },
  {
    id: 'recovery-first-set-in-parallel',
    title: 'Of two first apps confirmed at the same instant, no codes are shown that do not work',
    from: ['S1', 'S5', 'CWE-362'],
    async run(scene) {
      const person = await signedIn(scene);
      const contenders = [];
      for (const browser of [person.browser, await enterPassword(scene.browser(), person)]) {
        const { app, id } = await startApp(browser);
        const code = await codeOf(scene, app);
        contenders.push({ browser, request: browser.request('POST', `/mfa/totp/${id}/confirm`, { code }) });
      }
      const answers = await scene.atOnce(contenders);
      const sets = answers.flatMap(({ body }) =>
        Array.isArray(body['recoveryCodes']) ? [body['recoveryCodes']] : [],
      );
      assert.equal(sets.length, 1);
      const [code] = sets[0] as string[];
      succeeded(await (await halfSignedIn(scene, person)).post(RECOVERY_CODE, { code }));
    },
  },
  {
    id: 'recovery-codes-strength',
    title: 'Ten different codes of 16 characters, shown once',
    from: ['K3', 'CWE-331', 'CWE-200'],
    async run(scene) {
      const { recoveryCodes: codes, browser } = await appHolder(scene);
      assert.equal(new Set(codes).size, 10);
      for (const code of codes) assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      // The central checks look for every code in each of these.
      for (const path of ['/mfa/recovery-codes', '/mfa/factors', '/mfa/session', '/account/security']) {
        succeeded(await browser.get(path));
      }
    },
  },
  {
    id: 'recovery-tells-the-owner',
    title: 'Whoever uses a recovery code cannot keep it from the owner',
    from: ['CWE-778', 'NIST SP 800-63B-4 §4.6'],
    async run(scene) {
      const person = await appHolder(scene);
      const browser = await halfSignedIn(scene, person);
      succeeded(await browser.post(RECOVERY_CODE, { code: person.recoveryCodes[0] }));
      const mails = await scene.mailTo(person.login);
      assert.ok(mails.some(({ subject, text }) => /recovery code/i.test(subject + text)));
    },
  },
]);
