import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { holdPasskey, newDevice, requestOptions } from '../passkeys/testing/ceremonies.ts';
import type { Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { expectProblem, expectStatus, PASSWORD } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;
const right = { login: 'ada@example.com', password: PASSWORD };
const wrong = { login: 'ada@example.com', password: 'wrong horse' };

/** How often each code was answered; `in` for those that were let in. */
function tally(replies: readonly Reply[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of replies) {
    const code = status === 200 ? 'in' : String(body['code']);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

describeOnEachDatabase('The limit of an address (L4)', (database) => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit({ database });
  });
  beforeEach(() => kit.clock.advance(HOUR));
  after(() => kit.close());

  const many = (times: number, credentials: typeof right): Promise<Reply[]> =>
    Promise.all(Array.from({ length: times }, () => kit.browser().post('/sign-in', credentials)));

  it('lets a whole office in that signs in at the same moment: what is under way is no failure', async () => {
    assert.deepEqual(tally(await many(60, right)), { in: 60 });
  });

  it('verifies twenty wrong passwords and no more, however many come at once (S1, S2)', async () => {
    const replies = await many(50, wrong);
    assert.deepEqual(tally(replies), { invalid_credentials: 20, too_many_attempts: 30 });
    const refused = replies.filter(({ status }) => status === 429);
    // A second where the verdict on others was still to come, the whole wait where all twenty had failed.
    assert.ok(refused.every(({ body }) => [1, 300].includes(Number(body['retryAfter']))));
    const late = expectProblem(await kit.browser().post('/sign-in', right), 429, 'too_many_attempts');
    assert.equal(late.body['retryAfter'], 300);
  });

  it('lets others in between failures until there are twenty', async () => {
    for (let count = 0; count < 19; count += 1)
      expectProblem(await kit.browser().post('/sign-in', wrong), 401, 'invalid_credentials');
    assert.deepEqual(tally(await many(1, right)), { in: 1 });
    expectProblem(await kit.browser().post('/sign-in', wrong), 401, 'invalid_credentials');
    expectProblem(await kit.browser().post('/sign-in', right), 429, 'too_many_attempts');
  });

  it('while closed, neither counts nor extends, and tells the audit once a minute', async () => {
    await many(20, wrong);
    const { events } = await kit.audited(() => many(30, wrong));
    assert.deepEqual(
      events.map(({ event, outcome, reason, subject }) => [event, outcome, reason, subject]),
      [['auth.sign_in.failure', 'blocked', 'closed', '']],
    );
    kit.clock.advance(300 * SECOND - 1);
    const last = expectProblem(await kit.browser().post('/sign-in', right), 429, 'too_many_attempts');
    assert.equal(last.body['retryAfter'], 1);
    kit.clock.advance(1);
    expectStatus(await kit.browser().post('/sign-in', right), 200);
  });

  it('counts refused passkeys with wrong passwords, and closes both ways in', async () => {
    const device = newDevice(kit);
    await holdPasskey(kit.browser(), device, 'grace');
    for (let count = 0; count < 10; count += 1) {
      const options = await requestOptions(kit.browser(), '/passkey-sign-in');
      const response = device.get(options, { clientData: { origin: 'https://elsewhere.example' } });
      expectProblem(await kit.browser().post('/passkey-sign-in', { response }), 401, 'passkey_rejected');
      expectProblem(await kit.browser().post('/sign-in', wrong), 401, 'invalid_credentials');
    }
    const options = await requestOptions(kit.browser(), '/passkey-sign-in');
    const response = device.get(options);
    const reply = expectProblem(
      await kit.browser().post('/passkey-sign-in', { response }),
      429,
      'too_many_attempts',
    );
    assert.equal(reply.body['retryAfter'], 300);
    expectProblem(await kit.browser().post('/sign-in', right), 429, 'too_many_attempts');
    kit.clock.advance(300 * SECOND - 1);
    expectProblem(await kit.browser().post('/passkey-sign-in', { response }), 429, 'too_many_attempts');
  });

  it('counts no body that is not of the declared shape', async () => {
    for (let count = 0; count < 25; count += 1)
      expectProblem(await kit.browser().post('/sign-in', { login: 'ada' }), 400, 'validation_failed');
    expectStatus(await kit.browser().post('/sign-in', right), 200);
  });

  it('makes three hundred challenges for passkeys in five minutes, and closes no other way in', async () => {
    const ask = (): Promise<Reply> => kit.browser().post('/passkey-sign-in/options');
    for (let count = 0; count < 300; count += 1) expectStatus(await ask(), 200);
    const reply = expectProblem(await ask(), 429, 'too_many_attempts');
    assert.equal(reply.body['retryAfter'], 300);
    expectStatus(await kit.browser().post('/sign-in', right), 200);
    kit.clock.advance(300 * SECOND);
    expectStatus(await ask(), 200);
  });
});

describe('An attempt that nobody could judge', () => {
  it('is no failure: the password check was in trouble (L4, S8)', async () => {
    let working = false;
    const user = { id: 'user-ada', name: 'ada', displayName: 'Ada', emails: [] };
    const kit = await startKit({
      configuration: {
        users: {
          find: () => Promise.resolve(user),
          verifyPassword: () => (working ? Promise.resolve(user) : Promise.reject(new Error('away'))),
        },
      },
    });
    for (let count = 0; count < 25; count += 1)
      expectProblem(await kit.browser().post('/sign-in', right), 503, 'unavailable');
    assert.deepEqual((await kit.tables())['mfa_attempts'], []);
    working = true;
    expectStatus(await kit.browser().post('/sign-in', right), 200);
    await kit.close();
  });
});
