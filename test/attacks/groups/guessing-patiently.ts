import assert from 'node:assert/strict';
import { attacksOn } from '../attack.ts';
import { refused, succeeded } from '../checks/expect.ts';
import { closeAccount, RECOVERY_CODE, TOTP } from '../cast/challenge.ts';
import { appHolder, codeOf, halfSignedIn } from '../cast/people.ts';

const MINUTE = 60;

export const guessingPatiently = attacksOn('guessing', [
  {
    id: 'guess-while-closed',
    title: 'Attempts while closed neither count nor prolong: the owner gets in on time',
    from: ['L1', 'CWE-645'],
    movesClock: true,
    async run(scene) {
      const person = await appHolder(scene);
      await closeAccount(scene, person);
      for (const code of person.app.wrongCodes(await scene.now(), 4)) {
        refused(await (await halfSignedIn(scene, person)).post(TOTP, { code }), 'too_many_attempts');
      }
      await scene.advance(15 * MINUTE + 1);
      const browser = await halfSignedIn(scene, person);
      succeeded(await browser.post(TOTP, { code: await codeOf(scene, person.app) }));
    },
  },
  {
    id: 'guess-right-code-while-closed',
    title: 'A right recovery code while closed is neither accepted nor spent',
    from: ['L1', 'S3'],
    movesClock: true,
    async run(scene) {
      const person = await appHolder(scene);
      const [code] = person.recoveryCodes;
      await closeAccount(scene, person);
      refused(await (await halfSignedIn(scene, person)).post(RECOVERY_CODE, { code }), 'too_many_attempts');
      await scene.advance(15 * MINUTE + 1);
      succeeded(await (await halfSignedIn(scene, person)).post(RECOVERY_CODE, { code }));
    },
  },
  {
    id: 'guess-again-after-closing',
    title: 'Whoever is closed a second time waits longer',
    from: ['L1', 'NIST SP 800-63B-4 §3.2.2'],
    movesClock: true,
    async run(scene) {
      const person = await appHolder(scene);
      const waits: number[] = [];
      for (let closing = 0; closing < 2; closing += 1) {
        await closeAccount(scene, person);
        const [code] = person.app.wrongCodes(await scene.now(), 1);
        const answer = refused(
          await (await halfSignedIn(scene, person)).post(TOTP, { code }),
          'too_many_attempts',
        );
        waits.push(Number(answer.body['retryAfter']));
        await scene.advance(waits[closing]! + 1);
      }
      assert.ok(waits[1]! > 1.5 * waits[0]!, `first ${waits[0]} s, then ${waits[1]} s`);
    },
  },
  {
    id: 'guess-thirty-times-slowly',
    title: 'After 30 wrong codes in a row, however slowly, the app is dead; a recovery code still opens',
    from: ['L2', 'CWE-307', 'NIST SP 800-63B-4 §3.2.2'],
    movesClock: true,
    async run(scene) {
      const person = await appHolder(scene);
      for (let closing = 0; closing < 3; closing += 1) {
        await closeAccount(scene, person);
        await scene.advance(61 * MINUTE);
      }
      const browser = await halfSignedIn(scene, person);
      const code = await codeOf(scene, person.app);
      refused(await browser.post(TOTP, { code }), 'factor_locked');
      succeeded(await browser.post(RECOVERY_CODE, { code: person.recoveryCodes[0] }));
    },
  },
  {
    id: 'guess-locked-app-in-step-up',
    title: 'An app that is dead at sign-in is dead in step-up too',
    from: ['L2', 'CWE-307'],
    movesClock: true,
    async run(scene) {
      const person = await appHolder(scene);
      for (let closing = 0; closing < 3; closing += 1) {
        for (const code of person.app.wrongCodes(await scene.now(), 10)) {
          refused(await person.browser.post(TOTP, { code }), 'invalid_code');
        }
        await scene.advance(59 * MINUTE);
        // The session is looked at, so that it does not idle out.
        succeeded(await person.browser.get('/mfa/session'));
        await scene.advance(2 * MINUTE);
      }
      refused(await person.browser.post(TOTP, { code: await codeOf(scene, person.app) }), 'factor_locked');
    },
  },
]);
