import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Authorize } from './authorize.ts';
import type { Clock } from './clock.ts';
import type { Hasher } from './hasher.ts';
import {
  assertId,
  checkedAuthorize,
  checkedClock,
  checkedHasher,
  checkedUsers,
  HostAnswerError,
} from './host-answers.ts';
import type { User, Users } from './users.ts';

const ada = { id: '7', name: 'ada', displayName: 'Ada', emails: ['ada@example.com'], passwordHash: 'secret' };
const asked = { id: '7' } as User;

/** A host in JavaScript that answers all questions in one way. */
function hostAnswering(answer: unknown): Users {
  const one = () => Promise.resolve(answer as User | undefined);
  const many = () => Promise.resolve(answer as readonly User[]);
  return checkedUsers({ find: one, verifyPassword: one, findByLogin: one, admins: many, members: many });
}

const ofOne: Readonly<Record<string, (users: Users) => Promise<unknown> | undefined>> = {
  'users.find()': (users) => users.find('7'),
  'users.verifyPassword()': (users) => users.verifyPassword?.('ada', 'password'),
  'users.findByLogin()': (users) => users.findByLogin?.('ada'),
};
const ofMany: typeof ofOne = {
  'users.admins()': (users) => users.admins?.(asked),
  'users.members()': (users) => users.members?.('w', { limit: 5 }),
};

async function refused(asking: Promise<unknown> | undefined, callback: string, says: RegExp): Promise<void> {
  assert.ok(asking);
  await assert.rejects(asking, (error: Error) => {
    assert.ok(error instanceof HostAnswerError, String(error));
    assert.ok(error.message.includes(callback), error.message);
    assert.match(error.message, says);
    assert.doesNotMatch(error.message, /secret/, 'K6: what came may be secret');
    return true;
  });
}

describe('What the host answers about people', () => {
  const wrong: readonly (readonly [unknown, RegExp])[] = [
    [{ ...ada, id: 7 }, /^the id .* a string .* came with a number/],
    [{ ...ada, id: undefined }, /^the id .* came with undefined/],
    [{ ...ada, id: '' }, /^the id .* came with an empty string/],
    [{ ...ada, disabled: 1 }, /^disabled .* has to be true or false, and came with a number/],
    [{ ...ada, disabled: 'false' }, /^disabled .* came with a string/],
    [{ ...ada, workspace: 7 }, /^workspace .* has to be a string, or absent, and came with a number/],
    [{ ...ada, role: ['admin'] }, /^role .* came with a list/],
    [{ ...ada, name: undefined }, /^name .* has to be a string, and came with undefined/],
    [
      { ...ada, emails: 'ada@example.com' },
      /^emails .* has to be a list of addresses, and came with a string/,
    ],
    [{ ...ada, emails: [undefined] }, /^emails .* came with a list/],
    [true, /has to give a person, .* and came with true/],
    [false, /came with false/],
    ['ada secret', /came with a string/],
    [[ada], /came with a list/],
  ];
  for (const [answer, says] of wrong)
    it(`is refused, and named, where it is ${says.source}`, async () => {
      for (const [callback, ask] of Object.entries(ofOne))
        await refused(ask(hostAnswering(answer)), callback, says);
      for (const [callback, ask] of Object.entries(ofMany))
        await refused(ask(hostAnswering([answer])), callback, says);
    });

  it('is a list where many are asked for', async () => {
    for (const answer of [undefined, null, ada, { rows: [ada] }, [ada, null]])
      for (const [callback, ask] of Object.entries(ofMany))
        await refused(ask(hostAnswering(answer)), callback, /has to answer a list of people/);
  });

  it('is nobody where it is about somebody else than who was asked for by id', async () => {
    const users = hostAnswering({ ...ada, id: '8' });
    assert.equal(await users.find('7'), undefined);
    assert.equal((await users.findByLogin?.('ada'))?.id, '8');
  });

  it('may be null for nobody, and for what a person does not have', async () => {
    for (const answer of [undefined, null])
      for (const ask of Object.values(ofOne)) assert.equal(await ask(hostAnswering(answer)), undefined);
    const row = { ...ada, role: null, tier: null, workspace: 'w', disabled: null };
    const person = await hostAnswering(row).find('7');
    assert.deepEqual([person?.role, person?.tier, person?.workspace], [undefined, undefined, 'w']);
  });

  it('is asked of the host itself, an instance of a class as well, and what it cannot answer stays absent', async () => {
    class People implements Users {
      readonly rows = new Map([['7', ada]]);
      find(id: string): Promise<User | undefined> {
        return Promise.resolve(this.rows.get(id));
      }
      findByLogin(login: string): Promise<User | undefined> {
        return Promise.resolve([...this.rows.values()].find(({ name }) => name === login));
      }
    }
    const users = checkedUsers(new People());
    assert.equal(await users.find('7'), ada);
    assert.equal(await users.findByLogin?.('ada'), ada);
    assert.deepEqual(Object.keys(users), ['find', 'findByLogin']);
  });

  it('is passed on where it is a failure', async () => {
    const away = new Error('the database of people is away');
    await assert.rejects(checkedUsers({ find: () => Promise.reject(away) }).find('7'), away);
    const throwing = () => {
      throw away;
    };
    await assert.rejects(checkedUsers({ find: throwing }).find('7'), away);
  });
});

describe('What else the host answers', () => {
  const never = (): never => assert.fail('nobody asks');

  it('lets nobody do anything by what is only nearly a yes', async () => {
    for (const answer of [undefined, null, 1, 'no', { allowed: false }]) {
      const authorize = checkedAuthorize((() => Promise.resolve(answer)) as unknown as Authorize);
      await refused(authorize(asked, 'member.reset', asked), 'authorize()', /has to answer true or false/);
      const hasher = checkedHasher({
        hash: never,
        verify: () => Promise.resolve(answer),
      } as unknown as Hasher);
      await refused(hasher.verify('hash', Buffer.of(1)), 'hasher.verify()', /has to answer true or false/);
    }
    for (const answer of [true, false])
      assert.equal(
        await checkedAuthorize(() => Promise.resolve(answer))(asked, 'member.reset', asked),
        answer,
      );
  });

  it('is a hash as text, and a time as a number', async () => {
    const hasher = checkedHasher({
      hash: () => Promise.resolve(Buffer.of(1)),
      verify: never,
    } as unknown as Hasher);
    await refused(hasher.hash(Buffer.of(1)), 'hasher.hash()', /a string, and came with an object/);
    for (const answer of [new Date(), Number.NaN, '2026-01-15', undefined])
      assert.throws(
        () => checkedClock({ now: () => answer } as unknown as Clock).now(),
        /clock\.now\(\) has to/,
      );
    assert.equal(checkedClock({ now: () => 5 }).now(), 5);
  });

  it('is an id as text where the kit is told of a person', () => {
    for (const id of [7, undefined, null, '', { id: '7' }])
      assert.throws(
        () => assertId('mfa.passwordChanged()', id),
        /^HostAnswerError: mfa\.passwordChanged\(\) has to name/,
      );
    assertId('mfa.passwordChanged()', '7');
  });
});
