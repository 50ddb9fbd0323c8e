import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Authorize } from '../ports/authorize.ts';
import type { User } from '../ports/users.ts';
import type { Requirement } from '../step-up/actions.ts';
import { expectProblem, expectStatus, PASSWORD, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const ada = { id: 'user-ada', name: 'ada@example.com', displayName: 'Ada', emails: ['ada@example.com'] };

describe('A host in JavaScript that answers what was not agreed', () => {
  let kit: RunningKit;
  let answer: unknown;
  let allowed: unknown;
  const answered = (): Promise<User | undefined> => Promise.resolve(answer as User);

  before(async () => {
    kit = await startKit({
      configuration: {
        users: { find: () => Promise.resolve(ada), verifyPassword: answered },
        authorize: (() => Promise.resolve(allowed)) as unknown as Authorize,
      },
    });
  });
  after(() => kit.close());

  /** What was logged since. */
  async function loggedBy(work: () => Promise<unknown>): Promise<string> {
    const earlier = kit.log().length;
    await work();
    return kit.log().slice(earlier);
  }

  it('is told which callback it was, what was expected and what came; the client gets a code, and nobody a step-up', async () => {
    answer = ada;
    const browser = await signIn(kit.browser(), 'ada');
    answer = { ...ada, id: 7 };
    const log = await loggedBy(async () =>
      expectProblem(await browser.post('/challenge/password', { password: PASSWORD }), 503, 'unavailable'),
    );
    assert.match(
      log,
      /the id of the person of users\.verifyPassword\(\) has to name a person by id, a string/,
    );
    assert.match(log, /and came with a number/);
    const events = (await kit.audit('user-ada')).map(({ event }) => event);
    assert.ok(!events.includes('auth.2fa.failure'), 'nobody is charged with an attempt for it');
  });

  it('signs nobody in by it, and tells a wrong password from no answer of the kind', async () => {
    for (const [given, status, code] of [
      [{ ...ada, id: 7 }, 503, 'unavailable'],
      [true, 503, 'unavailable'],
      [{ ...ada, disabled: 1 }, 503, 'unavailable'],
      [null, 401, 'invalid_credentials'],
    ] as const) {
      answer = given;
      const body = { login: 'ada@example.com', password: PASSWORD };
      expectProblem(await kit.browser().post('/sign-in', body), status, code);
    }
  });

  it('lets nobody administer by what is only nearly a yes', async () => {
    answer = ada;
    const browser = await signIn(kit.browser(), 'ada');
    for (const [given, status] of [
      [{ allowed: false }, 503],
      [1, 503],
      [undefined, 503],
      [false, 403],
    ] as const) {
      allowed = given;
      const log = await loggedBy(async () => expectStatus(await browser.get('/admin/policy'), status));
      assert.equal(log.includes('authorize() has to answer true or false'), status === 503);
    }
    allowed = true;
    expectStatus(await browser.get('/admin/policy'), 200);
  });

  it('is refused at once where it names a person by a number, or by nothing', async () => {
    for (const id of [7, undefined, null, ''] as unknown as readonly string[]) {
      await assert.rejects(
        kit.mfa.passwordChanged(id),
        /^HostAnswerError: mfa\.passwordChanged\(\) has to name/,
      );
      await assert.rejects(kit.mfa.userDeleted(id), /^HostAnswerError: mfa\.userDeleted\(\) has to name/);
    }
  });

  it('is told at start what is wrong with a guard: it would let through what it was to stop', () => {
    const wrong: readonly (readonly [unknown, RegExp])[] = [
      [{ withn: '5m' }, /mfa\.require: there is no withn; did you mean within\?/],
      [{ fresh: true }, /mfa\.require: there is no fresh; there are action, aal, within/],
      ['5m', /mfa\.require: takes an object such as \{ within: '5m' \}, not a string/],
      [null, /mfa\.require: takes an object such as .*, not null/],
      [{ aal: 3 }, /mfa\.require: aal has to be 1, 2 or 'highest'/],
      [{ aal: '2' }, /mfa\.require: aal has to be 1, 2 or 'highest'/],
      [{ within: 5 }, /mfa\.require: within has to be a length of time such as 30s/],
    ];
    for (const [requirement, says] of wrong)
      assert.throws(() => kit.mfa.require(requirement as Requirement), says);
    // What Express hands to a guard that was not called: app.post('/charge', mfa.require, charge).
    assert.throws(
      () => kit.mfa.require({ method: 'POST', url: '/charge' } as Requirement),
      /mfa\.require: there is no/,
    );
  });
});
