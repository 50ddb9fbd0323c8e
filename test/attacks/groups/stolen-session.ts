import assert from 'node:assert/strict';
import { attacksOn, type AttackOfGroup } from '../attack.ts';
import { refused, succeeded } from '../checks/expect.ts';
import {
  addApp,
  appHolder,
  codeOf,
  creationOptions,
  enterPassword,
  halfSignedIn,
  newDevice,
  PASSWORD,
  signedIn,
  startApp,
} from '../cast/people.ts';
import { provePasskey, victim, victimsBrowser, type Victim } from '../cast/victim.ts';
import type { Scene } from '../cast/scene.ts';
import type { Answer } from '../http/answer.ts';
import type { Browser } from '../http/browser.ts';

/** Longer than any proof counts for a dangerous action. */
const STALE_SECONDS = 5 * 60 + 1;

/** A session of the victim's whose cookie was stolen, and the thief's browser. */
interface Stolen {
  readonly owner: Browser;
  readonly thief: Browser;
}

async function stolen(scene: Scene): Promise<Stolen> {
  const owner = await victimsBrowser(scene);
  return { owner, thief: await steal(scene, owner) };
}

/**
 * Nothing but the cookie, some minutes after its owner proved who they are. The CSRF token the thief reads, as any page could that has the
 * cookie.
 */
async function steal(scene: Scene, from: Browser): Promise<Browser> {
  const thief = scene.browser(scene.newAddress());
  thief.setCookie('session', from.cookie('session'));
  await scene.advance(STALE_SECONDS);
  succeeded(await thief.get('/mfa/session'));
  return thief;
}

/** One thing that a thief of a session cookie tries, and is asked for a fresh proof instead. */
function cannot(
  what: string,
  id: string,
  from: readonly string[],
  attempt: (thief: Browser, owner: Victim) => Promise<Answer>,
): AttackOfGroup {
  return {
    id: `stolen-session-${id}`,
    title: `A stolen session cookie alone cannot ${what}`,
    from: [...from, 'CWE-306', 'RFC 9470'],
    movesClock: true,
    async run(scene) {
      const { owner, thief } = await stolen(scene);
      const before = succeeded(await owner.get('/mfa/factors')).body;
      const answer = refused(await attempt(thief, await victim(scene)), 'step_up_required');
      assert.match(
        answer.headers.get('www-authenticate')?.[0] ?? '',
        /error="insufficient_user_authentication"/,
      );
      assert.deepEqual(succeeded(await owner.get('/mfa/factors')).body, before);
      scene.expectEvent(answer, 'auth.step_up.required');
    },
  };
}

export const stolenSession = attacksOn('step-up and ownership', [
  cannot('add an authenticator app', 'add-app', ['S4'], (thief) => thief.post('/mfa/totp')),
  cannot('add a passkey', 'add-passkey', ['S4'], (thief) => thief.post('/mfa/passkeys/options')),
  cannot('add a passkey behind the page’s back', 'add-passkey-quietly', ['W7'], (thief) =>
    thief.post('/mfa/passkeys/options', { conditional: true }),
  ),
  cannot('remove an authenticator app', 'remove-app', ['S4'], (thief, { factorId }) =>
    thief.delete(`/mfa/totp/${factorId}`),
  ),
  cannot('revoke a passkey', 'remove-passkey', ['S4'], (thief, { passkeyId }) =>
    thief.delete(`/mfa/passkeys/${passkeyId}`),
  ),
  cannot('turn everything off', 'turn-off', ['S4'], (thief) => thief.delete('/mfa/factors')),
  cannot('make new recovery codes', 'new-codes', ['S4'], (thief) => thief.post('/mfa/recovery-codes')),
  cannot('throw the owner out', 'end-sessions', ['B1'], (thief) => thief.delete('/mfa/sessions')),
  cannot('charge', 'charge', ['S4'], (thief) => thief.post('/api/billing/charge')),
  cannot('change the password', 'password', ['S4', 'WSTG-ATHN-09'], (thief) =>
    thief.post('/api/password', { current: PASSWORD, next: 'a passphrase of the thief' }),
  ),
  {
    id: 'stolen-session-finish-app',
    title:
      'A stolen session cookie alone cannot finish what the owner began: confirming asks for fresh proof too',
    from: ['S4', 'CWE-367', 'CWE-306'],
    movesClock: true,
    async run(scene) {
      const owner = await victimsBrowser(scene);
      const { app, id } = await startApp(owner);
      const thief = await steal(scene, owner);
      const code = await codeOf(scene, app);
      refused(await thief.post(`/mfa/totp/${id}/confirm`, { code }), 'step_up_required');
    },
  },
  {
    id: 'stolen-session-finish-passkey',
    title: 'A passkey asked for while fresh is not added once the proof is old',
    from: ['S4', 'CWE-367', 'CWE-306'],
    movesClock: true,
    async run(scene) {
      const owner = await victimsBrowser(scene);
      // The proof runs out while the challenge is still good.
      await scene.advance(60);
      const response = newDevice(scene).create(await creationOptions(owner));
      await scene.advance(STALE_SECONDS - 60);
      refused(await owner.post('/mfa/passkeys', { response }), 'step_up_required');
    },
  },
  {
    id: 'stolen-session-reveal',
    title: 'A stolen session cookie, even a fresh one, reveals no secret, no code and no token',
    from: ['K2', 'K3', 'CWE-200', 'CWE-522'],
    async run(scene) {
      const owner = await appHolder(scene);
      // The central checks look for the secret, the codes and the token in each answer.
      for (const path of [
        '/mfa/session',
        '/mfa/factors',
        '/mfa/recovery-codes',
        '/mfa/passkeys',
        '/mfa/challenge',
      ]) {
        const { text } = succeeded(await owner.browser.get(path));
        assert.doesNotMatch(
          text,
          /"(secret|uri|otpauth|token|verifier|hash|privateKey|publicKey|password)\w*":/i,
          path,
        );
      }
      refused(await owner.browser.get(`/mfa/totp/${owner.factorId}`), 'not_found');
    },
  },
  {
    id: 'stolen-session-policy',
    title: 'A stolen session cookie of an admin alone cannot change the policy',
    from: ['R4', 'CWE-306'],
    movesClock: true,
    async run(scene) {
      const owner = await appHolder(scene, { role: 'admin' });
      const thief = await steal(scene, owner.browser);
      const policy = {
        required: false,
        graceDays: 365,
        roles: [],
        rememberDevice: true,
        phishingResistantRoles: [],
      };
      refused(await thief.call('PUT', '/mfa/admin/policy', policy), 'step_up_required');
    },
  },
  {
    id: 'stolen-session-guess-factor',
    title:
      'A stolen session cookie and the password are not enough: the password is no step-up beside a factor',
    from: ['S4', 'CWE-308', 'RFC 9470'],
    movesClock: true,
    async run(scene) {
      const { thief } = await stolen(scene);
      refused(await thief.post('/mfa/challenge/password', { password: PASSWORD }), 'forbidden');
      refused(await thief.post('/api/billing/charge'), 'step_up_required');
    },
  },
  {
    id: 'stolen-session-kept-busy',
    title: 'A proof does not stay fresh by using the session',
    from: ['S4', 'CWE-613', 'RFC 9470'],
    movesClock: true,
    async run(scene) {
      const browser = await victimsBrowser(scene);
      for (let minute = 0; minute < 6; minute += 1) {
        succeeded(await browser.get('/api/notes'));
        await scene.advance(60);
      }
      refused(await browser.post('/api/billing/charge'), 'step_up_required');
    },
  },
  {
    id: 'stolen-session-own-step-up',
    title: 'What the owner proves in one session makes no other session fresh',
    from: ['S4', 'B1', 'CWE-384'],
    movesClock: true,
    async run(scene) {
      const [owner, other] = [await victimsBrowser(scene), await victimsBrowser(scene)];
      await scene.advance(STALE_SECONDS);
      succeeded(await provePasskey(owner, await victim(scene)));
      succeeded(await owner.post('/api/billing/charge'));
      refused(await other.post('/api/billing/charge'), 'step_up_required');
    },
  },
  {
    id: 'stolen-session-after-step-up',
    title: 'The owner’s step-up leaves a thief of the cookie with nothing',
    from: ['B1', 'CWE-613'],
    movesClock: true,
    async run(scene) {
      const { owner, thief } = await stolen(scene);
      succeeded(await provePasskey(owner, await victim(scene)));
      refused(await thief.get('/mfa/factors'), 'session_required');
    },
  },
  {
    id: 'stolen-session-ended-elsewhere',
    title: 'A thief stays signed in nowhere when the owner ends all other sessions',
    from: ['B1', 'CWE-613', 'WSTG-SESS-06'],
    async run(scene) {
      const owner = await signedIn(scene);
      const stolenOne = await enterPassword(scene.browser(), owner);
      succeeded(await owner.browser.delete('/mfa/sessions'), 204);
      refused(await stolenOne.get('/mfa/factors'), 'session_required');
      succeeded(await owner.browser.get('/mfa/factors'));
    },
  },
  {
    id: 'stolen-session-ended-one',
    title: 'A thief’s session ends when the owner ends it, and is told apart on the list',
    from: ['B1', 'CWE-613'],
    async run(scene) {
      const owner = await signedIn(scene);
      const other = await enterPassword(scene.browser(), owner);
      const { body } = succeeded(await owner.browser.get('/mfa/sessions'));
      const list = body['sessions'] as { id: string; current: boolean }[];
      assert.deepEqual([list.length, list.filter(({ current }) => current).length], [2, 1]);
      const [theirs] = list.filter(({ current }) => !current);
      succeeded(await owner.browser.delete(`/mfa/sessions/${theirs!.id}`), 204);
      refused(await other.get('/mfa/factors'), 'session_required');
    },
  },
  {
    id: 'stolen-session-id-is-no-token',
    title: 'The id of a session on the list is not its token',
    from: ['K1', 'CWE-522'],
    async run(scene) {
      const owner = await signedIn(scene);
      const { body } = succeeded(await owner.browser.get('/mfa/sessions'));
      const [{ id } = { id: '' }] = body['sessions'] as { id: string }[];
      const thief = scene.browser();
      thief.setCookie('session', id);
      refused(await thief.get('/mfa/factors'), 'session_required');
    },
  },
  {
    id: 'stolen-session-second-app',
    title: 'A factor that a thief had time to add is told to the owner by mail',
    from: ['CWE-778', 'NIST SP 800-63B-4 §4.6'],
    async run(scene) {
      const owner = await appHolder(scene);
      await addApp(scene, owner.browser);
      const mails = await scene.mailTo(owner.login);
      assert.ok(mails.length >= 2, `${mails.length} mails`);
    },
  },
  {
    id: 'stolen-password',
    title: 'A stolen password alone is half a sign-in, and no more however often it is tried',
    from: ['S4', 'CWE-308', 'NIST SP 800-63B-4 §2.2'],
    async run(scene) {
      const owner = await victim(scene);
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const thief = await halfSignedIn(scene, owner);
        const { body } = succeeded(await thief.get('/mfa/session'));
        assert.equal(body['state'], 'challenge');
        assert.equal(thief.cookie('session'), '');
      }
    },
  },
]);
