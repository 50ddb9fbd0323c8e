import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { pino } from 'pino';
import { createRecoveryWork } from '../account-recovery/recovery-work.ts';
import { askPlace } from '../account-recovery/ask-place.ts';
import { BY_DEFAULT } from '../policy/policy.fixture.ts';
import { createReminders } from '../policy/reminders.ts';
import { createRequirements } from '../policy/requirements.ts';
import type { User } from '../ports/users.ts';
import { generateKeyRing, openKeyRing } from '../secrets/key-ring.ts';
import { seal } from '../secrets/sealing.ts';
import { inMemory } from '../store/testing/databases.ts';
import { Person, START } from '../store/testing/person.ts';
import { newAsk, times } from '../store/testing/recoveries.ts';
import { useStore } from '../store/testing/test-store.ts';

const HALF_A_MINUTE = 30_000;
const clock = { now: () => START };

/** Lets everything go on that can go on without a timer. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const never = (): Promise<never> => new Promise(() => undefined);
const userCalled = (id: string): User => ({ id, name: id, displayName: id, emails: [`${id}@example.com`] });

describe('a host that never answers about one person', () => {
  const test = useStore(inMemory);
  let log: string[];
  const logger = pino({ level: 'error' }, { write: (line: string) => void log.push(line) });

  beforeEach(() => {
    log = [];
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => mock.timers.reset());

  it('holds up no other who asked for an account recovery', async () => {
    const ring = await openKeyRing(generateKeyRing());
    const other = await Person.signedIn(test.store);
    for (const [at, login] of ['lost', other.id].entries()) {
      const ask = newAsk(START - 2 + at);
      const sealedLogin = seal(ring, 'recovery-ask', askPlace(ask.id), Buffer.from(login));
      await test.store.keepRecoveryAsk({ ...ask, login: sealedLogin });
    }
    const users = {
      find: never,
      findByLogin: (login: string) => (login === 'lost' ? never() : Promise.resolve(userCalled(login))),
      verifyPassword: never,
    };
    const work = createRecoveryWork({ store: test.store, users, ring, clock, times, logger });
    const done = work.runDue();
    await settled();
    assert.equal(await test.count('mfa_recoveries', other.id), 0);
    mock.timers.tick(HALF_A_MINUTE);
    await done;
    assert.equal(await test.count('mfa_recoveries', other.id), 1);
    assert.match(log.join(), /looking up the person took more than 30 seconds/);
    assert.equal(await test.count('mfa_recovery_asks'), 1, 'it is tried again');
  });

  it('holds up no other who is to be reminded', async () => {
    const people = [await Person.signedIn(test.store), await Person.signedIn(test.store)];
    for (const { id: userId } of people)
      await test.store.startGrace(
        { userId, workspace: '', deadlines: { deadline: START + 1 }, remindAt: START },
        [],
      );
    const [hanging] = people.map(({ id }) => id).sort();
    const users = {
      find: (id: string) => (id === hanging ? never() : Promise.resolve(undefined)),
      verifyPassword: never,
    };
    const requirements = createRequirements({ store: test.store, settings: BY_DEFAULT });
    const reminders = createReminders({ store: test.store, users, requirements, clock, logger });
    const done = reminders.remindDue();
    await settled();
    mock.timers.tick(HALF_A_MINUTE);
    await done;
    const due = await test.store.listDueReminders(START, undefined, 10);
    assert.deepEqual(
      due.map(({ userId }) => userId),
      [hanging],
      'it is tried again',
    );
  });
});
