import assert from 'node:assert/strict';
import { attacksOn, type AttackOfGroup } from '../attack.ts';
import { alike, refused, succeeded } from '../checks/expect.ts';
import { RECOVERY_CODE } from '../cast/challenge.ts';
import {
  addApp,
  appHolder,
  enterPassword,
  halfSignedIn,
  passkeyHolder,
  PASSWORD,
  signedIn,
  type PasskeyHolder,
} from '../cast/people.ts';
import { provePasskey, victim, victimsBrowser } from '../cast/victim.ts';
import type { Scene } from '../cast/scene.ts';
import type { Browser } from '../http/browser.ts';

const DAY = 24 * 3600;

/** Somebody, and a browser of theirs that is remembered and signed out. */
interface Remembered<Owner extends PasskeyHolder = PasskeyHolder> {
  readonly owner: Owner;
  readonly browser: Browser;
}

async function remembered<Owner extends PasskeyHolder>(
  scene: Scene,
  owner: Owner,
): Promise<Remembered<Owner>> {
  const browser = await halfSignedIn(scene, owner);
  const answer = succeeded(await provePasskey(browser, owner, { rememberDevice: true }));
  assert.notEqual(browser.cookie('device'), '', 'the browser should be remembered');
  scene.expectEvent(answer, 'auth.device.remembered');
  succeeded(await browser.post('/mfa/sign-out'), 204);
  assert.notEqual(browser.cookie('device'), '', 'signing out should not forget the device');
  return { owner, browser };
}

/** What the password alone leads to in a browser. */
async function stateAfterPassword(browser: Browser, person: { login: string }): Promise<unknown> {
  const answer = await browser.post('/mfa/sign-in', { login: person.login, password: PASSWORD });
  return succeeded(answer).body['state'];
}

/** Something that happens to the account, after which no browser is remembered any more. */
function deadAfter(
  what: string,
  id: string,
  happen: (scene: Scene, remembered: Remembered) => Promise<unknown>,
  options: { readonly movesClock?: true } = {},
): AttackOfGroup {
  return {
    id: `device-after-${id}`,
    title: `A remembered device is asked for the second factor again after ${what}`,
    from: ['B2', 'S5', 'CWE-613'],
    ...options,
    async run(scene) {
      const one = await remembered(scene, await passkeyHolder(scene));
      await happen(scene, one);
      assert.equal(await stateAfterPassword(one.browser, one.owner), 'challenge');
    },
  };
}

export const devices = attacksOn('devices', [
  {
    id: 'device-works-for-its-owner',
    title: 'A remembered device skips the challenge and no more: one factor, and nothing dangerous',
    from: ['B2', 'S4', 'CWE-308'],
    async run(scene) {
      const { owner, browser } = await remembered(scene, await victim(scene));
      assert.equal(await stateAfterPassword(browser, owner), 'signed-in');
      const { body } = succeeded(await browser.get('/mfa/session'));
      assert.equal(body['aal'], 1);
      refused(await browser.post('/api/billing/charge'), 'step_up_required');
      refused(await browser.post('/mfa/totp'), 'step_up_required');
      refused(await browser.delete('/mfa/factors'), 'step_up_required');
    },
  },
  {
    id: 'device-only-literal-true',
    title: 'Nothing but the literal true has a device remembered',
    from: ['B2', 'CWE-843'],
    async run(scene) {
      const person = await victim(scene);
      for (const rememberDevice of ['true', 1, 'on', [true], { true: true }, '1', null, false]) {
        const browser = await halfSignedIn(scene, person);
        const answer = await provePasskey(browser, person, { rememberDevice });
        assert.ok([200, 400].includes(answer.status));
        assert.equal(browser.cookie('device'), '', JSON.stringify(rememberDevice));
      }
    },
  },
  {
    id: 'device-in-step-up',
    title: 'No device is remembered from inside a session: a thief of the cookie cannot stay that way',
    from: ['B2', 'CWE-306'],
    async run(scene) {
      const browser = await victimsBrowser(scene);
      succeeded(await provePasskey(browser, await victim(scene), { rememberDevice: true }));
      assert.equal(browser.cookie('device'), '');
    },
  },
  {
    id: 'device-by-recovery-code',
    title: 'Whoever comes in by a recovery code is not remembered',
    from: ['B2', 'CWE-287'],
    async run(scene) {
      const person = await appHolder(scene);
      const browser = await halfSignedIn(scene, person);
      const [code] = person.recoveryCodes;
      const asked = await browser.post(RECOVERY_CODE, { code, rememberDevice: true });
      assert.ok([200, 400].includes(asked.status));
      assert.equal(browser.cookie('device'), '');
    },
  },
  {
    id: 'device-of-somebody-else',
    title: 'A device remembered for one person skips nothing for another',
    from: ['B2', 'CWE-639'],
    async run(scene) {
      const { browser } = await remembered(scene, await passkeyHolder(scene));
      assert.equal(await stateAfterPassword(browser, await victim(scene)), 'challenge');
    },
  },
  {
    id: 'device-without-password',
    title: 'A stolen device cookie without the password is worth nothing',
    from: ['B2', 'CWE-308'],
    async run(scene) {
      const { owner, browser } = await remembered(scene, await victim(scene));
      assert.equal(succeeded(await browser.get('/mfa/session')).body['state'], 'signed-out');
      refused(await browser.get('/api/notes'), 'session_required');
      const wrong = { login: owner.login, password: `${PASSWORD}.` };
      refused(await browser.post('/mfa/sign-in', wrong), 'invalid_credentials');
    },
  },
  {
    id: 'device-as-session',
    title: 'The token of a device is neither a session nor a pending sign-in',
    from: ['CWE-287', 'CWE-565'],
    async run(scene) {
      const { browser } = await remembered(scene, await victim(scene));
      for (const token of [browser.cookie('device'), ...browser.cookie('device').split(/[.~]/)]) {
        for (const kind of ['session', 'pending'] as const) {
          const thief = scene.browser();
          thief.setCookie(kind, token);
          assert.equal(succeeded(await thief.get('/mfa/session')).body['state'], 'signed-out');
        }
      }
    },
  },
  {
    id: 'device-bent',
    title: 'Nothing but the cookie itself is a remembered device',
    from: ['K1', 'CWE-565'],
    async run(scene) {
      const { owner, browser } = await remembered(scene, await victim(scene));
      const token = browser.cookie('device');
      for (const bent of [
        token.slice(0, -1),
        `${token}A`,
        token.replace(/^./, '_'),
        'A'.repeat(43),
        'true',
        '1',
      ]) {
        const thief = scene.browser();
        thief.setCookie('device', bent);
        assert.equal(await stateAfterPassword(thief, owner), 'challenge', bent.slice(0, 4));
      }
    },
  },
  {
    id: 'device-list',
    title: 'The list of devices shows no token, and its ids are none',
    from: ['K1', 'CWE-522'],
    async run(scene) {
      const { owner, browser } = await remembered(scene, await passkeyHolder(scene));
      const { body } = succeeded(await owner.browser.get('/mfa/devices'));
      const [device] = body['devices'] as { id: string; current: boolean }[];
      assert.equal(device?.current, false);
      const thief = scene.browser();
      thief.setCookie('device', device.id);
      assert.equal(await stateAfterPassword(thief, owner), 'challenge');
      assert.equal(await stateAfterPassword(browser, owner), 'signed-in');
    },
  },
  {
    id: 'device-of-others-forgotten',
    title: 'Another person’s device cannot be forgotten, and looks as if it did not exist',
    from: ['CWE-639', 'WSTG-ATHZ-04', 'CWE-203'],
    async run(scene) {
      const [{ owner, browser }, mallory] = [
        await remembered(scene, await passkeyHolder(scene)),
        await signedIn(scene),
      ];
      const { body } = succeeded(await owner.browser.get('/mfa/devices'));
      const [{ id } = { id: '' }] = body['devices'] as { id: string }[];
      const theirs = await mallory.browser.delete(`/mfa/devices/${id}`);
      const nobodys = await mallory.browser.delete('/mfa/devices/AAAAAAAAAAAAAAAAAAAAAA');
      alike(refused(theirs, 'not_found'), nobodys);
      assert.equal(await stateAfterPassword(browser, owner), 'signed-in');
    },
  },
  {
    id: 'device-cookie',
    title: 'The cookie of a device lives 30 days at most, and scripts and other sites cannot have it',
    from: ['B2', 'CWE-1004', 'CWE-1275'],
    async run(scene) {
      const owner = await victim(scene);
      const browser = await halfSignedIn(scene, owner);
      const answer = succeeded(await provePasskey(browser, owner, { rememberDevice: true }));
      const line = answer.headers.get('set-cookie')?.find((cookie) => cookie.includes('mfa-device=')) ?? '';
      const seconds = Number(/max-age=(\d+)/i.exec(line)?.[1]);
      assert.ok(seconds > 0 && seconds <= 30 * DAY, line.replace(/=[^;]*/, ''));
    },
  },
  deadAfter('a changed password', 'password-change', async (_scene, { owner }) => {
    const next = `${PASSWORD} changed`;
    succeeded(await owner.browser.post('/api/password', { current: PASSWORD, next }), 204);
    const back = { current: next, next: PASSWORD };
    succeeded(await owner.browser.post('/api/password', back), 204);
  }),
  deadAfter('a new factor', 'new-factor', async (scene, { owner }) => addApp(scene, owner.browser)),
  deadAfter('a removed factor', 'removed-factor', async (scene, { owner, browser }) => {
    // Remembered anew after the factor was added, which counts by itself.
    const { factorId } = await addApp(scene, owner.browser);
    await enterPassword(browser, owner);
    succeeded(await provePasskey(browser, owner, { rememberDevice: true }));
    succeeded(await browser.post('/mfa/sign-out'), 204);
    succeeded(await owner.browser.delete(`/mfa/totp/${factorId}`), 204);
  }),
  deadAfter('new recovery codes', 'new-codes', async (_scene, { owner }) =>
    succeeded(await owner.browser.post('/mfa/recovery-codes'), 201),
  ),
  deadAfter('all other sessions were ended', 'ending-sessions', async (_scene, { owner }) =>
    succeeded(await owner.browser.delete('/mfa/sessions'), 204),
  ),
  deadAfter('it was forgotten', 'forgetting', async (scene, { owner }) => {
    const { body } = succeeded(await owner.browser.get('/mfa/devices'));
    const [{ id } = { id: '' }] = body['devices'] as { id: string }[];
    scene.expectEvent(
      succeeded(await owner.browser.delete(`/mfa/devices/${id}`), 204),
      'auth.device.forgotten',
    );
  }),
  deadAfter('all were forgotten', 'forgetting-all', async (_scene, { owner }) =>
    succeeded(await owner.browser.delete('/mfa/devices'), 204),
  ),
  deadAfter('everything was turned off and set up anew', 'turning-off', async (scene, { owner }) => {
    succeeded(await owner.browser.delete('/mfa/factors'), 204);
    await addApp(scene, owner.browser);
  }),
  deadAfter('30 days', 'thirty-days', (scene) => scene.advance(30 * DAY + 1), { movesClock: true }),
  {
    id: 'device-used-all-the-time',
    title: 'A remembered device that is used every week is not remembered for ever',
    from: ['B2', 'CWE-613', 'NIST SP 800-63B-4 §5.1'],
    movesClock: true,
    async run(scene) {
      const { owner, browser } = await remembered(scene, await victim(scene));
      for (let week = 0; week < 4; week += 1) {
        await scene.advance(7 * DAY);
        assert.equal(await stateAfterPassword(browser, owner), 'signed-in');
      }
      await scene.advance(7 * DAY);
      assert.equal(await stateAfterPassword(browser, owner), 'challenge');
    },
  },
  {
    id: 'device-in-another-browser',
    title: 'Two people who share a browser are remembered each for themselves',
    from: ['B2', 'CWE-639'],
    async run(scene) {
      const { owner, browser } = await remembered(scene, await passkeyHolder(scene));
      const ada = await victim(scene);
      await enterPassword(browser, ada);
      succeeded(await provePasskey(browser, ada, { rememberDevice: true }));
      succeeded(await browser.post('/mfa/sign-out'), 204);
      succeeded(await owner.browser.delete('/mfa/devices'), 204);
      assert.equal(await stateAfterPassword(browser, owner), 'challenge');
    },
  },
]);
