import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { User } from '../ports/users.ts';
import {
  addApp,
  enrol,
  expectProblem,
  expectStatus,
  PASSWORD,
  people,
  prove,
  signIn,
} from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

let kit: RunningKit;
afterEach(() => kit.close());

const locks = async (): Promise<readonly unknown[]> =>
  (await kit.tables())['mfa_totp_factors']!.map((row) => row['failures_in_a_row']);

describe('What was counted and not judged', () => {
  it('is taken back when no secret can be opened: trouble of ours is no failure of the person (S8, L1, L2)', async () => {
    kit = await startKit();
    const { app } = await enrol(kit, kit.browser());
    await kit.sql(`UPDATE mfa_totp_factors SET secret_box = 'AAAA' || secret_box`);
    const pending = await signIn(kit.browser());
    for (let time = 0; time < 12; time += 1) {
      expectProblem(
        await pending.post('/challenge/totp', { code: app.codeAt(kit.clock.now()) }),
        503,
        'unavailable',
      );
    }
    assert.deepEqual(
      (await kit.tables())['mfa_attempts']!.filter((row) => row['name'] === 'account'),
      [],
    );
    assert.deepEqual(await locks(), [0]);
  });

  it('does not keep a person with one damaged secret from their other authenticator', async () => {
    kit = await startKit();
    const browser = kit.browser();
    const { factorId } = await enrol(kit, browser);
    const second = await addApp(kit, browser, 'Tablet');
    kit.clock.advance(60_000);
    await kit.sql(`UPDATE mfa_totp_factors SET secret_box = 'AAAA' || secret_box WHERE id = '${factorId}'`);
    expectStatus(await prove(kit, await signIn(kit.browser()), second.app), 200);
    assert.match(kit.log(), /cannot be opened/);
  });

  it('locks an authenticator whose thirty attempts nobody lived to judge, and tells its owner (L2)', async () => {
    kit = await startKit();
    const { app } = await enrol(kit, kit.browser());
    await kit.sql('UPDATE mfa_totp_factors SET failures_in_a_row = 30');
    const pending = await signIn(kit.browser());
    const code = app.codeAt(kit.clock.now());
    expectProblem(await pending.post('/challenge/totp', { code }), 423, 'factor_locked');
    const events = (await kit.audit('user-ada')).map(({ event }) => event);
    assert.equal(events.filter((event) => event === 'auth.2fa.factor_locked').length, 1);
    assert.notEqual((await kit.tables())['mfa_totp_factors']![0]!['locked_at'], null);
  });
});

describe('A change of password', () => {
  it('outdates a sign-in that is still verifying the old one (S5)', async () => {
    const begun = Promise.withResolvers<undefined>();
    const changed = Promise.withResolvers<undefined>();
    const [ada] = people();
    kit = await startKit({
      configuration: {
        users: {
          find: (id) => Promise.resolve(id === ada!.id ? ada : undefined),
          async verifyPassword(): Promise<User | undefined> {
            begun.resolve(undefined);
            await changed.promise;
            return ada;
          },
        },
      },
    });
    const reply = kit.browser().post('/sign-in', { login: ada!.name, password: PASSWORD });
    await begun.promise;
    await kit.mfa.passwordChanged(ada!.id);
    changed.resolve(undefined);
    expectProblem(await reply, 401, 'invalid_credentials');
    assert.deepEqual((await kit.tables())['mfa_sessions'], []);
  });
});

describe('Two requests of one browser that cross', () => {
  it('do not sign it out: the old token is refused, and its cookie stays for the newer one to replace', async () => {
    kit = await startKit();
    const browser = kit.browser();
    const { app } = await enrol(kit, browser);
    const late = browser.copy();
    expectStatus(await prove(kit, browser, app), 200);
    const reply = await late.get('/session');
    assert.equal(reply.body['state'], 'signed-out');
    assert.deepEqual(reply.headers.getSetCookie(), []);
  });

  it('end a session for good when one of them signs out and the other steps up (B1)', async () => {
    const [ada] = people();
    let gate: Promise<undefined> | undefined;
    const arrived = Promise.withResolvers<undefined>();
    kit = await startKit({
      configuration: {
        users: {
          async find(id) {
            if (gate) {
              arrived.resolve(undefined);
              await gate;
            }
            return id === ada!.id ? ada : undefined;
          },
          verifyPassword: () => Promise.resolve(ada),
        },
      },
    });
    const browser = kit.browser();
    const { app } = await enrol(kit, browser);
    const leaving = browser.copy();
    const held = Promise.withResolvers<undefined>();
    gate = held.promise;
    const signOut = leaving.post('/sign-out');
    await arrived.promise;
    gate = undefined;
    expectStatus(await prove(kit, browser, app), 200);
    held.resolve(undefined);
    expectStatus(await signOut, 204);
    expectProblem(await browser.get('/factors'), 401, 'session_required');
  });

  it('end it for good as well when the step-up was first, and its answer comes last (B1)', async () => {
    kit = await startKit();
    const browser = kit.browser();
    const { app } = await enrol(kit, browser);
    const leaving = browser.copy();
    expectStatus(await prove(kit, browser, app), 200);
    const { result, events } = await kit.audited(() => leaving.post('/sign-out'));
    expectStatus(result, 204);
    assert.deepEqual(
      events.map(({ event, reason }) => [event, reason]),
      [['auth.session.ended', 'sign-out']],
    );
    expectProblem(await browser.get('/factors'), 401, 'session_required');
  });

  it('tell of a session once when both of them replace it', async () => {
    kit = await startKit();
    const browser = await signIn(kit.browser(), 'grace');
    const again = { login: 'grace@example.com', password: PASSWORD };
    const { result, events } = await kit.audited(() =>
      Promise.all([1, 2, 3, 4, 5].map(() => browser.copy().post('/sign-in', again))),
    );
    for (const reply of result) expectStatus(reply, 200);
    assert.equal(events.filter(({ event }) => event === 'auth.session.ended').length, 1);
  });
});

describe('A person whom the host has disabled, where its password check does not know it yet', () => {
  it('is refused like a wrong password, and nothing is written but that (S8)', async () => {
    const [ada] = people();
    kit = await startKit({
      configuration: {
        users: {
          find: () => Promise.resolve({ ...ada!, disabled: true }),
          verifyPassword: () => Promise.resolve(ada),
        },
      },
    });
    const { result, events } = await kit.audited(() =>
      kit.browser().post('/sign-in', { login: 'a', password: 'p' }),
    );
    expectProblem(result, 401, 'invalid_credentials');
    assert.deepEqual(
      events.map(({ event, reason }) => [event, reason]),
      [['auth.sign_in.failure', 'disabled']],
    );
    const { mfa_sessions: sessions, mfa_accounts: accounts } = await kit.tables();
    assert.deepEqual([sessions, accounts], [[], []]);
  });
});

describe('Sets of recovery codes', () => {
  it('are made five times in a quarter of an hour at most: each costs everybody ten hashes (L5)', async () => {
    kit = await startKit();
    const browser = kit.browser();
    await enrol(kit, browser);
    for (let set = 2; set <= 5; set += 1) expectStatus(await browser.post('/recovery-codes'), 201);
    const refused = expectProblem(await browser.post('/recovery-codes'), 429, 'too_many_attempts');
    assert.ok(Number(refused.body['retryAfter']) > 0);
  });
});
