import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient, codeNow, Control, enrolledPerson, wrongCodes } from './support/api.ts';
import { atOnce, type PostAnswer, type PostRequest } from './support/at-once.ts';
import { refusedSecondFactors } from './support/audit.ts';
import { startDemo, type DemoUnderTest } from './support/demo-server.ts';

const CONTENDERS = 16;

/** Each database with as many processes as it is made for. */
const SETTINGS = [
  { database: 'SQLite', processes: 1 },
  { database: 'PostgreSQL', processes: 2 },
] as const;

function succeeded(answers: readonly PostAnswer[]): number {
  return answers.filter(({ status }) => status === 200).length;
}

for (const setting of SETTINGS) {
  describe(`parallel requests, ${setting.database}, ${setting.processes} process(es)`, () => {
    let demo: DemoUnderTest;
    let control: Control;

    before(async () => {
      demo = await startDemo(setting);
      control = new Control(demo.url);
    });

    after(() => demo.stop());

    /** The next request goes to the next process. */
    function processUrl(index: number): string {
      return demo.processes[index % demo.processes.length]!.url;
    }

    /** As many browsers, each with a pending sign-in of its own, and the request that would finish it. */
    async function contenders(login: string, path: string, code: string): Promise<PostRequest[]> {
      const requests: PostRequest[] = [];
      for (let index = 0; index < CONTENDERS; index += 1) {
        const browser = new ApiClient(processUrl(index));
        assert.equal((await browser.signIn(login)).body['state'], 'challenge');
        requests.push({ url: browser.url, path, headers: browser.headers, body: { code } });
      }
      return requests;
    }

    it(`S1: of ${CONTENDERS} sign-ins with one TOTP code exactly one succeeds`, async () => {
      const { login, secret } = await enrolledPerson(demo.url, 'totp-race');
      // Past the code that confirmed the app.
      const code = await codeNow(secret, await control.advance(60));
      const answers = await atOnce(await contenders(login, '/mfa/challenge/totp', code));
      assert.equal(succeeded(answers), 1);
      for (const { status, code } of answers.filter((answer) => answer.status !== 200)) {
        assert.ok(
          (status === 401 && code === 'invalid_code') || (status === 429 && code === 'too_many_attempts'),
          `${status} ${String(code)}`,
        );
      }
    });

    it(`S1: of ${CONTENDERS} sign-ins with one recovery code exactly one succeeds`, async () => {
      const { login, recoveryCodes } = await enrolledPerson(demo.url, 'recovery-race');
      const answers = await atOnce(
        await contenders(login, '/mfa/challenge/recovery-code', recoveryCodes[0]!),
      );
      assert.equal(succeeded(answers), 1);
      // The losers closed the account for a quarter of an hour.
      await control.advance(16 * 60);
      const browser = new ApiClient(demo.url);
      await browser.signIn(login);
      const again = await browser.call('POST', '/mfa/challenge/recovery-code', { code: recoveryCodes[0] });
      assert.equal(again.body['code'], 'invalid_code');
    });

    it(`S1: ${CONTENDERS} times the right code on one pending sign-in opens one session`, async () => {
      const { login, secret } = await enrolledPerson(demo.url, 'pending-race');
      const code = await codeNow(secret, await control.advance(60));
      const browser = new ApiClient(demo.url);
      await browser.signIn(login);
      const requests = Array.from({ length: CONTENDERS }, (_, index) => ({
        url: processUrl(index),
        path: '/mfa/challenge/totp',
        headers: browser.headers,
        body: { code },
      }));
      assert.equal(succeeded(await atOnce(requests)), 1);
    });

    it('L1: of 200 guesses on one pending sign-in at most 5 are verified, and the sign-in is gone', async () => {
      const { login, secret } = await enrolledPerson(demo.url, 'guesses');
      const now = await control.advance(60);
      const browser = new ApiClient(demo.url);
      await browser.signIn(login);
      const { headers } = browser;
      const path = '/mfa/challenge/totp';
      const guesses = (await wrongCodes(secret, now, 200)).map((code, index) => ({
        url: processUrl(index),
        path,
        headers,
        body: { code },
      }));
      const answers = await atOnce(guesses);
      assert.equal(succeeded(answers), 0);
      const verified = answers.filter(({ code }) => code === 'invalid_code').length;
      assert.ok(verified >= 1 && verified <= 5, `${verified} guesses were verified`);
      const events = await refusedSecondFactors(demo.databaseUrl, login, 'wrong');
      assert.equal(events, verified, 'the audit tells of each verified guess');
      const late = await atOnce([
        { url: demo.url, path, headers, body: { code: await codeNow(secret, now) } },
      ]);
      assert.equal(late[0]?.code, 'challenge_expired');
    });
  });
}
