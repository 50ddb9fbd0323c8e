import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { attacksOn } from '../attack.ts';
import { refused, succeeded } from '../checks/expect.ts';
import { appHolder, newPerson, PASSWORD, signedIn, type SignedIn } from '../cast/people.ts';
import type { Scene } from '../cast/scene.ts';

const SIGN_IN = '/mfa/sign-in';

/** One person who is signed in, for all bodies that change nothing. */
const somebody = (scene: Scene): Promise<SignedIn> =>
  scene.shared('somebody signed in', () => signedIn(scene));

export const parsing = attacksOn('HTTP and parsing', [
  {
    id: 'body-prototype',
    title: 'Keys that are part of every JavaScript object are unknown fields like any other',
    from: ['CWE-1321', 'CVE-2019-10744', 'WSTG-INPV-20'],
    async run(scene) {
      const { browser } = await somebody(scene);
      for (const json of [
        '{"__proto__":{"aal":2,"disabled":false}}',
        '{"constructor":{"prototype":{"aal":2}}}',
        '{"prototype":{"aal":2}}',
        '{"toString":"x"}',
        '{"hasOwnProperty":null}',
      ]) {
        const body = Buffer.from(json);
        refused(await browser.post('/mfa/totp', body), 'validation_failed');
      }
      const { body } = succeeded(await scene.browser().get('/mfa/session'));
      assert.deepEqual(body, { state: 'signed-out' });
    },
  },
  {
    id: 'body-unknown-fields',
    title: 'Fields that a call does not have are refused, not ignored',
    from: ['CWE-915', 'WSTG-INPV-20'],
    async run(scene) {
      const { login } = await newPerson(scene);
      const { browser } = await somebody(scene);
      refused(
        await scene.browser().post(SIGN_IN, { login, password: PASSWORD, aal: 2 }),
        'validation_failed',
      );
      refused(await browser.post('/mfa/sign-out', { everywhere: true }), 'validation_failed');
      refused(await browser.post('/mfa/passkeys/options', { conditional: false }), 'validation_failed');
    },
  },
  {
    id: 'body-duplicate-keys',
    title: 'Of a key that comes twice one value counts, for the check as for the use',
    from: ['CWE-436', 'RFC 8259 §4'],
    async run(scene) {
      const [ada, mallory] = [await newPerson(scene), await newPerson(scene)];
      const json = `{"login":"${ada.login}","login":"${mallory.login}","password":"x","password":"${PASSWORD}"}`;
      const browser = scene.browser();
      const answer = await browser.post(SIGN_IN, Buffer.from(json));
      if (answer.status !== 200) refused(answer, 'validation_failed', 'invalid_credentials');
      else assert.equal((answer.body['user'] as { id: string }).id, mallory.id);
    },
  },
  {
    id: 'body-scalars',
    title: 'Bodies that are JSON and no object are refused',
    from: ['CWE-20', 'RFC 8259 §2'],
    async run(scene) {
      const { browser } = await somebody(scene);
      for (const json of ['null', 'true', '7', '"text"', '[]', '[{}]', '""']) {
        refused(await browser.post('/mfa/totp', Buffer.from(json)), 'validation_failed');
        refused(await browser.post(SIGN_IN, Buffer.from(json)), 'validation_failed');
      }
    },
  },
  {
    id: 'body-no-json',
    title: 'Bodies that are almost JSON are refused, and not repeated',
    from: ['CWE-20', 'CWE-209'],
    async run(scene) {
      const { browser } = await somebody(scene);
      for (const json of [
        '{',
        '{"a":1',
        "{'login':'x'}",
        '{"login":"x",}',
        '{"login":NaN}',
        '{"login":1e400}',
        '/**/{}',
        '{}{}',
        '\u0000',
        'undefined',
        `{"login":"${'x'.repeat(100)}`,
      ]) {
        const { text } = refused(await browser.post(SIGN_IN, Buffer.from(json)), 'validation_failed');
        assert.equal(text.includes('xxxx'), false);
      }
    },
  },
  {
    id: 'body-encodings',
    title: 'Other character sets, broken UTF-8 and a byte order mark break nothing',
    from: ['CWE-838', 'CWE-172', 'RFC 8259 §8.1'],
    async run(scene) {
      const { login } = await newPerson(scene);
      const text = JSON.stringify({ login, password: PASSWORD });
      const type = (charset: string): Record<string, string> => ({
        'Content-Type': `application/json; charset=${charset}`,
      });
      for (const charset of ['utf-7', 'utf-16', 'utf-32', 'iso-2022-jp', 'x-user-defined', 'nonsense']) {
        const answer = await scene.browser().post(SIGN_IN, Buffer.from(text), type(charset));
        refused(answer, 'unsupported_media_type', 'validation_failed');
      }
      const broken = Buffer.from(`{"login":"\xff\xfe\xc0\xaf","password":"\xed\xa0\x80"}`, 'latin1');
      refused(await scene.browser().post(SIGN_IN, broken), 'invalid_credentials', 'validation_failed');
      const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]);
      const answer = await scene.browser().post(SIGN_IN, marked);
      if (answer.status !== 200) refused(answer, 'validation_failed');
    },
  },
  {
    id: 'body-strange-characters',
    title: 'NUL, lone surrogates and non-characters in a login are a wrong login',
    from: ['CWE-158', 'CWE-176', 'CWE-626'],
    async run(scene) {
      const { login } = await newPerson(scene);
      for (const strange of [
        '\u0000',
        `${login}\u0000`,
        '\\ud800',
        '\uffff',
        '\u202e',
        '\u{10ffff}',
        '\u200b',
      ]) {
        const json = JSON.stringify({ login: strange, password: PASSWORD }).replace('\\\\u', '\\u');
        const answer = await scene.browser().post(SIGN_IN, Buffer.from(json));
        refused(answer, 'invalid_credentials', 'validation_failed');
      }
      const answer = await scene.browser().post(SIGN_IN, { login, password: `${PASSWORD}\u0000` });
      refused(answer, 'invalid_credentials', 'validation_failed');
    },
  },
  {
    id: 'body-nested',
    title: 'A body nested ten thousand levels deep is refused before anybody walks it',
    from: ['CWE-674', 'CWE-400'],
    async run(scene) {
      const { browser } = await somebody(scene);
      const depth = 10_000;
      for (const [open, close] of [
        ['[', ']'],
        ['{"a":', '}'],
      ] as const) {
        const json = `${open.repeat(depth)}1${close.repeat(depth)}`;
        refused(await browser.post('/mfa/totp', Buffer.from(json)), 'validation_failed', 'payload_too_large');
      }
      refused(
        await browser.post('/mfa/totp', Buffer.from(`{"a":${'['.repeat(20)}${']'.repeat(20)}}`)),
        'validation_failed',
      );
    },
  },
  {
    id: 'body-wide',
    title: 'A body with thousands of keys is refused',
    from: ['CWE-400', 'CWE-407'],
    async run(scene) {
      const { browser } = await somebody(scene);
      const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, 0]));
      refused(await browser.post('/mfa/totp', wide), 'validation_failed');
    },
  },
  {
    id: 'body-large',
    title: 'More than 64 kB is refused, at every call, whoever sends it',
    from: ['CWE-770', 'CWE-400'],
    async run(scene) {
      const { browser } = await somebody(scene);
      const large = { login: 'x'.repeat(70_000), password: 'x' };
      refused(await scene.browser().post(SIGN_IN, large), 'payload_too_large');
      refused(await scene.browser().post('/mfa/passkey-sign-in', large), 'payload_too_large');
      refused(await browser.post('/mfa/totp', large), 'payload_too_large');
      refused(await browser.post('/api/billing/charge', large), 'payload_too_large');
    },
  },
  {
    id: 'body-announced-large',
    title: 'A body that is announced as a gigabyte is refused without waiting for it',
    from: ['CWE-770', 'CWE-400'],
    async run(scene) {
      const headers = { 'Content-Length': String(2 ** 30) };
      refused(await scene.browser().post(SIGN_IN, Buffer.from('{"login":"'), headers), 'payload_too_large');
    },
  },
  {
    id: 'body-gzip-bomb',
    title: 'A small archive that becomes a large text is refused as the large text it is',
    from: ['CWE-409', 'CWE-400'],
    async run(scene) {
      const zipped = gzipSync(Buffer.from(JSON.stringify({ login: 'x'.repeat(20_000_000), password: 'x' })));
      assert.ok(zipped.length < 64_000);
      const headers = { 'Content-Encoding': 'gzip' };
      refused(await scene.browser().post(SIGN_IN, zipped, headers), 'payload_too_large');
    },
  },
  {
    id: 'body-content-encodings',
    title: 'Broken archives and unknown encodings are refused',
    from: ['CWE-20', 'CWE-409'],
    async run(scene) {
      const { login } = await newPerson(scene);
      const right = Buffer.from(JSON.stringify({ login, password: PASSWORD }));
      for (const [encoding, body] of [
        ['gzip', right],
        ['gzip', gzipSync(right).subarray(0, 20)],
        ['deflate', right],
        ['br', right],
        ['compress', right],
        ['gzip, gzip', gzipSync(gzipSync(right))],
        ['nonsense', right],
      ] as const) {
        const answer = await scene.browser().post(SIGN_IN, body, { 'Content-Encoding': encoding });
        refused(answer, 'validation_failed', 'unsupported_media_type');
      }
    },
  },
  {
    id: 'names-that-deceive',
    title: 'Names that break lines, turn the direction of a text or hide in it are freed of that, or refused',
    from: ['K6', 'CWE-113', 'CWE-117', 'CVE-2021-42574'],
    async run(scene) {
      const { browser, factorId } = await appHolder(scene);
      const path = `/mfa/totp/${factorId}`;
      for (const [name, kept] of [
        ['a\r\nSet-Cookie: mfa-session=x', 'aSet-Cookie: mfa-session=x'],
        ['a\nb', 'ab'],
        ['a\u0000b', 'ab'],
        ['a\u001b[31mb', 'a[31mb'],
        ['a\u202egnp.exe', 'agnp.exe'],
        ['a\u2066b\u2069', 'ab'],
        ['a\u2028b', 'ab'],
        ['a\u0085b', 'ab'],
      ] as const)
        assert.equal(succeeded(await browser.call('PATCH', path, { name })).body['name'], kept);
      for (const name of ['   ', '', '\u0000\u202e', 'x'.repeat(65), ['a'], { a: 1 }, 7])
        refused(await browser.call('PATCH', path, { name }), 'validation_failed');
    },
  },
]);
