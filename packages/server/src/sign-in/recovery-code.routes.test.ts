import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { argon2Hasher } from '../ports/hasher.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, expectProblem, expectStatus, signIn, signInFully, type Enrolled } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const HOUR = 3_600_000;

describeOnEachDatabase('Signing in with a recovery code', (database) => {
  let kit: RunningKit;
  let ada: Enrolled;
  let unused: string[];
  const nextCode = (): string => unused.pop()!;
  before(async () => {
    kit = await startKit({ database });
    ada = await enrol(kit, kit.browser());
    unused = [...ada.recoveryCodes];
  });
  beforeEach(() => kit.clock.advance(HOUR));
  after(() => kit.close());

  it('opens the restricted session: AAL 1, a factor to be set up, and how many codes remain', async () => {
    const browser = await signIn(kit.browser());
    const { result: reply, events } = await kit.audited(() =>
      browser.post('/challenge/recovery-code', { code: nextCode() }),
    );
    expectStatus(reply, 200);
    const { state, aal, mustEnroll, recoveryCodesRemaining } = reply.body;
    assert.deepEqual(
      { state, aal, mustEnroll, recoveryCodesRemaining },
      { state: 'signed-in', aal: 1, mustEnroll: true, recoveryCodesRemaining: 9 },
    );
    assert.deepEqual((await browser.get('/session')).body, reply.body);
    assert.deepEqual(
      events.map(({ event, outcome, method, details }) => [event, outcome, method, details]),
      [
        ['auth.recovery_code.used', 'success', 'recovery-code', '{"remaining":9}'],
        ['auth.sign_in.success', 'success', 'recovery-code', '{"stage":"complete"}'],
      ],
    );
  });

  for (const [what, respelled] of [
    ['in lower case with spaces', (code: string) => code.toLowerCase().replaceAll('-', ' ')],
    ['with l for 1 and o for 0', (code: string) => code.replaceAll('1', 'l').replaceAll('0', 'o')],
    ['with 64 characters of dashes and spaces', (code: string) => code.padEnd(40, ' -').padEnd(64)],
  ] as const) {
    it(`accepts it ${what} (K3)`, async () => {
      const browser = await signIn(kit.browser());
      expectStatus(await browser.post('/challenge/recovery-code', { code: respelled(nextCode()) }), 200);
    });
  }

  it('opens nothing for somebody else to whom it was moved in the database (K3)', async () => {
    await enrol(kit, kit.browser(), 'linus');
    const code = nextCode();
    await kit.sql(`DELETE FROM mfa_recovery_codes WHERE user_id = 'user-linus'`);
    await kit.sql(
      `UPDATE mfa_recovery_codes SET user_id = 'user-linus' WHERE user_id = 'user-ada' AND selector = '${code.slice(0, 4)}'`,
    );
    const browser = await signIn(kit.browser(), 'linus');
    expectProblem(await browser.post('/challenge/recovery-code', { code }), 401, 'invalid_code');
  });

  it('spends it: used again it is invalid_code outside, and a replay in the audit', async () => {
    const code = nextCode();
    expectStatus(await (await signIn(kit.browser())).post('/challenge/recovery-code', { code }), 200);
    const browser = await signIn(kit.browser());
    const { result: reply, events } = await kit.audited(() =>
      browser.post('/challenge/recovery-code', { code }),
    );
    expectProblem(reply, 401, 'invalid_code');
    assert.deepEqual(
      events.map(({ event, outcome, reason, method }) => [event, outcome, reason, method]),
      [
        ['auth.2fa.failure', 'failure', 'replay', 'recovery-code'],
        ['auth.2fa.replay_attempt', 'blocked', null, 'recovery-code'],
      ],
    );
  });

  it('spends it once when it arrives several times at once, on different sign-ins (S1)', async () => {
    const code = nextCode();
    const browsers = await Promise.all(Array.from({ length: 4 }, () => signIn(kit.browser())));
    const replies = await Promise.all(
      browsers.map((browser) => browser.post('/challenge/recovery-code', { code })),
    );
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 401, 401, 401]);
  });

  it('does not burn a code on a sign-in that was finished already (S3)', async () => {
    const code = nextCode();
    const browser = await signIn(kit.browser());
    const loser = browser.copy();
    const totp = { code: ada.app.codeAt(kit.clock.now()) };
    expectStatus(await browser.post('/challenge/totp', totp), 200);
    expectProblem(await loser.post('/challenge/recovery-code', { code }), 401, 'challenge_expired');
    expectStatus(await (await signIn(kit.browser())).post('/challenge/recovery-code', { code }), 200);
  });

  it('tells wrong, unknown and impossible codes apart in the audit only, and counts each of them', async () => {
    const code = nextCode();
    const wrongVerifier = code.slice(0, -1) + (code.endsWith('0') ? '2' : '0');
    const browser = await signIn(kit.browser());
    const outside: unknown[][] = [];
    const { events } = await kit.audited(async () => {
      for (const typed of [wrongVerifier, '0000-0000-0000-0000', 'no code at all', '', 'x'.repeat(64)]) {
        const reply = await browser.post('/challenge/recovery-code', { code: typed });
        outside.push([reply.status, reply.body['code'], Object.keys(reply.body)]);
      }
    });
    assert.equal(new Set(outside.map((one) => JSON.stringify(one))).size, 1);
    assert.deepEqual(outside[0]?.slice(0, 2), [401, 'invalid_code']);
    assert.deepEqual(
      events.map(({ event, reason }) => [event, reason]),
      [
        ['auth.2fa.failure', 'wrong'],
        ['auth.2fa.failure', 'unknown'],
        ['auth.2fa.failure', 'format'],
        ['auth.2fa.failure', 'format'],
        ['auth.2fa.failure', 'format'],
      ],
    );
    expectProblem(await browser.post('/challenge/recovery-code', { code }), 401, 'challenge_expired');
  });

  it('refuses more than 64 characters, and anything but text, as validation_failed: uncounted, without a trace', async () => {
    const browser = await signIn(kit.browser());
    const before = await kit.tables();
    for (const code of ['x'.repeat(65), 12345678, ['x'], null, { code: 'x' }]) {
      expectProblem(await browser.post('/challenge/recovery-code', { code }), 400, 'validation_failed');
    }
    assert.deepEqual(await kit.tables(), before);
  });

  it('is never step-up: inside a session it is forbidden, uncounted, and the code stays good', async () => {
    const code = nextCode();
    const browser = await signInFully(kit, kit.browser(), ada.app);
    const before = await kit.tables();
    expectProblem(await browser.post('/challenge/recovery-code', { code }), 403, 'forbidden');
    assert.deepEqual(await kit.tables(), before);
    expectStatus(await (await signIn(kit.browser())).post('/challenge/recovery-code', { code }), 200);
  });
});

describe('The last recovery code', () => {
  it('is used like the others; after it none are offered', async () => {
    const kit = await startKit();
    const { recoveryCodes } = await enrol(kit, kit.browser());
    for (const [index, code] of recoveryCodes.entries()) {
      const browser = await signIn(kit.browser());
      const reply = expectStatus(await browser.post('/challenge/recovery-code', { code }), 200);
      assert.equal(reply.body['recoveryCodesRemaining'], 9 - index);
    }
    const browser = await signIn(kit.browser());
    assert.deepEqual((await browser.get('/challenge')).body['methods'], ['totp']);
    await kit.close();
  });
});

describe('A recovery code under argon2id', () => {
  it('opens the session, and a wrong or unknown one does not (K3)', async () => {
    const kit = await startKit({ configuration: { hasher: argon2Hasher() } });
    const { recoveryCodes } = await enrol(kit, kit.browser());
    const browser = await signIn(kit.browser());
    for (const code of ['0000-0000-0000-0000', `${recoveryCodes[0]!.slice(0, 4)}-0000-0000-0000`]) {
      expectProblem(await browser.post('/challenge/recovery-code', { code }), 401, 'invalid_code');
    }
    expectStatus(await browser.post('/challenge/recovery-code', { code: recoveryCodes[0] }), 200);
    await kit.close();
  });

  it('costs one hash, whatever is typed (K3)', async () => {
    let verified = 0;
    const slow = argon2Hasher();
    const hasher = {
      hash: (secret: Buffer) => slow.hash(secret),
      verify: (encoded: string, secret: Buffer) => {
        verified += 1;
        return slow.verify(encoded, secret);
      },
    };
    const kit = await startKit({ configuration: { hasher } });
    const { recoveryCodes } = await enrol(kit, kit.browser());
    const browser = await signIn(kit.browser());
    const typed = ['no code', '0000-0000-0000-0000', `${recoveryCodes[0]!.slice(0, 4)}-0000-0000-0000`];
    for (const [index, code] of [...typed, recoveryCodes[0]].entries()) {
      await browser.post('/challenge/recovery-code', { code });
      assert.equal(verified, index + 1);
    }
    await kit.close();
  });
});
