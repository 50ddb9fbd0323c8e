import assert from 'node:assert/strict';
import { attacksOn } from '../attack.ts';
import { alike, refused, succeeded } from '../checks/expect.ts';
import { RECOVERY_CODE } from '../cast/challenge.ts';
import { appHolder, codeOf, halfSignedIn, newPerson, PASSWORD, signedIn, startApp } from '../cast/people.ts';
import { victim } from '../cast/victim.ts';
import { headerOf } from '../http/answer.ts';

const SIGN_IN = '/mfa/sign-in';

export const output = attacksOn('output and secrets', [
  {
    id: 'enumerate-logins',
    title: 'A wrong password is answered alike for people who exist and people who do not',
    from: ['B5', 'CWE-204', 'WSTG-IDNT-04'],
    async run(scene) {
      const { login } = await newPerson(scene);
      const known = await scene.browser().post(SIGN_IN, { login, password: 'a wrong passphrase' });
      const nobody = { login: `${scene.unique('nobody')}@example.com`, password: 'a wrong passphrase' };
      alike(refused(known, 'invalid_credentials'), await scene.browser().post(SIGN_IN, nobody));
    },
  },
  {
    id: 'enumerate-factors',
    title: 'Without the password nobody learns who has a second factor',
    from: ['B5', 'CWE-204', 'WSTG-IDNT-04'],
    async run(scene) {
      const [plain, strong] = [await newPerson(scene), await victim(scene)];
      const answers = [];
      for (const { login } of [plain, strong]) {
        answers.push(await scene.browser().post(SIGN_IN, { login, password: 'a wrong passphrase' }));
      }
      alike(answers[0]!, answers[1]!);
    },
  },
  {
    id: 'enumerate-codes',
    title: 'Wrong, used and foreign codes are answered alike',
    from: ['CWE-204', 'CWE-203'],
    async run(scene) {
      const person = await appHolder(scene);
      const browser = await halfSignedIn(scene, person);
      const used = person.app.codeOfStep(person.app.lastStep);
      const [wrong] = person.app.wrongCodes(await scene.now(), 1);
      const path = '/mfa/challenge/totp';
      const answers = [await browser.post(path, { code: used }), await browser.post(path, { code: wrong })];
      alike(refused(answers[0]!, 'invalid_code'), answers[1]!);
      const recovery = [];
      for (const code of ['ABCD-EFGH-JKMN-PQRS', 'no code at all']) {
        recovery.push(await browser.post(RECOVERY_CODE, { code }));
      }
      alike(refused(recovery[0]!, 'invalid_code'), recovery[1]!);
    },
  },
  {
    id: 'inject-login',
    title: 'Statements, filters, templates and wildcards as login or password are wrong ones',
    from: ['CWE-89', 'CWE-90', 'CWE-943', 'CWE-1336', 'WSTG-INPV-05'],
    async run(scene) {
      const { login } = await newPerson(scene);
      for (const evil of [
        "' OR '1'='1' --",
        "'; DROP TABLE mfa_accounts; --",
        '*)(uid=*))(|(uid=*',
        '%',
        '_%@example.com',
        '{{7*7}}${7*7}<%= 7*7 %>',
        '$(sleep 5)`id`',
        '../../etc/passwd',
      ]) {
        refused(
          await scene.browser().post(SIGN_IN, { login: evil, password: PASSWORD }),
          'invalid_credentials',
        );
        refused(await scene.browser().post(SIGN_IN, { login, password: evil }), 'invalid_credentials');
      }
    },
  },
  {
    id: 'inject-login-types',
    title: 'Operators and lists as login or password are no login and no password',
    from: ['CWE-943', 'CWE-843', 'WSTG-INPV-05'],
    async run(scene) {
      const { login } = await newPerson(scene);
      for (const evil of [
        { $ne: null },
        { $gt: '' },
        [login],
        [PASSWORD],
        true,
        0,
        null,
        { toString: 'x' },
      ]) {
        refused(
          await scene.browser().post(SIGN_IN, { login: evil, password: PASSWORD }),
          'validation_failed',
        );
        refused(await scene.browser().post(SIGN_IN, { login, password: evil }), 'validation_failed');
      }
      const long = 'x'.repeat(1025);
      refused(await scene.browser().post(SIGN_IN, { login, password: long }), 'validation_failed');
    },
  },
  {
    id: 'cookies-of-the-session',
    title:
      'Session cookies are for this host alone, for no script and no other site, and no longer than a day',
    from: ['B1', 'CWE-614', 'CWE-1004', 'CWE-1275', 'WSTG-SESS-02'],
    async run(scene) {
      const { login } = await newPerson(scene);
      const answer = succeeded(await scene.browser().post(SIGN_IN, { login, password: PASSWORD }));
      // Each attribute is among the central checks.
      const lines = answer.headers.get('set-cookie') ?? [];
      const line = lines.find((cookie) => cookie.includes('mfa-session=')) ?? '';
      const seconds = Number(/max-age=(\d+)/i.exec(line)?.[1]);
      assert.ok(seconds > 0 && seconds <= 24 * 3600);
      assert.match(line, /mfa-session=[\w-]{43};/);
      const again = await scene.browser().get('/mfa/session');
      assert.equal(again.headers.has('set-cookie'), false, 'nobody gets a cookie for looking');
    },
  },
  {
    id: 'tokens-are-random',
    title: 'Tokens and ids tell nothing of each other',
    from: ['K1', 'CWE-330', 'CWE-340', 'WSTG-SESS-01'],
    async run(scene) {
      const person = await newPerson(scene);
      const tokens: string[] = [];
      for (let index = 0; index < 4; index += 1) {
        tokens.push((await halfSignedIn(scene, person)).cookie('session'));
      }
      const prefixes = new Set(tokens.map((token) => token.slice(0, 6)));
      assert.equal(prefixes.size, 4);
      assert.ok(tokens.every((token) => Buffer.from(token, 'base64url').length === 32));
      const { browser } = await signedIn(scene);
      const ids = [(await startApp(browser)).id, (await startApp(browser)).id];
      assert.ok(ids.every((id) => Buffer.from(id, 'base64url').length >= 16));
      assert.notEqual(ids[0]!.slice(0, 4), ids[1]!.slice(0, 4));
    },
  },
  {
    id: 'other-origins',
    title: 'No page of another origin may read an answer, and none gets a preflight through',
    from: ['CWE-942', 'CWE-346', 'WSTG-CLNT-07'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      for (const Origin of ['https://elsewhere.example', 'null', `${scene.origin}.elsewhere.example`]) {
        // That no answer allows an origin is among the central checks.
        await browser.call('GET', '/mfa/session', undefined, { Origin });
        const preflight = {
          Origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'x-mfa-csrf',
        };
        for (const path of ['/mfa/totp', '/api/billing/charge', '/mfa/session']) {
          const answer = await browser.call('OPTIONS', path, undefined, preflight);
          assert.equal(answer.headers.has('access-control-allow-methods'), false);
          assert.equal(answer.headers.has('access-control-allow-credentials'), false);
        }
      }
    },
  },
  {
    id: 'description',
    title:
      'The description of the API names no secret, no address but its own path, and nothing of the inside',
    from: ['CWE-200', 'WSTG-INFO-05'],
    async run(scene) {
      const { body, text } = succeeded(await scene.browser().get('/mfa/openapi.json'));
      assert.match(String(body['openapi']), /^3\.1/);
      assert.doesNotMatch(text, /postgres:|sqlite:|\/home\/|\/work\/|node_modules|127\.0\.0\.1|acme-demo/);
      const [{ url } = { url: '' }] = body['servers'] as { url: string }[];
      assert.doesNotMatch(url, /@/);
    },
  },
  {
    id: 'page-repeats-nothing',
    title: 'A page that does not exist repeats nothing of its address',
    from: ['CWE-79', 'WSTG-INPV-01'],
    async run(scene) {
      for (const path of [
        '/<script>alert(1)</script>',
        '/%3Cimg%20src=x%20onerror=alert(1)%3E',
        '/x?"><svg/onload=1>',
      ]) {
        const answer = await scene.browser().get(path);
        assert.doesNotMatch(answer.text, /alert\(1\)|onload=1|onerror=/);
        assert.match(headerOf(answer, 'x-content-type-options'), /nosniff/);
      }
    },
  },
  {
    id: 'pages-are-guarded',
    title: 'Pages run no foreign script, fit in no foreign frame and stay in no cache',
    from: ['CWE-1021', 'CWE-79', 'CWE-525', 'WSTG-CLNT-09', 'WSTG-CONF-12'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      for (const path of ['/', '/account/security', '/billing']) {
        const answer = succeeded(await browser.get(path));
        const policy = headerOf(answer, 'content-security-policy');
        assert.match(policy, /default-src 'none'/);
        assert.match(policy, /frame-ancestors 'none'/);
        assert.match(policy, /require-trusted-types-for 'script'/);
        assert.doesNotMatch(policy, /unsafe|\*|data:/);
        assert.match(headerOf(answer, 'cache-control'), /no-store/);
        assert.match(headerOf(answer, 'referrer-policy'), /same-origin|no-referrer/);
      }
    },
  },
  {
    id: 'redirects-stay-here',
    title: 'No link to the sign-in page leads away from this site',
    from: ['B4', 'CWE-601', 'WSTG-CLNT-04'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      for (const next of [
        'https://elsewhere.example/',
        '//elsewhere.example',
        '/\\elsewhere.example',
        '/\t/elsewhere.example',
        'javascript:alert(1)',
        `${scene.origin}@elsewhere.example/`,
        'http:elsewhere.example',
        '/billing\r\nSet-Cookie: mfa-session=x',
      ]) {
        const answer = await browser.get(`/?next=${encodeURIComponent(next)}`);
        assert.equal(answer.status, 303);
        assert.equal(new URL(headerOf(answer, 'location'), scene.origin).origin, scene.origin, next);
        assert.equal(answer.headers.has('set-cookie'), false, next);
      }
    },
  },
  {
    id: 'files-of-the-server',
    title: 'No path reaches a file that is not for the public',
    from: ['CWE-22', 'CWE-538', 'WSTG-CONF-04'],
    async run(scene) {
      for (const path of [
        '/package.json',
        '/.env',
        '/.git/config',
        '/.data/keys.json',
        '/.data/demo.sqlite',
        '/assets/../server/main.ts',
        '/assets/%2e%2e/%2e%2e/package.json',
        '/assets/..%2f..%2fpackage.json',
        '/assets/....//....//package.json',
        '/assets/..%5c..%5cpackage.json',
        '/assets/%252e%252e/package.json',
        '/assets//etc/passwd',
      ]) {
        const answer = await scene.browser().get(path);
        assert.ok(answer.status >= 400, path);
        assert.doesNotMatch(answer.text, /"dependencies"|root:|"keys"|express/, path);
      }
    },
  },
  {
    id: 'mail-with-a-name',
    title: 'A name that is markup or a link gets into no mail, and no mail leads elsewhere',
    from: ['B6', 'CWE-79', 'CWE-80', 'WSTG-INPV-17'],
    async run(scene) {
      const person = await signedIn(scene);
      const { app, id } = await startApp(person.browser);
      const name = '<a href="https://elsewhere.example">elsewhere.example</a>';
      const code = await codeOf(scene, app);
      succeeded(await person.browser.post(`/mfa/totp/${id}/confirm`, { code, name }));
      const mails = await scene.mailTo(person.login);
      assert.ok(mails.length > 0);
      for (const { subject, text, html } of mails) {
        assert.doesNotMatch(subject + text + html, /elsewhere\.example/);
        for (const [address] of `${text} ${html}`.matchAll(/https?:\/\/[^\s"'<>]+/g)) {
          assert.equal(new URL(address).origin, scene.origin);
        }
      }
    },
  },
  {
    id: 'mail-without-codes',
    title: 'No mail of a whole life with a factor holds a code, a secret, a token or a link to one',
    from: ['K6', 'CWE-319', 'CWE-640'],
    async run(scene) {
      const person = await appHolder(scene);
      succeeded(await person.browser.post('/mfa/recovery-codes'), 201);
      const browser = await halfSignedIn(scene, person);
      await browser.post(RECOVERY_CODE, { code: person.recoveryCodes[0] });
      succeeded(await person.browser.delete('/mfa/factors'), 204);
      // The central checks look for all of it in the list of mails.
      const mails = await scene.mailTo(person.login);
      assert.ok(mails.length >= 2, `${mails.length} mails`);
      for (const { text } of mails) assert.doesNotMatch(text, /\b\d{6}\b|otpauth:/);
    },
  },
  {
    id: 'request-id-of-the-caller',
    title: 'A caller cannot choose the id under which a request is in the log and the audit',
    from: ['K6', 'CWE-117'],
    async run(scene) {
      const chosen = 'chosen-by-the-caller';
      const headers = { 'X-Request-Id': chosen, 'X-Correlation-Id': chosen, Traceparent: chosen };
      const answer = await scene.browser().call('GET', '/mfa/factors', undefined, headers);
      assert.notEqual(headerOf(refused(answer, 'session_required'), 'x-request-id'), chosen);
    },
  },
  {
    id: 'browser-with-a-name',
    title: 'What a browser calls itself is kept short and without marks that change how a line reads',
    from: ['K6', 'CWE-117', 'CWE-150'],
    async run(scene) {
      const { login } = await newPerson(scene);
      const browser = scene.browser();
      const name = `Browser\u009b2J\u202e\u2028\t${'x'.repeat(3000)}`;
      succeeded(await browser.post(SIGN_IN, { login, password: PASSWORD }, { 'User-Agent': name }));
      const { body } = succeeded(await browser.get('/mfa/sessions'));
      const [{ userAgent } = { userAgent: '' }] = body['sessions'] as { userAgent: string }[];
      assert.ok(userAgent.length <= 256, `${userAgent.length} characters`);
      assert.doesNotMatch(userAgent, /\p{Cc}/u);
    },
  },
  {
    id: 'sign-out-clears',
    title: 'Signing out has the browser forget what it kept, and leaves no cookie of the session',
    from: ['CWE-613', 'CWE-525', 'WSTG-SESS-06'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const answer = succeeded(await browser.post('/mfa/sign-out'), 204);
      assert.match(headerOf(answer, 'clear-site-data'), /"cache".*"storage"/);
      assert.doesNotMatch(headerOf(answer, 'clear-site-data'), /"cookies"/);
      assert.equal(browser.cookie('session'), '');
    },
  },
  {
    id: 'signed-out-view',
    title: 'Whoever is not signed in learns nothing from the session view',
    from: ['CWE-200'],
    async run(scene) {
      const { body } = succeeded(await scene.browser().get('/mfa/session'));
      assert.deepEqual(body, { state: 'signed-out' });
    },
  },
  {
    id: 'control-api-from-elsewhere',
    title: 'The demo’s control API is for no page of another site and under no foreign name',
    from: ['CWE-346', 'CWE-350', 'WSTG-CLNT-07'],
    async run(scene) {
      const nothing = { advanceSeconds: 0 };
      for (const headers of [
        { Origin: 'https://elsewhere.example' },
        { 'Sec-Fetch-Site': 'cross-site', Origin: scene.origin },
        { Host: 'elsewhere.example' },
      ]) {
        refused(await scene.browser().post('/demo/clock', nothing, headers), 'cross_site', 'forbidden');
      }
    },
  },
  {
    id: 'control-api-strange-queries',
    title: 'The demo’s mailbox takes no text for more than text',
    from: ['CWE-89', 'CWE-158', 'CWE-235', 'CWE-22'],
    async run(scene) {
      for (const query of ["to='%20OR%201=1--", 'to=%25', 'to=_', 'to=nobody@example.com']) {
        assert.equal(succeeded(await scene.browser().get(`/demo/mailbox?${query}`)).text, '[]', query);
      }
      for (const query of [
        'to=a&to=b',
        'to[]=a',
        'to[$ne]=a',
        'since=now',
        'since=99999999999999999',
        'x=1',
      ]) {
        refused(await scene.browser().get(`/demo/mailbox?${query}`), 'validation_failed');
      }
      // A NUL is text for some databases and an error for others.
      const nul = await scene.browser().get('/demo/mailbox?to=a%00b');
      if (nul.status !== 200) refused(nul, 'validation_failed');
      for (const id of ['..%2f..%2fpackage.json', '%00', "'", '*']) {
        refused(await scene.browser().get(`/demo/mailbox/${id}`), 'not_found', 'validation_failed');
      }
    },
  },
  {
    id: 'health-tells-little',
    title: 'The health of the server is a yes or a no',
    from: ['CWE-200', 'CWE-497'],
    async run(scene) {
      const { body } = succeeded(await scene.browser().get('/health'));
      for (const value of Object.values(body)) assert.equal(typeof value, 'boolean');
    },
  },
]);
