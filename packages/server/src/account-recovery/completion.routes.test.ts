import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import type { Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, expectProblem, expectStatus, PASSWORD, signIn } from '../testing/people.ts';
import { settle, DAY, finishRecovery, readyRecovery, subjects } from '../testing/recoveries.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const MINUTE = 60_000;

describeOnEachDatabase('Finishing an account recovery', (database) => {
  let kit: RunningKit;
  /** What the host does instead of checking a password. */
  let instead: (() => Promise<never>) | undefined;
  before(async () => {
    kit = await startKit({
      database,
      configuration: {
        users: {
          find: (id) => Promise.resolve(kit.users.get(id)),
          findByLogin: (login) => Promise.resolve([...kit.users.values()].find(({ name }) => name === login)),
          verifyPassword: (login, password) =>
            instead?.() ??
            Promise.resolve(
              password === PASSWORD ? [...kit.users.values()].find(({ name }) => name === login) : undefined,
            ),
          admins: (user) => Promise.resolve(user.id === 'user-ada' ? [kit.users.get('user-grace')!] : []),
        },
      },
    });
  });
  beforeEach(async () => {
    instead = undefined;
    await settle(kit);
  });
  after(() => kit.close());

  const complete = (token: string, password: string): Promise<Reply> =>
    kit.browser().post('/recovery/complete', { token, password });

  it('takes the last link and the password: neither alone lets anybody in', async () => {
    const { finish } = await readyRecovery(kit);
    const before = await kit.tables();
    expectProblem(await complete(finish, 'a wrong password'), 401, 'invalid_credentials');
    expectProblem(await complete('B'.repeat(43), PASSWORD), 410, 'expired');
    const after = await kit.tables();
    for (const table of ['mfa_recoveries', 'mfa_sessions', 'mfa_totp_factors', 'mfa_accounts'])
      assert.deepEqual(after[table], before[table], table);
    await finishRecovery(kit, finish, PASSWORD);
  });

  it('is not burnt by a wrong password, and works once (S1)', async () => {
    const { finish } = await readyRecovery(kit);
    for (let round = 1; round <= 3; round += 1)
      expectProblem(await complete(finish, 'wrong'), 401, 'invalid_credentials');
    expectStatus(await complete(finish, PASSWORD), 200);
    expectProblem(await complete(finish, PASSWORD), 410, 'expired');
  });

  it('counts wrong passwords: ten close the account for a while, the right one included (L1)', async () => {
    const { finish } = await readyRecovery(kit);
    for (let round = 1; round <= 10; round += 1)
      expectProblem(await complete(finish, 'wrong'), 401, 'invalid_credentials');
    const closed = expectProblem(await complete(finish, PASSWORD), 429, 'too_many_attempts');
    kit.clock.advance(Number(closed.body['retryAfter']) * 1000);
    expectStatus(await complete(finish, PASSWORD), 200);
  });

  it('takes no more than thirty wrong ones however slowly they come, the right one included (L1)', async () => {
    const { finish } = await readyRecovery(kit);
    for (let round = 1; round <= 30; round += 1) {
      expectProblem(await complete(finish, 'wrong'), 401, 'invalid_credentials');
      if (round % 9 === 0) kit.clock.advance(16 * MINUTE);
    }
    kit.clock.advance(2 * 60 * MINUTE);
    expectProblem(await complete(finish, PASSWORD), 429, 'too_many_attempts');
    kit.clock.advance(20 * 60 * MINUTE);
    expectProblem(await complete(finish, PASSWORD), 429, 'too_many_attempts');
  });

  it('counts nothing when the host cannot check passwords: trouble of ours is no failure (S8)', async () => {
    const { finish } = await readyRecovery(kit);
    instead = () => Promise.reject(new Error('the directory is away'));
    for (let round = 1; round <= 31; round += 1)
      expectProblem(await complete(finish, PASSWORD), 503, 'unavailable');
    instead = undefined;
    expectStatus(await complete(finish, PASSWORD), 200);
  });

  it('refuses a disabled person, and one whose name is somebody else\u2019s by now', async () => {
    const { finish } = await readyRecovery(kit, 'linus');
    const user = kit.users.get('user-linus')!;
    kit.users.set('user-linus', { ...user, disabled: true });
    expectProblem(await complete(finish, PASSWORD), 410, 'expired');
    kit.users.set('user-linus', { ...user, name: 'ada@example.com' });
    expectProblem(await complete(finish, PASSWORD), 401, 'invalid_credentials');
    kit.users.set('user-linus', user);
    expectStatus(await complete(finish, PASSWORD), 200);
  });

  it('tells every address, and those who administer the workspace, without naming anybody (R2)', async () => {
    const user = kit.users.get('user-ada')!;
    kit.users.set('user-ada', { ...user, emails: ['ada@example.com', 'ada@home.example'] });
    const { finish } = await readyRecovery(kit);
    const earlier = kit.mails.length;
    await finishRecovery(kit, finish, PASSWORD);
    await kit.mfa.jobs.runDue();
    const told = kit.mails.slice(earlier);
    assert.deepEqual(
      told.map(({ to }) => to),
      ['ada@example.com', 'ada@home.example', 'grace@example.com'],
    );
    assert.deepEqual(subjects(told), [
      'Your account was recovered',
      'Your account was recovered',
      'Somebody in your workspace recovered their account',
    ]);
    assert.doesNotMatch(told[2]!.text + told[2]!.html, /ada/i);
    kit.users.set('user-ada', user);
  });

  it('ends every session, remembered device and sign-in begun, and raises the epoch (R2, S5)', async () => {
    await enrol(kit, kit.browser(), 'linus');
    const { finish } = await readyRecovery(kit, 'linus');
    const pending = await signIn(kit.browser(), 'linus');
    await kit.sql(
      `INSERT INTO mfa_remembered_devices (series_hash, token_hash, id, user_id, epoch, user_agent, created_at, expires_at)
       SELECT 'series', 'token', 'device-1', user_id, epoch, 'x', ${kit.clock.now()}, ${kit.clock.now() + DAY} FROM mfa_accounts WHERE user_id = 'user-linus'`,
    );
    await kit.sql(
      `INSERT INTO mfa_sessions (token_hash, id, user_id, proofs, created_at, last_seen_at, expires_at, ip, user_agent)
       VALUES ('hash', 'session-1', 'user-linus', '[]', ${kit.clock.now()}, ${kit.clock.now()}, ${kit.clock.now() + DAY}, '', '')`,
    );
    const epochOf = async (): Promise<unknown> =>
      (await kit.tables())['mfa_accounts']!.find(({ user_id: id }) => id === 'user-linus')?.['epoch'];
    const epoch = Number(await epochOf());
    const { events } = await kit.audited(() => finishRecovery(kit, finish, PASSWORD));
    expectProblem(await pending.get('/challenge'), 401, 'challenge_expired');
    const tables = await kit.tables();
    const of = (table: string): unknown[] => tables[table]!.filter(({ user_id: id }) => id === 'user-linus');
    assert.equal(of('mfa_sessions').length, 1, 'the new one');
    for (const table of [
      'mfa_remembered_devices',
      'mfa_pending_sign_ins',
      'mfa_totp_factors',
      'mfa_recovery_codes',
      'mfa_recovery_code_sets',
    ])
      assert.deepEqual(of(table), [], table);
    assert.equal(await epochOf(), epoch + 1);
    const ended = events.filter(({ event }) => /session\.ended|device\.forgotten/.test(event));
    assert.deepEqual(
      ended.map(({ event, reason }) => [event, reason]),
      [
        ['auth.session.ended', 'account-recovery'],
        ['auth.device.forgotten', 'account-recovery'],
      ],
    );
  });

  it("ends what this browser held, somebody else's session included (B1)", async () => {
    const browser = await signIn(kit.browser(), 'grace');
    const copy = browser.copy();
    const { finish } = await readyRecovery(kit);
    const again = await signIn(copy, 'grace');
    const graces = again.copy();
    const done = await again.post('/recovery/complete', { token: finish, password: PASSWORD });
    assert.equal((expectStatus(done, 200).body['user'] as { id: string }).id, 'user-ada');
    expectProblem(await graces.get('/factors'), 401, 'session_required');
  });

  it('is refused without link or password', async () => {
    for (const body of [
      {},
      { token: 'x' },
      { password: 'x' },
      { token: 7, password: 'x' },
      { token: 'x', password: '' },
    ])
      expectProblem(await kit.browser().post('/recovery/complete', body), 400, 'validation_failed');
  });

  it('is refused to another site', async () => {
    const { finish } = await readyRecovery(kit);
    const foreign = kit.browser({ 'sec-fetch-site': 'cross-site' });
    expectProblem(
      await foreign.post('/recovery/complete', { token: finish, password: PASSWORD }),
      403,
      'cross_site',
    );
  });
});
