import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient, Control, enrolledPerson, PASSWORD } from './support/api.ts';
import { startDemo, type DemoUnderTest } from './support/demo-server.ts';

interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: string;
}

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly fields?: { path: string; code: string }[];
}

async function refusal(url: string, init: RequestInit): Promise<Problem> {
  const response = await fetch(url, init);
  assert.match(response.headers.get('content-type') ?? '', /application\/problem\+json/);
  const problem = (await response.json()) as Problem;
  assert.equal(problem.status, response.status);
  return problem;
}

const json = { 'Content-Type': 'application/json' };

for (const setting of [
  { database: 'SQLite', processes: 1 },
  { database: 'PostgreSQL', processes: 2 },
] as const) {
  describe(`the control API, ${setting.database}`, () => {
    let demo: DemoUnderTest;
    let control: Control;
    /** Another process on the same database, where the database allows it. */
    let elsewhere: Control;

    before(async () => {
      // Jobs run when a test says so: what another process has just taken on itself to send would come later.
      demo = await startDemo({ ...setting, environment: { JOBS: '0' } });
      control = new Control(demo.url);
      elsewhere = new Control(demo.processes.at(-1)!.url);
    });

    after(() => demo.stop());

    it('tells what the kit counts, as Prometheus reads it', async () => {
      await new ApiClient(demo.url).signIn('ada@example.com');
      const response = await fetch(`${demo.url}/demo/metrics`);
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
      const text = await response.text();
      assert.match(text, /^mfa_audit_events_total\{event="auth\.sign_in\.success".*\} [1-9]/m);
      assert.match(text, /^mfa_store_up 1$/m);
    });

    it('moves the clock of every process, and 0 reads it', async () => {
      const start = await control.advance(0);
      const moved = await elsewhere.advance(3600);
      assert.ok(moved - start >= 3_600_000 && moved - start < 3_660_000, `moved by ${moved - start} ms`);
      assert.ok((await control.advance(0)) >= moved);
      const { now } = (await control.post('clock', { offsetSeconds: 0 })) as { now: string };
      assert.ok(Date.parse(now) < moved);
    });

    it('adds people who can sign in, and tells that an address is taken', async () => {
      const { id } = (await control.post('users', {
        email: 'new@example.com',
        role: 'admin',
        workspace: 'new',
        tier: 'enterprise',
      })) as { id: string };
      const view = await new ApiClient(demo.url).signIn('new@example.com');
      assert.equal((view.body['user'] as { id: string }).id, id);
      const again = { method: 'POST', headers: json, body: JSON.stringify({ email: 'NEW@example.com' }) };
      const { status, code } = await refusal(`${demo.url}/demo/users`, again);
      assert.deepEqual([status, code], [409, 'conflict']);
    });

    it('keeps the mail that the kit sent over SMTP, by recipient and time', async () => {
      const { login } = await enrolledPerson(demo.url, 'mail');
      await control.post('jobs');
      const mails = (await elsewhere.get(`mailbox?to=${login}`)) as Mail[];
      assert.ok(mails.length >= 1, 'setting up two-step sign-in is told by mail');
      for (const mail of mails) {
        assert.equal(mail.to, login);
        assert.deepEqual(Object.keys(mail).sort(), ['at', 'html', 'id', 'subject', 'text', 'to']);
        assert.ok(mail.subject && mail.text && mail.html);
      }
      const now = new Date(await control.advance(1)).toISOString();
      assert.deepEqual(await control.get(`mailbox?to=${login}&since=${now}`), []);
    });

    it('shows a mail as a document that can run nothing', async () => {
      const [mail] = (await control.get('mailbox')) as Mail[];
      const response = await fetch(`${demo.url}/demo/mailbox/${mail!.id}`);
      assert.equal(response.status, 200);
      const policy = response.headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /sandbox(?!.*allow-(scripts|same-origin))/);
      assert.equal((await fetch(`${demo.url}/demo/mailbox/unknown`)).status, 404);
    });

    it('says in problem details what is wrong with a body', async () => {
      const cases: [string, unknown, string[]][] = [
        ['clock', {}, ['']],
        ['clock', { advanceSeconds: '1' }, ['']],
        ['clock', { advanceSeconds: 1, offsetSeconds: 1 }, ['']],
        ['users', { email: 'nobody' }, ['email']],
        ['users', { email: 'a@example.com', role: 'owner', more: 1 }, ['role', '']],
        ['jobs', { more: 1 }, ['']],
      ];
      for (const [path, body, fields] of cases) {
        const problem = await refusal(`${demo.url}/demo/${path}`, {
          method: 'POST',
          headers: json,
          body: JSON.stringify(body),
        });
        assert.equal(problem.code, 'validation_failed');
        assert.deepEqual(
          problem.fields?.map((field) => field.path),
          fields,
          JSON.stringify(body),
        );
      }
      const broken = await refusal(`${demo.url}/demo/clock`, { method: 'POST', headers: json, body: '{' });
      assert.equal(broken.code, 'validation_failed');
      const text = await refusal(`${demo.url}/demo/clock`, { method: 'POST', body: '{"advanceSeconds":1}' });
      assert.equal(text.code, 'unsupported_media_type');
      const unknown = await refusal(`${demo.url}/demo/clocks`, { method: 'POST', headers: json, body: '{}' });
      assert.equal(unknown.code, 'not_found');
    });

    it('is not for pages of other sites', async () => {
      for (const headers of [
        { Origin: 'https://elsewhere.example' },
        { Origin: demo.url, 'Sec-Fetch-Site': 'cross-site' },
      ]) {
        const problem = await refusal(`${demo.url}/demo/reset`, {
          method: 'POST',
          headers: { ...json, ...headers },
          body: '{}',
        });
        assert.equal(problem.code, 'cross_site');
      }
    });

    it('answers every loopback address', async () => {
      const { port } = new URL(demo.url);
      for (const host of ['127.0.0.1', '127.0.0.9', '[::1]', 'localhost']) {
        assert.equal((await fetch(`http://${host}:${port}/demo/mailbox`)).status, 200, host);
      }
    });

    it('puts everything back to the first day', async () => {
      const { login, browser } = await enrolledPerson(demo.url, 'gone');
      const ada = new ApiClient(demo.url);
      assert.equal((await ada.signIn('ada@example.com')).status, 200);
      const changed = await ada.call('POST', '/api/password', {
        current: PASSWORD,
        next: 'another-passphrase',
      });
      assert.equal(changed.status, 204);
      for (let attempt = 0; attempt < 20; attempt += 1)
        await new ApiClient(demo.url).signIn('grace@example.com', 'wrong');
      assert.equal((await new ApiClient(demo.url).signIn('grace@example.com')).status, 429);

      await control.advance(3600 * 24 * 400);
      const { now } = (await elsewhere.post('reset')) as { now: string };
      assert.ok(Math.abs(Date.parse(now) - Date.now()) < 60_000);
      assert.deepEqual(await control.get('mailbox'), []);
      assert.equal((await browser.call('GET', '/mfa/session')).body['state'], 'signed-out');
      assert.equal((await new ApiClient(demo.url).signIn(login)).body['code'], 'invalid_credentials');
      assert.equal((await new ApiClient(demo.url).signIn('ada@example.com')).body['state'], 'signed-in');
    });
  });
}

describe('without the control API', () => {
  for (const environment of [{ DEMO_CONTROL: '0' }, { NODE_ENV: 'production', DEMO_CONTROL: '1' }]) {
    it(`there is neither it nor the mailbox: ${JSON.stringify(environment)}`, async () => {
      const demo = await startDemo({ environment });
      try {
        const { code } = await refusal(`${demo.url}/demo/clock`, {
          method: 'POST',
          headers: json,
          body: '{"advanceSeconds":0}',
        });
        assert.equal(code, 'not_found');
        for (const path of ['/demo/mailbox', '/demo/csp-reports', '/demo/metrics', '/mailbox']) {
          assert.equal((await fetch(demo.url + path)).status, 404, path);
        }
      } finally {
        await demo.stop();
      }
    });
  }
});
