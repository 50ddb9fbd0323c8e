import assert from 'node:assert/strict';
import { attacksOn } from '../attack.ts';
import { alike, refused, succeeded } from '../checks/expect.ts';
import { requestOptions, SECOND_HALF } from '../cast/ceremonies.ts';
import { TOTP } from '../cast/challenge.ts';
import {
  appHolder,
  codeOf,
  creationOptions,
  newDevice,
  PASSWORD,
  signedIn,
  startApp,
} from '../cast/people.ts';
import { victim, victimsBrowser } from '../cast/victim.ts';

/** An id of the form that the server gives, which is nobody's. */
const NOBODYS_ID = 'AAAAAAAAAAAAAAAAAAAAAA';

export const stepUp = attacksOn('step-up and ownership', [
  {
    id: 'step-up-window-of-the-action',
    title: 'A proof that is enough for a charge is too old for deleting the workspace',
    from: ['S4', 'RFC 9470', 'CWE-613'],
    movesClock: true,
    async run(scene) {
      const { browser } = await appHolder(scene, { role: 'admin' });
      await scene.advance(61);
      const answer = refused(await browser.call('DELETE', '/api/workspace'), 'step_up_required');
      assert.equal((answer.body['stepUp'] as { maxAge: number }).maxAge, 60);
      succeeded(await browser.post('/api/billing/charge'));
    },
  },
  {
    id: 'step-up-for-others',
    title: 'Who may not do something is not helped by proving who they are',
    from: ['CWE-285', 'WSTG-ATHZ-03'],
    async run(scene) {
      const browser = await victimsBrowser(scene);
      refused(await browser.call('DELETE', '/api/workspace'), 'forbidden');
    },
  },
  {
    id: 'step-up-from-the-future',
    title: 'A proof from the future is not fresh',
    from: ['S9', 'CWE-367'],
    movesClock: true,
    async run(scene) {
      const browser = await victimsBrowser(scene);
      await scene.advance(-600);
      try {
        refused(await browser.post('/api/billing/charge'), 'step_up_required', 'session_required');
      } finally {
        await scene.advance(600);
      }
    },
  },
  {
    id: 'step-up-old-password',
    title: 'Without any factor, the password has to be proven lately before one is added',
    from: ['S4', 'CWE-306'],
    movesClock: true,
    async run(scene) {
      const { browser } = await signedIn(scene);
      const { app, id } = await startApp(browser);
      await scene.advance(5 * 60 + 1);
      refused(await browser.post('/mfa/totp'), 'step_up_required');
      refused(await browser.post('/mfa/passkeys/options'), 'step_up_required');
      const code = await codeOf(scene, app);
      refused(await browser.post(`/mfa/totp/${id}/confirm`, { code }), 'step_up_required');
      succeeded(await browser.post('/mfa/challenge/password', { password: PASSWORD }));
      succeeded(await browser.post(`/mfa/totp/${id}/confirm`, { code }));
    },
  },
  {
    id: 'step-up-password-beside-passkey',
    title: 'The password is no step-up for people with a passkey',
    from: ['CWE-308', 'RFC 9470'],
    async run(scene) {
      const browser = await victimsBrowser(scene);
      refused(await browser.post('/mfa/challenge/password', { password: PASSWORD }), 'forbidden');
    },
  },
  {
    id: 'step-up-password-of-somebody-else',
    title: 'The step-up by password asks for this person’s password, whoever else the body names',
    from: ['CWE-639', 'CWE-915'],
    async run(scene) {
      const [ada, mallory] = [await signedIn(scene), await signedIn(scene)];
      const change = { current: PASSWORD, next: 'a passphrase of Mallory' };
      succeeded(await mallory.browser.post('/api/password', change), 204);
      const path = '/mfa/challenge/password';
      refused(await ada.browser.post(path, { password: 'a passphrase of Mallory' }), 'invalid_credentials');
      const named = { password: 'a passphrase of Mallory', login: mallory.login, userId: mallory.id };
      refused(await ada.browser.post(path, named), 'validation_failed');
    },
  },
  {
    id: 'step-up-with-foreign-code',
    title: 'A code of another person’s app steps nobody up',
    from: ['CWE-639'],
    async run(scene) {
      const [ada, mallory] = [await appHolder(scene), await appHolder(scene)];
      const code = await codeOf(scene, mallory.app);
      refused(await ada.browser.post(TOTP, { code }), 'invalid_code');
    },
  },
  {
    id: 'owner-of-app',
    title: 'Another person’s app can be neither renamed nor removed, and looks as if it did not exist',
    from: ['CWE-639', 'WSTG-ATHZ-04', 'CWE-203'],
    async run(scene) {
      const [ada, mallory] = [await victim(scene), await signedIn(scene)];
      for (const [method, body] of [
        ['DELETE', {}],
        ['PATCH', { name: 'Hers no more' }],
      ] as const) {
        const theirs = await mallory.browser.call(method, `/mfa/totp/${ada.factorId}`, body);
        const nobodys = await mallory.browser.call(method, `/mfa/totp/${NOBODYS_ID}`, body);
        alike(refused(theirs, 'not_found'), nobodys);
      }
      const { text } = succeeded(await (await victimsBrowser(scene)).get('/mfa/factors'));
      assert.match(text, new RegExp(ada.factorId));
    },
  },
  {
    id: 'owner-of-passkey',
    title: 'Another person’s passkey can be neither renamed nor revoked, and looks as if it did not exist',
    from: ['CWE-639', 'WSTG-ATHZ-04', 'CWE-203'],
    async run(scene) {
      const [ada, mallory] = [await victim(scene), await signedIn(scene)];
      for (const [method, body] of [
        ['DELETE', {}],
        ['PATCH', { name: 'Hers no more' }],
      ] as const) {
        const theirs = await mallory.browser.call(method, `/mfa/passkeys/${ada.passkeyId}`, body);
        const nobodys = await mallory.browser.call(method, `/mfa/passkeys/${NOBODYS_ID}`, body);
        alike(refused(theirs, 'not_found'), nobodys);
      }
      const { text } = succeeded(await (await victimsBrowser(scene)).get('/mfa/passkeys'));
      assert.match(text, new RegExp(ada.passkeyId));
    },
  },
  {
    id: 'owner-of-session',
    title: 'Another person’s session cannot be ended, and looks as if it did not exist',
    from: ['CWE-639', 'WSTG-ATHZ-04', 'CWE-203'],
    async run(scene) {
      const [ada, mallory] = [await signedIn(scene), await signedIn(scene)];
      const { body } = succeeded(await ada.browser.get('/mfa/sessions'));
      const [{ id } = { id: '' }] = body['sessions'] as { id: string }[];
      const theirs = await mallory.browser.delete(`/mfa/sessions/${id}`);
      alike(refused(theirs, 'not_found'), await mallory.browser.delete(`/mfa/sessions/${NOBODYS_ID}`));
      succeeded(await ada.browser.get('/mfa/factors'));
    },
  },
  {
    id: 'owner-lists',
    title: 'Lists hold what is one’s own and nothing else, whatever the address asks for',
    from: ['CWE-639', 'CWE-200'],
    async run(scene) {
      const [ada, mallory] = [await victim(scene), await signedIn(scene)];
      for (const path of ['/mfa/factors', '/mfa/passkeys', '/mfa/sessions', '/mfa/recovery-codes']) {
        const query = `?userId=${ada.id}&user=${ada.id}&login=${encodeURIComponent(ada.login)}`;
        const { text } = succeeded(await mallory.browser.get(path + query));
        for (const foreign of [ada.factorId, ada.id, ada.login])
          assert.equal(text.includes(foreign), false, path);
      }
    },
  },
  {
    id: 'owner-in-body',
    title: 'No body can say whose factor it is',
    from: ['CWE-915', 'CWE-639', 'WSTG-INPV-20'],
    async run(scene) {
      const [ada, mallory] = [await signedIn(scene), await signedIn(scene)];
      refused(await mallory.browser.post('/mfa/totp', { userId: ada.id }), 'validation_failed');
      refused(await mallory.browser.post('/mfa/passkeys/options', { user: ada.id }), 'validation_failed');
      const { app, id } = await startApp(mallory.browser);
      const code = await codeOf(scene, app);
      const more = { code, userId: ada.id, aal: 2, mustEnroll: false };
      refused(await mallory.browser.post(`/mfa/totp/${id}/confirm`, more), 'validation_failed');
    },
  },
  {
    id: 'owner-of-strange-ids',
    title: 'Ids that are none are not found: other forms, other types, paths, wildcards, statements',
    from: ['CWE-20', 'CWE-22', 'CWE-89', 'WSTG-INPV-05'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      for (const id of [
        '*',
        '%25',
        "'%20OR%20'1'='1",
        '1;DROP%20TABLE%20mfa_totp_factors',
        '..%2F..%2Fsession',
        '%2e%2e',
        'undefined',
        'null',
        '-1',
        '[object%20Object]',
        '__proto__',
        'constructor',
        'A'.repeat(3000),
        '%F0%9F%94%91',
      ]) {
        refused(await browser.delete(`/mfa/totp/${id}`), 'not_found');
        refused(await browser.call('PATCH', `/mfa/passkeys/${id}`, { name: 'x' }), 'not_found');
      }
    },
  },
  {
    id: 'step-up-wrong-passkey',
    title: 'A passkey that is not on the account steps nobody up',
    from: ['W2', 'CWE-287'],
    async run(scene) {
      const browser = await victimsBrowser(scene);
      const options = await requestOptions(browser, SECOND_HALF);
      const device = newDevice(scene);
      device.create(await creationOptions((await signedIn(scene)).browser));
      const response = device.get(options, { credential: device.credentials[0]! });
      refused(await browser.post('/mfa/challenge/passkey', { response }), 'passkey_rejected');
    },
  },
]);
