import assert from 'node:assert/strict';
import { attacksOn } from '../attack.ts';
import { refused, succeeded } from '../checks/expect.ts';
import { newPerson, PASSWORD, signedIn, startApp } from '../cast/people.ts';
import type { Scene } from '../cast/scene.ts';

const SIGN_IN = '/mfa/sign-in';

/** A sign-in as bytes; what is put before the blank line and after it is the attack's business. */
const rawSignIn = (scene: Scene, headers: readonly string[], body: string): string =>
  [
    `POST ${SIGN_IN} HTTP/1.1`,
    `Host: ${new URL(scene.origin).host}`,
    'Content-Type: application/json',
    'Connection: close',
    ...headers,
    '',
    body,
  ].join('\r\n');

export const http = attacksOn('HTTP and parsing', [
  {
    id: 'path-in-disguise',
    title: 'No spelling of a path goes around its guard',
    from: ['B3', 'CWE-178', 'CWE-41', 'WSTG-ATHZ-01'],
    async run(scene) {
      for (const path of [
        '/api/notes/',
        '/API/notes',
        '/Api/Notes',
        '/api//notes',
        '//api/notes',
        '/api/./notes',
        '/api/x/../notes',
        '/api/%6eotes',
        '/api%2fnotes',
        '/api/notes%2f',
        '/api/notes%00',
        '/api/notes%20',
        '/api/notes;admin=1',
        '/api/notes.json',
        '/api\\notes',
        '/assets/..%2fapi/notes',
        '/api/notes?__proto__=1',
      ]) {
        const answer = await scene.browser().get(path);
        assert.notEqual(answer.status, 200, path);
        assert.equal(answer.text.includes('"notes"'), false, path);
      }
    },
  },
  {
    id: 'path-exact',
    title: 'The router’s paths are exact: no other case, no trailing slash, no encoded slash',
    from: ['B3', 'CWE-178'],
    async run(scene) {
      const { login } = await newPerson(scene);
      const right = { login, password: PASSWORD };
      for (const path of [
        '/mfa/Sign-In',
        '/mfa/sign-in/',
        '/mfa//sign-in',
        '/mfa/sign%2din%2f',
        '/mfa/x/../sign-in',
      ]) {
        refused(await scene.browser().post(path, right), 'not_found');
      }
    },
  },
  {
    id: 'path-undecodable',
    title: 'Paths that cannot be decoded are refused, without an error',
    from: ['CWE-20', 'CWE-22', 'CWE-172'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      for (const id of ['%', '%zz', '%c0%af', '%ff', '%E0%A4%A', '%00', '%2e%2e%2f', '..%5c']) {
        refused(await browser.delete(`/mfa/totp/${id}`), 'not_found', 'validation_failed');
      }
    },
  },
  {
    id: 'method-override',
    title: 'No header and no parameter makes another method of a request',
    from: ['CWE-436', 'CWE-650', 'WSTG-CONF-06'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const { id } = await startApp(browser);
      for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override']) {
        refused(await browser.post(`/mfa/totp/${id}?_method=DELETE`, {}, { [name]: 'DELETE' }), 'not_found');
        const answer = await browser.call('GET', '/mfa/factors', undefined, { [name]: 'DELETE' });
        succeeded(answer);
      }
      const { body } = succeeded(await browser.get('/mfa/factors'));
      assert.equal((body['pending'] as unknown[]).length, 1);
    },
  },
  {
    id: 'method-unknown',
    title: 'Methods that a path does not have find nothing, and TRACE says nothing back',
    from: ['CWE-650', 'CWE-693', 'WSTG-CONF-06'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND', 'LOCK', 'REPORT', 'SEARCH']) {
        refused(await browser.call(method, '/mfa/session'), 'not_found');
      }
      for (const method of ['TRACE', 'OPTIONS']) {
        const answer = await browser.call(method, '/mfa/session');
        assert.equal(answer.text.includes(browser.cookie('session')), false);
        assert.equal(answer.text.includes('csrf'), false);
      }
    },
  },
  {
    id: 'method-head',
    title: 'HEAD is guarded as GET is, and changes nothing',
    from: ['B3', 'B4', 'CWE-650'],
    async run(scene) {
      const nobody = scene.browser();
      for (const path of ['/api/notes', '/mfa/factors', '/mfa/recovery-codes']) {
        assert.equal((await nobody.call('HEAD', path)).status, 401, path);
      }
      const { browser } = await signedIn(scene);
      for (const path of ['/mfa/sign-out', '/mfa/totp', '/api/billing/charge']) {
        assert.equal((await browser.call('HEAD', path)).status, 404, path);
      }
      assert.equal(succeeded(await browser.get('/mfa/session')).body['state'], 'signed-in');
    },
  },
  {
    id: 'get-changes-nothing',
    title: 'Nothing that changes something can be done with a link',
    from: ['B4', 'CWE-650', 'CWE-352'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      for (const path of [
        '/mfa/sign-out',
        '/mfa/sign-in',
        '/mfa/totp',
        '/mfa/passkeys/options',
        '/mfa/recovery-codes/confirm',
        '/mfa/challenge/totp',
        '/api/billing/charge',
        '/api/password',
        '/api/workspace',
      ]) {
        refused(await browser.get(path), 'not_found');
      }
    },
  },
  {
    id: 'header-rewritten-address',
    title: 'Headers that some proxies obey do not choose another path',
    from: ['CWE-436', 'CVE-2018-14773'],
    async run(scene) {
      for (const name of ['X-Original-URL', 'X-Rewrite-URL', 'X-Forwarded-Prefix', 'X-Forwarded-Path']) {
        const answer = await scene.browser().call('GET', '/api/notes', undefined, { [name]: '/mfa/session' });
        refused(answer, 'session_required');
      }
    },
  },
  {
    id: 'header-host',
    title: 'An invented host decides nothing: no link, no cookie, no issuer, no redirect',
    from: ['B6', 'CWE-644', 'WSTG-INPV-17'],
    async run(scene) {
      const { login } = await newPerson(scene);
      const headers = {
        Host: 'elsewhere.example',
        'X-Forwarded-Host': 'elsewhere.example',
        'X-Forwarded-Proto': 'https',
        Forwarded: 'host=elsewhere.example;proto=https',
      };
      const browser = scene.browser();
      const signedInThere = await browser.post(SIGN_IN, { login, password: PASSWORD }, headers);
      const enrolment = succeeded(await browser.post('/mfa/totp', {}, headers), 201);
      const passkey = succeeded(await browser.post('/mfa/passkeys/options', {}, headers));
      const description = succeeded(await browser.call('GET', '/mfa/openapi.json', undefined, headers));
      const redirect = await scene.browser().call('GET', '/billing', undefined, headers);
      for (const answer of [signedInThere, enrolment, passkey, description, redirect]) {
        const everything = JSON.stringify([...answer.headers]) + answer.text;
        assert.equal(everything.includes('elsewhere.example'), false, everything.slice(0, 300));
      }
      const { rp } = passkey.body['options'] as { rp: { id: string } };
      assert.equal(rp.id, new URL(scene.origin).hostname);
    },
  },
  {
    id: 'header-accept',
    title: 'Whatever an answer is asked for as, a refusal is a problem document',
    from: ['CWE-436', 'RFC 9457 §3'],
    async run(scene) {
      for (const Accept of ['text/html', 'application/xml', 'image/png', '*/*;q=0', '']) {
        refused(await scene.browser().call('GET', '/mfa/factors', undefined, { Accept }), 'session_required');
      }
    },
  },
  {
    id: 'header-conditional',
    title: 'Conditional and partial requests get the whole answer or none: a session view is in no cache',
    from: ['CWE-525', 'WSTG-ATHN-06'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const first = succeeded(await browser.get('/mfa/session'));
      assert.equal(first.headers.has('etag'), false);
      assert.equal(first.headers.has('last-modified'), false);
      for (const headers of [
        { 'If-None-Match': '*' },
        { 'If-Modified-Since': 'Fri, 01 Jan 2100 00:00:00 GMT' },
        { Range: 'bytes=0-10' },
      ]) {
        const answer = await browser.call('GET', '/mfa/session', undefined, headers);
        assert.equal(succeeded(answer).body['state'], 'signed-in');
      }
    },
  },
  {
    id: 'query-pollution',
    title: 'Parameters in addresses that ask for nothing change nothing, however they are spelled',
    from: ['CWE-235', 'CWE-1321', 'WSTG-INPV-04'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      for (const query of [
        'a[__proto__][aal]=2',
        '__proto__[aal]=2',
        'constructor[prototype][aal]=2',
        'state=signed-out&state=signed-in',
        `a${'[a]'.repeat(200)}=1`,
        Array.from({ length: 500 }, (_, index) => `a${index}=1`).join('&'),
        '%',
        'a=%ff',
      ]) {
        assert.equal(succeeded(await browser.get(`/mfa/session?${query}`)).body['aal'], 1);
      }
    },
  },
  {
    id: 'smuggle-length-and-chunks',
    title: 'A request with a length and with chunks is refused: no second one hides in it',
    from: ['CWE-444', 'RFC 9112 §6.1', 'CVE-2022-32215'],
    async run(scene) {
      const hidden = `GET /mfa/session HTTP/1.1\r\nHost: x\r\n\r\n`;
      for (const headers of [
        [`Content-Length: ${5 + hidden.length}`, 'Transfer-Encoding: chunked'],
        [`Content-Length: ${5 + hidden.length}`, 'Transfer-Encoding:\tchunked'],
        ['Transfer-Encoding: chunked', 'Content-Length: 5'],
      ]) {
        const answer = await scene.sendBytes(rawSignIn(scene, headers, `0\r\n\r\n${hidden}`), SIGN_IN);
        assert.equal(answer.status, 400, headers.join());
      }
    },
  },
  {
    id: 'smuggle-strange-lengths',
    title: 'Two lengths, a negative one and ones that are no number are refused',
    from: ['CWE-444', 'RFC 9112 §6.3', 'CVE-2018-7159'],
    async run(scene) {
      for (const headers of [
        ['Content-Length: 2', 'Content-Length: 40'],
        ['Content-Length: -1'],
        ['Content-Length: +2'],
        ['Content-Length: 0x2'],
        ['Content-Length: 2, 40'],
        ['Content-Length: 99999999999999999999'],
        ['Transfer-Encoding: identity, chunked, identity'],
        ['Transfer-Encoding: xchunked'],
        ['Transfer-Encoding: chunked', 'Transfer-Encoding: x'],
      ]) {
        const answer = await scene.sendBytes(rawSignIn(scene, headers, '{}'), SIGN_IN);
        assert.ok(answer.status >= 400, headers.join());
      }
    },
  },
  {
    id: 'smuggle-strange-headers',
    title: 'Header lines that another server may read differently are refused',
    from: ['CWE-444', 'CWE-113', 'RFC 9112 §5.1', 'CVE-2022-32214'],
    async run(scene) {
      for (const headers of [
        ['Content-Length : 2'],
        ['Content-Length: 2', ' Folded: x'],
        ['Content-Length: 2', 'X-A: b\nX-MFA-CSRF: c'],
        ['Content-Length: 2', 'X-A: b\rX-B: c'],
        ['Content-Length: 2', 'X-\u0000A: b'],
        ['Content-Length: 2', ': x'],
        ['Content-Length: 2', 'no colon'],
      ]) {
        const answer = await scene.sendBytes(rawSignIn(scene, headers, '{}'), SIGN_IN);
        assert.equal(answer.status, 400, JSON.stringify(headers));
      }
    },
  },
  {
    id: 'smuggle-strange-chunks',
    title: 'Chunks whose sizes are no sizes are refused',
    from: ['CWE-444', 'RFC 9112 §7.1', 'CVE-2022-32213'],
    async run(scene) {
      for (const body of [
        '0x2\r\n{}\r\n0\r\n\r\n',
        '-2\r\n{}\r\n0\r\n\r\n',
        'g\r\n{}\r\n0\r\n\r\n',
        '2 2\r\n{}\r\n0\r\n\r\n',
      ]) {
        const answer = await scene.sendBytes(rawSignIn(scene, ['Transfer-Encoding: chunked'], body), SIGN_IN);
        assert.equal(answer.status, 400, JSON.stringify(body));
      }
    },
  },
  {
    id: 'first-line-strange',
    title: 'First lines that are none, a missing host and two hosts are refused',
    from: ['CWE-444', 'RFC 9112 §3.2'],
    async run(scene) {
      const { host } = new URL(scene.origin);
      for (const bytes of [
        `GET /api/notes\r\nHost: ${host}\r\n\r\n`,
        `GET /api/notes HTTP/9.9\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
        'GET /api/notes HTTP/1.1\r\nConnection: close\r\n\r\n',
        `get /api/notes HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
        `GET /api/notes x HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
        `GET\t/api/notes\tHTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      ]) {
        const answer = await scene.sendBytes(bytes, '/');
        assert.ok(answer.status >= 400, JSON.stringify(bytes.slice(0, 40)));
      }
    },
  },
  {
    id: 'proxy-request',
    title: 'A server is no proxy: a request for another site is answered by this one or not at all',
    from: ['CWE-441', 'CWE-918', 'RFC 9112 §3.2.2'],
    async run(scene) {
      const bytes =
        'GET http://elsewhere.example/mfa/factors HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n';
      const answer = await scene.sendBytes(bytes, '/');
      assert.ok(answer.status >= 400);
      assert.equal(answer.text.includes('elsewhere.example'), false);
    },
  },
  {
    id: 'head-too-large',
    title: 'Headers and addresses of twenty kilobytes are refused',
    from: ['CWE-770', 'CWE-400', 'CVE-2018-12121'],
    async run(scene) {
      const { host } = new URL(scene.origin);
      const much = 'x'.repeat(20_000);
      for (const bytes of [
        `GET /mfa/session?${much} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
        `GET /mfa/session HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nX-A: ${much}\r\n\r\n`,
        `GET /mfa/session HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nCookie: mfa-session=${much}\r\n\r\n`,
      ]) {
        const answer = await scene.sendBytes(bytes, '/mfa/session');
        assert.ok([400, 413, 414, 431].includes(answer.status), String(answer.status));
      }
    },
  },
  {
    id: 'header-upgrade',
    title: 'Asking for another protocol, or for leave to go on, changes nothing',
    from: ['CWE-444', 'RFC 9110 §7.8'],
    async run(scene) {
      const upgrade = { Connection: 'Upgrade, close', Upgrade: 'h2c', 'HTTP2-Settings': 'AAAA' };
      refused(await scene.browser().call('GET', '/mfa/factors', undefined, upgrade), 'session_required');
      const { login } = await newPerson(scene);
      const right = { login, password: PASSWORD };
      succeeded(await scene.browser().post(SIGN_IN, right, { Expect: '100-continue' }));
    },
  },
]);
