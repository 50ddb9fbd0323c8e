import assert from 'node:assert/strict';
import type { FactorRemoval, NewSession } from '../../../sessions/sessions.store.ts';
import type { SpentProof } from '../../../sign-in/sign-in.store.ts';
import type { Store } from '../../store.ts';
import { accepted, Person, personCalled, START } from '../person.ts';
import { race, type Race } from './race.ts';

/** What is needed to complete sign-ins of one person. */
interface Completions {
  readonly userId: string;
  readonly pending: readonly string[];
  readonly spent: SpentProof;
}

/** The same proof, brought to sixteen pending sign-ins at once. */
const oneProof = (what: string, choose: (person: Person & { factorId: string }) => SpentProof): Race =>
  race<Completions>({
    title: `sixteen sign-ins with one ${what}: exactly one is completed, the others' pending sign-ins stay (S1, S3)`,
    contenders: 16,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const person = await Person.enrolled(store);
      const pending: string[] = [];
      for (let index = 0; index < 16; index += 1) pending.push(await person.beginSignIn());
      return { userId: person.id, pending, spent: choose(person) };
    },
    contend: complete,
    async judge({ rows, count }, { userId }, verdicts) {
      assert.deepEqual(verdicts, { completed: 1, spent: 15 });
      // One session is the one in which the factor was set up.
      assert.equal(await count('mfa_sessions', userId), 2);
      assert.equal(await count('mfa_pending_sign_ins', userId), 15);
      const events = await rows('SELECT id FROM mfa_audit_events WHERE subject = $1', userId);
      assert.equal(events.length, 1, 'only what happened is told');
    },
  });

/** Eight pending sign-ins of one person, each to be completed with a time step of its own. */
interface Competition {
  readonly userId: string;
  readonly factorId: string;
  readonly pending: readonly string[];
}

const prepareCompetition = async (store: Store): Promise<Competition> =>
  competition(await Person.enrolled(store));

async function competition(person: Person & { factorId: string }): Promise<Competition> {
  const pending: string[] = [];
  for (let index = 0; index < 8; index += 1) pending.push(await person.beginSignIn());
  return { userId: person.id, factorId: person.factorId, pending };
}

const competeFor = (
  store: Store,
  { userId, factorId, pending }: Competition,
  index: number,
): Promise<string> => complete(store, { userId, pending, spent: accepted(factorId, index + 1) }, index);

function complete(store: Store, { userId, pending, spent }: Completions, index: number): Promise<string> {
  const person = personCalled(store, userId);
  const happening = { event: 'auth.2fa.success', outcome: 'success' } as const;
  const pendingTokenHash = pending[index % pending.length]!;
  return store.completeSignIn(
    person.completion(pendingTokenHash, spent, { entries: () => person.entries(happening) }),
  );
}

export const signInRaces: readonly Race[] = [
  oneProof('TOTP step', ({ factorId }) => accepted(factorId, 1)),
  oneProof('recovery code', (person) => person.recoveryCode(4)),

  race<Completions & { codes: readonly SpentProof[] }>({
    title:
      'sixteen completions of one pending sign-in, ten with recovery codes of their own: one code at most is burnt (S3)',
    contenders: 16,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const person = await Person.enrolled(store);
      return {
        userId: person.id,
        pending: [await person.beginSignIn()],
        spent: accepted(person.factorId, 1),
        codes: Array.from({ length: 10 }, (_, index) => person.recoveryCode(index)),
      };
    },
    contend: (store, stake, index) =>
      complete(store, { ...stake, spent: stake.codes[index] ?? stake.spent }, index),
    async judge({ rows, count }, { userId }, verdicts) {
      assert.deepEqual(verdicts, { completed: 1, gone: 15 });
      assert.equal(await count('mfa_sessions', userId), 2);
      const codes = await rows(
        'SELECT selector FROM mfa_recovery_codes WHERE user_id = $1 AND spent_at IS NOT NULL',
        userId,
      );
      const steps = await rows(
        'SELECT id FROM mfa_totp_factors WHERE user_id = $1 AND last_step = 1',
        userId,
      );
      assert.equal(codes.length + steps.length, 1, 'one proof is spent, and only one');
    },
  }),

  race<{ readonly userId: string; readonly session: NewSession }>({
    title: 'sixteen step-ups of one session: one token follows it (B1)',
    contenders: 16,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const { id, session } = await Person.enrolled(store);
      return { userId: id, session };
    },
    contend(store, { userId, session }) {
      const person = Object.assign(personCalled(store, userId), { session });
      return store.completeStepUp(person.stepUp(undefined));
    },
    async judge({ count }, { userId }, verdicts) {
      assert.deepEqual(verdicts, { completed: 1, gone: 15 });
      assert.equal(await count('mfa_sessions', userId), 1);
    },
  }),

  race<Competition>({
    title: 'sign-ins completed while the password is changed: none outlives it (S5)',
    contenders: 9,
    gate: ['mfa_accounts'],
    prepare: prepareCompetition,
    async contend(store, stake, index) {
      const { userId } = stake;
      if (index !== 4) return competeFor(store, stake, index);
      await store.endEverySignIn(userId, START, undefined, () => []);
      return 'changed';
    },
    async judge({ count }, { userId }, { changed }) {
      assert.equal(changed, 1);
      assert.equal(await count('mfa_sessions', userId), 0);
      assert.equal(await count('mfa_pending_sign_ins', userId), 0);
    },
  }),

  race<Competition & { readonly removal: FactorRemoval }>({
    title:
      'sign-ins completed while the factor is removed: as many sessions as were told so, nothing pending (S5)',
    contenders: 9,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const person = await Person.enrolled(store);
      return { ...(await competition(person)), removal: await person.removal() };
    },
    contend: (store, stake, index) =>
      index === 4
        ? store.removeTotpFactor(stake.removal, stake.factorId, () => [])
        : competeFor(store, stake, index),
    async judge({ store, count }, { userId, pending }, { removed, completed = 0, gone = 0, spent = 0 }) {
      assert.equal(removed, 1);
      assert.equal(completed + gone + spent, 8);
      assert.equal(await count('mfa_sessions', userId), 1 + completed);
      assert.equal(await count('mfa_recovery_codes', userId), 0, 'a way back to a factor that is gone');
      for (const token of pending) assert.equal(await store.findPendingSignIn(token, START), undefined);
    },
  }),

  race<{ readonly userIds: readonly string[] }>({
    title: 'sign-ins begun while the person is forgotten: no session is left without an account',
    contenders: 8,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const people = await Promise.all([1, 2, 3, 4].map(() => Person.signedIn(store)));
      return { userIds: people.map(({ id }) => id) };
    },
    async contend(store, { userIds }, index) {
      const userId = userIds[index % 4]!;
      const person = personCalled(store, userId);
      if (index < 4) return store.beginSignIn(person.start(START, { session: person.newSession() }));
      await store.forgetUser(userId);
      return 'forgotten';
    },
    async judge({ rows }, _stake, verdicts) {
      assert.deepEqual(verdicts, { forgotten: 4, session: 4 });
      const orphans = await rows(
        'SELECT id FROM mfa_sessions WHERE user_id NOT IN (SELECT user_id FROM mfa_accounts)',
      );
      assert.deepEqual(orphans, []);
    },
  }),
];
