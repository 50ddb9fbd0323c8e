import assert from 'node:assert/strict';
import { attacksOn } from '../attack.ts';
import { refused, succeeded } from '../checks/expect.ts';
import { requestOptions, SECOND_HALF } from '../cast/ceremonies.ts';
import { RECOVERY_CODE, TOTP } from '../cast/challenge.ts';
import {
  addApp,
  appHolder,
  codeOf,
  enterPassword,
  halfSignedIn,
  newPerson,
  PASSWORD,
  signedIn,
  signInWithApp,
} from '../cast/people.ts';
import { provePasskey, victim, victimsBrowser } from '../cast/victim.ts';
import type { Browser } from '../http/browser.ts';

const HOUR = 3600;

/** A browser that has nothing but one cookie, and reads the CSRF token that goes with it, as a thief would. */
async function thief(of: Browser): Promise<Browser> {
  const copy = of.copy();
  copy.csrf = undefined;
  await copy.get('/mfa/session');
  return copy;
}

/** Nobody is signed in there, not even half. */
async function assertOut(browser: Browser): Promise<void> {
  const { body } = succeeded(await browser.get('/mfa/session'));
  assert.equal(body['state'], 'signed-out');
  refused(await browser.get('/api/notes'), 'session_required');
}

export const sessions = attacksOn('pending sign-in and session', [
  {
    id: 'session-from-pending-token',
    title: 'The token of a pending sign-in is no session',
    from: ['S1', 'CWE-287', 'WSTG-SESS-01'],
    async run(scene) {
      const browser = await halfSignedIn(scene, await victim(scene));
      const token = browser.cookie('pending');
      assert.notEqual(token, '');
      browser.setCookie('pending', undefined);
      browser.setCookie('session', token);
      await assertOut(browser);
    },
  },
  {
    id: 'pending-from-session-token',
    title: 'The token of a session is no pending sign-in',
    from: ['S1', 'CWE-287'],
    async run(scene) {
      const browser = await victimsBrowser(scene);
      browser.setCookie('pending', browser.cookie('session'));
      browser.setCookie('session', undefined);
      refused(await browser.post(TOTP, { code: '123456' }), 'session_required', 'challenge_expired');
    },
  },
  {
    id: 'pending-opens-nothing',
    title: 'With the password alone nothing is open: no page, no factor, no enrolment, no step-up',
    from: ['S4', 'CWE-305', 'WSTG-ATHN-04'],
    async run(scene) {
      const person = await victim(scene);
      const browser = await halfSignedIn(scene, person);
      for (const [method, path, body] of [
        ['GET', '/api/notes'],
        ['POST', '/api/billing/charge'],
        ['POST', '/api/password', { current: PASSWORD, next: 'another passphrase' }],
        ['GET', '/mfa/factors'],
        ['GET', '/mfa/passkeys'],
        ['GET', '/mfa/recovery-codes'],
        ['POST', '/mfa/totp'],
        ['POST', '/mfa/passkeys/options'],
        ['POST', '/mfa/recovery-codes'],
        ['POST', '/mfa/recovery-codes/confirm'],
        ['DELETE', '/mfa/factors'],
        ['DELETE', `/mfa/totp/${person.factorId}`],
        ['POST', '/mfa/challenge/password', { password: PASSWORD }],
      ] as const) {
        refused(await browser.call(method, path, body), 'challenge_required');
      }
    },
  },
  {
    id: 'pending-names-nobody',
    title: 'A pending sign-in does not tell whose it is',
    from: ['CWE-200', 'WSTG-ATHN-04'],
    async run(scene) {
      const person = await victim(scene);
      const browser = await halfSignedIn(scene, person);
      for (const path of ['/mfa/session', '/mfa/challenge']) {
        const { text } = succeeded(await browser.get(path));
        for (const own of [person.login, person.id]) assert.equal(text.includes(own), false, path);
      }
    },
  },
  {
    id: 'pending-too-late',
    title: 'A pending sign-in that lay around for ten minutes is gone',
    from: ['CWE-613', 'WSTG-SESS-07'],
    movesClock: true,
    async run(scene) {
      const person = await victim(scene);
      const browser = await halfSignedIn(scene, person);
      await scene.advance(10 * 60 + 1);
      refused(await browser.post(`${SECOND_HALF}/options`), 'challenge_expired');
    },
  },
  {
    id: 'pending-after-sign-out',
    title: 'Signing out ends a pending sign-in, on the server and not in the browser alone',
    from: ['CWE-613', 'WSTG-SESS-06'],
    async run(scene) {
      const person = await victim(scene);
      const browser = await halfSignedIn(scene, person);
      const copy = await thief(browser);
      succeeded(await browser.post('/mfa/sign-out'), 204);
      refused(await copy.post(`${SECOND_HALF}/options`), 'challenge_expired', 'session_required');
    },
  },
  {
    id: 'pending-after-completion',
    title: 'A pending sign-in that became a session cannot become another one',
    from: ['S1', 'S3', 'CWE-294'],
    async run(scene) {
      const person = await victim(scene);
      const browser = await halfSignedIn(scene, person);
      const copy = await thief(browser);
      succeeded(await provePasskey(browser, person));
      refused(await copy.post(`${SECOND_HALF}/options`), 'challenge_expired', 'session_required');
    },
  },
  {
    id: 'pending-after-new-factor',
    title: 'A new factor ends sign-ins that were half done when it came',
    from: ['S5', 'CWE-613'],
    async run(scene) {
      const person = await appHolder(scene);
      const browser = await halfSignedIn(scene, person);
      await addApp(scene, person.browser);
      const code = await codeOf(scene, person.app);
      refused(await browser.post(TOTP, { code }), 'challenge_expired');
    },
  },
  {
    id: 'session-fixed-before-sign-in',
    title: 'A token that somebody else put into the browser is not the one that the sign-in makes',
    from: ['B1', 'CWE-384', 'WSTG-SESS-03'],
    async run(scene) {
      const [ada, mallory] = [await newPerson(scene), await signedIn(scene)];
      const planted = mallory.browser.cookie('session');
      const browser = scene.browser();
      browser.setCookie('session', planted);
      await enterPassword(browser, ada);
      assert.notEqual(browser.cookie('session'), planted);
      const copy = scene.browser();
      copy.setCookie('session', planted);
      const { body } = succeeded(await copy.get('/mfa/session'));
      assert.notEqual((body['user'] as { id?: string } | undefined)?.id, ada.id);
    },
  },
  {
    id: 'session-invented-token',
    title: 'A token of the right form that the server did not make is cleared and never adopted',
    from: ['B1', 'K1', 'CWE-384', 'WSTG-SESS-03'],
    async run(scene) {
      const person = await newPerson(scene);
      const browser = scene.browser();
      const invented = 'A'.repeat(43);
      browser.setCookie('session', invented);
      browser.setCookie('pending', invented);
      await enterPassword(browser, person);
      assert.notEqual(browser.cookie('session'), invented);
      assert.equal(browser.cookie('pending'), '');
    },
  },
  {
    id: 'session-token-after-step-up',
    title: 'Step-up makes a new token, and the old one is dead at once',
    from: ['B1', 'CWE-384', 'CWE-613'],
    async run(scene) {
      const browser = await victimsBrowser(scene);
      const copy = await thief(browser);
      const before = browser.cookie('session');
      succeeded(await provePasskey(browser, await victim(scene)));
      assert.notEqual(browser.cookie('session'), before);
      await assertOut(copy);
    },
  },
  {
    id: 'session-token-after-enrolment',
    title: 'Confirming a factor makes a new token, and the old one is dead at once',
    from: ['B1', 'CWE-384'],
    async run(scene) {
      const person = await signedIn(scene);
      const copy = await thief(person.browser);
      await addApp(scene, person.browser);
      await assertOut(copy);
    },
  },
  {
    id: 'session-after-sign-out',
    title: 'Signing out ends the session for whoever copied its cookie, too',
    from: ['CWE-613', 'WSTG-SESS-06'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const copy = await thief(browser);
      const answer = succeeded(await browser.post('/mfa/sign-out'), 204);
      scene.expectEvent(answer, 'auth.session.ended');
      await assertOut(copy);
    },
  },
  {
    id: 'session-sign-out-in-parallel',
    title: 'Signing out while a step-up is under way leaves nobody signed in, whichever comes first',
    from: ['B1', 'S1', 'CWE-362', 'CWE-613'],
    async run(scene) {
      const { device } = await victim(scene);
      for (let round = 0; round < 4; round += 1) {
        const browser = await victimsBrowser(scene);
        const response = device.get(await requestOptions(browser, SECOND_HALF));
        const requests = [
          browser.request('POST', SECOND_HALF, { response }),
          browser.request('POST', '/mfa/sign-out'),
        ];
        if (round % 2 === 1) requests.reverse();
        const answers = await scene.atOnce(requests.map((request) => ({ browser, request })));
        const copy = browser.copy();
        for (const answer of answers) copy.keep(answer);
        await assertOut(copy);
        await assertOut(browser);
      }
    },
  },
  {
    id: 'session-replaced-by-sign-in',
    title: 'Signing in again in the same browser ends the session that was there',
    from: ['B1', 'CWE-613'],
    async run(scene) {
      const person = await signedIn(scene);
      const copy = await thief(person.browser);
      await enterPassword(person.browser, person);
      await assertOut(copy);
    },
  },
  {
    id: 'session-idle',
    title: 'A session that nobody used for an hour is over',
    from: ['B1', 'CWE-613', 'WSTG-SESS-07', 'NIST SP 800-63B-4 §5.2'],
    movesClock: true,
    async run(scene) {
      const { browser } = await signedIn(scene);
      await scene.advance(HOUR + 1);
      await assertOut(browser);
    },
  },
  {
    id: 'session-kept-busy',
    title: 'A session that is used all the time is over after a day all the same',
    from: ['B1', 'CWE-613', 'WSTG-SESS-07', 'NIST SP 800-63B-4 §5.2'],
    movesClock: true,
    async run(scene) {
      const { browser } = await signedIn(scene);
      for (let passed = 0; passed < 24; passed += 0.75) {
        succeeded(await browser.get('/api/notes'));
        await scene.advance(0.75 * HOUR);
      }
      await assertOut(browser);
    },
  },
  {
    id: 'session-after-password-change',
    title: 'A changed password ends all other sessions and every half-done sign-in',
    from: ['S5', 'CWE-613', 'WSTG-ATHN-09'],
    async run(scene) {
      const person = await appHolder(scene);
      const [other, half] = [await signInWithApp(scene, person), await halfSignedIn(scene, person)];
      const change = { current: PASSWORD, next: 'a passphrase of one’s own' };
      succeeded(await person.browser.post('/api/password', change), 204);
      await assertOut(other);
      const [code] = person.recoveryCodes;
      refused(await half.post(RECOVERY_CODE, { code }), 'challenge_expired', 'session_required');
    },
  },
  {
    id: 'session-token-bent',
    title: 'Nothing but the token itself is a session: not a part, not more, not another case',
    from: ['K1', 'CWE-565', 'WSTG-SESS-01'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const token = browser.cookie('session');
      const swapped = Array.from(token, (letter) =>
        letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
      ).join('');
      for (const bent of [token.slice(0, -1), `${token}A`, `${token}=`, swapped, `%00${token}`, '%', '"']) {
        const copy = scene.browser();
        copy.setCookie('session', bent);
        await assertOut(copy);
      }
    },
  },
  {
    id: 'session-token-elsewhere',
    title: 'A token in the address, in another header or in the body is not looked at',
    from: ['CWE-598', 'WSTG-SESS-04'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const token = browser.cookie('session');
      const nobody = scene.browser();
      const query = `?mfa-session=${token}&session=${token}&token=${token}`;
      refused(await nobody.get(`/api/notes${query}`), 'session_required');
      for (const headers of [
        { Authorization: `Bearer ${token}` },
        { 'X-Session': token },
        { 'mfa-session': token },
      ]) {
        refused(await nobody.call('GET', '/mfa/factors', undefined, headers), 'session_required');
      }
    },
  },
  {
    id: 'session-two-cookies',
    title: 'Two session cookies in one request never mix two people',
    from: ['CWE-384', 'CWE-235', 'RFC 6265 §4.2.2'],
    async run(scene) {
      const [ada, mallory] = [await signedIn(scene), await signedIn(scene)];
      const name = ada.browser.cookieHeader.split('=')[0]!;
      const tokens = [mallory.browser.cookie('session'), ada.browser.cookie('session')];
      const headers = { Cookie: tokens.map((token) => `${name}=${token}`).join('; ') };
      const { body } = succeeded(await scene.browser().call('GET', '/mfa/session', undefined, headers));
      const { id } = body['user'] as { id: string };
      const others = { ...headers, 'X-MFA-CSRF': (id === ada.id ? mallory : ada).browser.csrf ?? '' };
      refused(await scene.browser().call('POST', '/mfa/totp', {}, others), 'csrf_failed');
    },
  },
  {
    id: 'session-strange-cookies',
    title: 'Cookies with strange names and values open nothing and break nothing',
    from: ['CWE-1321', 'CWE-20'],
    async run(scene) {
      for (const Cookie of [
        '__proto__=x; constructor=y; hasOwnProperty=z; mfa-session=toString',
        'mfa-session=%E0%A4%A; mfa-pending=%',
        'mfa-session',
        '=; ;;; ,',
        `mfa-session=${'A'.repeat(4000)}`,
        'mfa-session="A"; $Version=1',
        'mfa-session={"$ne":""}',
      ]) {
        const answer = await scene.browser().call('GET', '/mfa/session', undefined, { Cookie });
        assert.equal(succeeded(answer).body['state'], 'signed-out', Cookie.slice(0, 40));
      }
    },
  },
]);
