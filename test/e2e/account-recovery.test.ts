import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient, codeNow, Control, enrolledPerson, PASSWORD, type ApiAnswer } from './support/api.ts';
import { startDemo, type DemoUnderTest } from './support/demo-server.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;

interface Mail {
  readonly subject: string;
  readonly text: string;
}

for (const database of ['SQLite', 'PostgreSQL'] as const) {
  describe(`Account recovery in the demo, over ${database}`, () => {
    let demo: DemoUnderTest;
    let control: Control;
    before(async () => {
      // Jobs run when the test says so, and on PostgreSQL in two processes.
      const processes = database === 'PostgreSQL' ? 2 : 1;
      demo = await startDemo({ database, processes, environment: { JOBS: '0' } });
      control = new Control(demo.url);
    });
    after(() => demo.stop());

    /** The process that answers is any of them. */
    const anybody = (): ApiClient => new ApiClient(demo.processes.at(-1)!.url);

    async function mailsTo(login: string, work: () => Promise<unknown>): Promise<Mail[]> {
      await control.post('jobs');
      const all = async (): Promise<Mail[]> => (await control.get(`mailbox?to=${login}`)) as Mail[];
      const earlier = (await all()).length;
      await work();
      await control.post('jobs');
      return (await all()).slice(earlier);
    }

    const link = (mail: Mail | undefined, purpose: string): string => {
      const found = new RegExp(`^${demo.url}/recover#${purpose}=([\\w-]{43})$`, 'm').exec(mail?.text ?? '');
      assert.ok(found?.[1], mail?.text);
      return found[1];
    };

    const post = (path: string, body: unknown): Promise<ApiAnswer> =>
      anybody().call('POST', `/mfa/recovery${path}`, body);

    async function waiting(login: string): Promise<{ open: string; cancel: string }> {
      const [mail] = await mailsTo(login, () => post('', { login }));
      const open = link(mail, 'open');
      assert.equal((await post('/open', { token: open })).status, 200);
      return { open, cancel: link(mail, 'cancel') };
    }

    it('lets in who waited three days and has link and password; of before nothing works (R1, R2)', async () => {
      const { login, secret, browser: old, recoveryCodes } = await enrolledPerson(demo.url, 'lost');
      await waiting(login);
      for (const day of [1, 2]) {
        const mails = await mailsTo(login, () => control.advance(DAY));
        assert.deepEqual(
          mails.map(({ subject }) => subject),
          ['Acme Notes: Your account recovery is waiting'],
          `day ${day}`,
        );
      }
      const [ready] = await mailsTo(login, () => control.advance(DAY));
      const browser = anybody();
      const done = await browser.call('POST', '/mfa/recovery/complete', {
        token: link(ready, 'finish'),
        password: PASSWORD,
      });
      assert.deepEqual([done.status, done.body['aal'], done.body['mustEnroll']], [200, 1, true]);
      assert.equal((await browser.call('GET', '/api/notes')).body['code'], 'enrolment_required');
      assert.equal((await old.call('GET', '/mfa/factors')).body['code'], 'session_required');
      const again = anybody();
      assert.equal((await again.signIn(login)).body['mustEnroll'], true, 'no code is asked for, none works');
      const started = await browser.call('POST', '/mfa/totp');
      const code = await codeNow(String(started.body['secret']), await control.advance(0));
      const confirmed = await browser.call('POST', `/mfa/totp/${String(started.body['id'])}/confirm`, {
        code,
      });
      assert.equal((confirmed.body['session'] as { mustEnroll: boolean }).mustEnroll, false);
      assert.notDeepEqual(confirmed.body['recoveryCodes'], recoveryCodes);
      assert.notEqual(String(started.body['secret']), secret);
    });

    it('is cancelled by the button on the page, and by no scanner that follows the link (B4)', async () => {
      const { login } = await enrolledPerson(demo.url, 'scanned');
      const { open, cancel } = await waiting(login);
      const scanner = await fetch(`${demo.url}/recover#cancel=${cancel}`);
      await scanner.arrayBuffer();
      assert.equal((await post('/status', { token: open })).body['status'], 'waiting');
      assert.equal((await post('/cancel', { token: cancel })).status, 204);
      assert.equal((await post('/status', { token: open })).body['status'], 'cancelled');
    });

    it('is done by two of support after they saw who it is, and by no one else (R4)', async () => {
      const support = { role: 'support' } as const;
      const { browser: sam } = await enrolledPerson(demo.url, 'first-of-support', support);
      const { browser: kim } = await enrolledPerson(demo.url, 'second-of-support', support);
      const ada = anybody();
      await ada.signIn('ada@example.com');
      const { id: userId } = (await control.post('users', { email: 'helped@example.com' })) as { id: string };
      const request = {
        userId,
        evidence: { kind: 'video call', reference: 'TICKET-7' },
        reason: 'lost everything',
        skipWait: { reason: 'travels tomorrow' },
      };
      assert.equal((await ada.call('POST', '/mfa/admin/recoveries', request)).body['code'], 'forbidden');
      const opened = await sam.call('POST', '/mfa/admin/recoveries', request);
      assert.equal(opened.status, 201, JSON.stringify(opened.body));
      const path = `/mfa/admin/recoveries/${String(opened.body['id'])}/approve`;
      assert.equal((await sam.call('POST', path)).body['code'], 'forbidden');
      const mails = await mailsTo('helped@example.com', () => kim.call('POST', path));
      const done = await post('/complete', { token: link(mails.at(-1), 'finish'), password: PASSWORD });
      assert.equal(done.body['mustEnroll'], true);
    });

    it('lets an admin reset a member of their own workspace, and no other', async () => {
      const admin = { role: 'admin', workspace: 'analytical' } as const;
      const { browser: ada } = await enrolledPerson(demo.url, 'resetting', admin);
      const member = { email: `member-${database}@example.com`.toLowerCase(), workspace: 'analytical' };
      const { id } = (await control.post('users', member)) as { id: string };
      const { id: foreign } = (await control.post('users', { email: 'foreign@example.com' })) as {
        id: string;
      };
      const reset = (userId: string): Promise<ApiAnswer> =>
        ada.call('POST', `/mfa/admin/members/${userId}/reset`, { reason: 'lost phone' });
      assert.equal((await reset(foreign)).body['code'], 'forbidden');
      const [mail] = await mailsTo(member.email, async () => assert.equal((await reset(id)).status, 204));
      assert.equal(mail?.subject, 'Acme Notes: Your second step was reset');
      assert.equal((await anybody().signIn(member.email)).body['mustEnroll'], true);
    });
  });
}
