import assert from 'node:assert/strict';
import { attacksOn } from '../attack.ts';
import { refused, succeeded } from '../checks/expect.ts';
import { SECOND_HALF } from '../cast/ceremonies.ts';
import { TOTP } from '../cast/challenge.ts';
import { halfSignedIn, newPerson, PASSWORD, signedIn } from '../cast/people.ts';
import { provePasskey, victim, victimsBrowser } from '../cast/victim.ts';

export const crossSite = attacksOn('pending sign-in and session', [
  {
    id: 'csrf-missing',
    title: 'A cookie alone changes nothing',
    from: ['CWE-352', 'WSTG-SESS-05'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      for (const path of ['/mfa/totp', '/mfa/sign-out', '/mfa/passkeys/options', '/api/billing/charge']) {
        refused(await browser.post(path, {}, { 'X-MFA-CSRF': null }), 'csrf_failed');
      }
      assert.equal(succeeded(await browser.get('/mfa/session')).body['state'], 'signed-in');
    },
  },
  {
    id: 'csrf-wrong',
    title: 'An empty, shortened, longer or invented CSRF token is none',
    from: ['CWE-352', 'CWE-1254'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const { csrf = '' } = browser;
      for (const wrong of ['', csrf.slice(0, -1), `${csrf}A`, 'A'.repeat(csrf.length), 'null', 'undefined']) {
        refused(await browser.post('/mfa/totp', {}, { 'X-MFA-CSRF': wrong }), 'csrf_failed');
      }
      const two = { 'X-MFA-CSRF': ['A'.repeat(csrf.length), csrf] };
      refused(await browser.post('/mfa/totp', {}, two), 'csrf_failed');
    },
  },
  {
    id: 'csrf-of-another-session',
    title: 'The CSRF token of another session, even of the same person, is none',
    from: ['CWE-352', 'WSTG-SESS-05'],
    async run(scene) {
      const [ada, mallory] = [await signedIn(scene), await signedIn(scene)];
      const elsewhere = await halfSignedIn(scene, ada);
      for (const { csrf } of [mallory.browser, elsewhere]) {
        refused(await ada.browser.post('/mfa/totp', {}, { 'X-MFA-CSRF': csrf ?? '' }), 'csrf_failed');
      }
    },
  },
  {
    id: 'csrf-of-before',
    title: 'The CSRF token changes with the session token',
    from: ['B1', 'CWE-352'],
    async run(scene) {
      const browser = await victimsBrowser(scene);
      const before = browser.csrf ?? '';
      succeeded(await provePasskey(browser, await victim(scene)));
      assert.notEqual(browser.csrf, before);
      refused(await browser.post('/mfa/totp', {}, { 'X-MFA-CSRF': before }), 'csrf_failed');
    },
  },
  {
    id: 'csrf-on-pending',
    title: 'A half-done sign-in is protected as a session is',
    from: ['CWE-352'],
    async run(scene) {
      const person = await victim(scene);
      const browser = await halfSignedIn(scene, person);
      const code = '123456';
      refused(await browser.post(TOTP, { code }, { 'X-MFA-CSRF': null }), 'csrf_failed');
      refused(await browser.post(`${SECOND_HALF}/options`, {}, { 'X-MFA-CSRF': 'x' }), 'csrf_failed');
      succeeded(await provePasskey(browser, person));
    },
  },
  {
    id: 'csrf-in-body-or-query',
    title: 'A CSRF token in the body or the address is not looked at: a form could put it there',
    from: ['CWE-352', 'CWE-598'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const { csrf = '' } = browser;
      const without = { 'X-MFA-CSRF': null };
      refused(await browser.post('/mfa/totp', { csrf }, without), 'csrf_failed');
      refused(await browser.post(`/mfa/totp?csrf=${csrf}&x-mfa-csrf=${csrf}`, {}, without), 'csrf_failed');
    },
  },
  {
    id: 'cross-site-fetch',
    title: 'What the browser calls cross-site is refused, with the right token too',
    from: ['CWE-352', 'CWE-346'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: scene.origin };
      refused(await browser.post('/mfa/totp', {}, headers), 'cross_site');
      refused(await browser.post('/api/billing/charge', {}, headers), 'cross_site');
      succeeded(await browser.post('/mfa/totp', {}, { 'Sec-Fetch-Site': 'same-origin' }), 201);
    },
  },
  {
    id: 'cross-site-origin',
    title: 'A foreign origin is refused: other host, port, scheme, subdomain, look-alike, and null',
    from: ['CWE-346', 'WSTG-CLNT-07'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const own = new URL(scene.origin);
      for (const Origin of [
        'null',
        'https://elsewhere.example',
        `https://${own.host}:1`,
        `${own.protocol}//sub.${own.host}`,
        `${own.protocol}//${own.hostname}.elsewhere.example`,
        `${own.protocol}//elsewhere.example#${own.host}`,
        `${own.protocol}//${own.hostname}:1`,
        `${own.protocol === 'http:' ? 'https' : 'http'}://${own.host}`,
        `${scene.origin}/`,
        `${scene.origin}, https://elsewhere.example`,
        'file://',
        '',
      ]) {
        refused(await browser.post('/mfa/totp', {}, { Origin }), 'cross_site');
      }
    },
  },
  {
    id: 'cross-site-sign-in',
    title: 'Another site cannot sign its visitor in to an account of its own',
    from: ['CWE-352', 'WSTG-SESS-05'],
    async run(scene) {
      const { login } = await newPerson(scene);
      const right = { login, password: PASSWORD };
      for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://elsewhere.example' }]) {
        const browser = scene.browser();
        refused(await browser.post('/mfa/sign-in', right, headers), 'cross_site');
        assert.equal(browser.cookie('session'), '');
      }
    },
  },
  {
    id: 'cross-site-sign-out',
    title: 'Another site cannot sign its visitor out',
    from: ['CWE-352'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      refused(await browser.post('/mfa/sign-out', {}, { 'Sec-Fetch-Site': 'cross-site' }), 'cross_site');
      refused(await browser.post('/mfa/sign-out', {}, { 'X-MFA-CSRF': null }), 'csrf_failed');
      refused(await browser.get('/mfa/sign-out'), 'not_found');
      assert.equal(succeeded(await browser.get('/mfa/session')).body['state'], 'signed-in');
    },
  },
  {
    id: 'cross-site-form',
    title: 'What a form can send without asking first is refused',
    from: ['CWE-352', 'CWE-436'],
    async run(scene) {
      const { browser, login } = await signedIn(scene);
      const json = Buffer.from(JSON.stringify({ login, password: PASSWORD }));
      for (const type of [
        'text/plain',
        'text/plain; application/json',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'text/json',
        'application/jsonp',
        'application/json-patch+json',
        '',
        null,
      ]) {
        const headers = { 'Content-Type': type };
        refused(await browser.post('/mfa/sign-in', json, headers), 'unsupported_media_type');
        refused(await browser.post('/mfa/totp', Buffer.from('{}'), headers), 'unsupported_media_type');
      }
    },
  },
]);
