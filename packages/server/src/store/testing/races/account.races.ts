import assert from 'node:assert/strict';
import type { RecoveryCodeSet } from '../../../recovery-codes/recovery-codes.store.ts';
import type { FactorRemoval } from '../../../sessions/sessions.store.ts';
import type { TotpConfirmation } from '../../../totp/totp.store.ts';
import { DAY, MOST_FACTORS, Person, personCalled, recoveryCodeSet, roomAt, START, YEAR } from '../person.ts';
import { race, type Race } from './race.ts';
import { totpFactorsOf } from '../totp-of.ts';

/** A confirmation that contenders can be sent: what tells of the sessions that end with it is a function, and theirs to add. */
type Stake = Omit<TotpConfirmation, 'others'>;

const staked = ({ others: _others, ...confirmation }: TotpConfirmation): Stake => confirmation;

const raised = (confirmation: Stake): TotpConfirmation => ({ ...confirmation, others: roomAt(START) });

export const accountRaces: readonly Race[] = [
  race<{ readonly sessionId: string; readonly userId: string }>({
    title: 'sixteen requests with one proof for an action of a single use: one passes (S1)',
    contenders: 16,
    gate: ['mfa_used_proofs'],
    async prepare(store) {
      const { id, session } = await Person.signedIn(store);
      return { userId: id, sessionId: session.id };
    },
    async contend(store, { sessionId }) {
      const first = await store.useProof({ sessionId, action: 'keys.reveal', proof: 'totp app 1' });
      return first ? 'passed' : 'used';
    },
    async judge({ count }, { userId }, verdicts) {
      assert.deepEqual(verdicts, { passed: 1, used: 15 });
      assert.equal(await count('mfa_used_proofs', userId), 1);
    },
  }),

  race<{ readonly userId: string; readonly pending: string }>({
    title: 'two hundred attempts on one pending sign-in: exactly five are counted (L1)',
    // Ten tries each: two hundred at once would wait for connections longer than a busy machine allows.
    contenders: 20,
    gate: ['mfa_throttles'],
    async prepare(store) {
      const person = await Person.enrolled(store);
      return { userId: person.id, pending: await person.beginSignIn() };
    },
    async contend(store, { userId, pending }) {
      const person = personCalled(store, userId);
      const verdicts: string[] = [];
      for (let attempt = 1; attempt <= 10; attempt += 1)
        verdicts.push((await store.countTotpAttempt(person.attempt(START, pending))).verdict);
      return verdicts;
    },
    async judge({ rows }, { userId }, verdicts) {
      assert.deepEqual(verdicts, { counted: 5, gone: 195 });
      const attempts = await rows('SELECT id FROM mfa_attempts WHERE subject = $1', userId);
      assert.equal(attempts.length, 5, 'those refused use up nothing of the account');
      const factors = await rows('SELECT failures_in_a_row FROM mfa_totp_factors WHERE user_id = $1', userId);
      assert.deepEqual(factors, [{ failures_in_a_row: 5 }]);
    },
  }),

  race<{ readonly userId: string }>({
    title: 'eight recovery codes tried at once where two failures are left: exactly two are counted (L2)',
    contenders: 8,
    gate: ['mfa_throttles'],
    async prepare(store) {
      const person = await Person.enrolled(store);
      for (let failure = 1; failure <= 98; failure += 1) {
        const attempt = { ...person.attempt(START + failure * DAY), onRecoveryCodes: true as const };
        await store.countRecoveryCodeAttempt(attempt, 'XXXX');
        await store.recordFailure(attempt, attempt.at, () => []);
      }
      return { userId: person.id };
    },
    async contend(store, { userId }) {
      const attempt = {
        ...personCalled(store, userId).attempt(START + YEAR),
        onRecoveryCodes: true as const,
      };
      const { verdict } = await store.countRecoveryCodeAttempt(attempt, 'C000');
      if (verdict !== 'counted') return verdict;
      const { recoveryCodesLocked } = await store.recordFailure(attempt, attempt.at, () => []);
      return recoveryCodesLocked ? 'counted and locked' : 'counted';
    },
    async judge({ rows }, { userId }, verdicts) {
      const { counted, 'counted and locked': locking, locked = 0, closed = 0 } = verdicts;
      // Until the second is judged, nobody knows that it locks them.
      assert.deepEqual([counted, locking, locked + closed], [1, 1, 6]);
      const query = 'SELECT failures_in_a_row FROM mfa_recovery_code_sets WHERE user_id = $1';
      assert.deepEqual(await rows(query, userId), [{ failures_in_a_row: 100 }]);
    },
  }),

  race<{ readonly userId: string; readonly pending: readonly string[] }>({
    title:
      'sixteen attempts on an account that has two left, by all ways at once: exactly two are counted (L1, L6)',
    contenders: 16,
    gate: ['mfa_throttles'],
    async prepare(store) {
      const person = await Person.enrolled(store);
      for (let failure = 1; failure <= 8; failure += 1) await person.fail(START);
      const pending = [await person.beginSignIn(), await person.beginSignIn()];
      return { userId: person.id, pending };
    },
    async contend(store, { userId, pending }, index) {
      const person = personCalled(store, userId);
      const attempt = person.attempt(START, [...pending, undefined][index % 3]);
      const counting = [
        () => store.countTotpAttempt(attempt),
        () => store.countRecoveryCodeAttempt(attempt, 'C000'),
        () => store.countProofAttempt(attempt),
      ][Math.floor(index / 3) % 3]!;
      const { verdict } = await counting();
      if (verdict !== 'counted') return verdict;
      const { closedUntil } = await store.recordFailure(attempt, START, () => []);
      return closedUntil === undefined ? 'counted' : 'counted and closed';
    },
    async judge({ rows }, { userId }, verdicts) {
      assert.deepEqual(
        {
          closed: verdicts['closed'],
          counted: (verdicts['counted'] ?? 0) + (verdicts['counted and closed'] ?? 0),
        },
        { closed: 14, counted: 2 },
      );
      assert.equal(verdicts['counted and closed'], 1, 'it closes once');
      assert.equal((await rows('SELECT id FROM mfa_attempts WHERE subject = $1', userId)).length, 10);
      const throttle = await rows('SELECT closures FROM mfa_throttles WHERE subject = $1', userId);
      assert.deepEqual(throttle, [{ closures: 1 }]);
    },
  }),

  race<{ readonly userId: string; readonly confirmation: Stake }>({
    title: 'sixteen confirmations of one enrolment: one factor, one set of recovery codes (S1)',
    contenders: 16,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const person = await Person.signedIn(store);
      const enrolment = person.enrolment();
      await store.startTotpEnrolment(enrolment, MOST_FACTORS);
      return { userId: person.id, confirmation: staked(await person.confirmation(enrolment)) };
    },
    contend(store, { userId, confirmation }) {
      const person = personCalled(store, userId);
      return store.confirmTotpEnrolment(
        {
          ...raised(confirmation),
          rotation: { ...confirmation.rotation, newTokenHash: person.rotation().newTokenHash },
          recoveryCodes: recoveryCodeSet(),
          entries: person.entries({ event: 'auth.2fa.enabled', outcome: 'success' }),
        },
        MOST_FACTORS,
      );
    },
    async judge({ rows, count }, { userId }, verdicts) {
      assert.deepEqual(verdicts, { confirmed: 1, conflict: 15 });
      assert.equal(await count('mfa_totp_factors', userId), 1);
      assert.equal(await count('mfa_recovery_codes', userId), 10);
      assert.equal(await count('mfa_outbox', userId), 1);
      assert.deepEqual(await rows('SELECT epoch FROM mfa_accounts WHERE user_id = $1', userId), [
        { epoch: 1 },
      ]);
    },
  }),

  race<{ readonly userId: string; readonly confirmations: readonly Stake[] }>({
    title:
      'twelve confirmations of twelve enrolments by somebody with nine factors, each tried until decided: one (S7)',
    contenders: 12,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const person = await Person.signedIn(store);
      const browsers = Array.from({ length: 12 }, () => personCalled(store, person.id));
      for (const browser of browsers) {
        const session = browser.newSession();
        await store.beginSignIn(browser.start(START, { session }));
        browser.session = session;
      }
      for (let factor = 1; factor <= 9; factor += 1) await person.addFactor();
      const confirmations: Stake[] = [];
      for (const browser of browsers) {
        const enrolment = browser.enrolment();
        await store.startTotpEnrolment(enrolment, MOST_FACTORS);
        confirmations.push(staked(await browser.confirmation(enrolment)));
      }
      return { userId: person.id, confirmations };
    },
    async contend(store, { confirmations }, index) {
      const confirmation = confirmations[index]!;
      for (let { epoch } = confirmation; ; epoch += 1) {
        const verdict = await store.confirmTotpEnrolment({ ...raised(confirmation), epoch }, MOST_FACTORS);
        // Somebody whose account changed meanwhile asks again, with the epoch of now.
        if (verdict !== 'conflict') return verdict;
      }
    },
    async judge({ count }, { userId }, verdicts) {
      assert.deepEqual(verdicts, { confirmed: 1, limit: 11 });
      assert.equal(await count('mfa_totp_factors', userId), 10);
    },
  }),

  race<{ readonly userId: string; readonly asked: FactorRemoval }>({
    title: 'eight regenerations of recovery codes: one set is shown and lives, seven are told so (S1)',
    contenders: 8,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const person = await Person.enrolled(store);
      return { asked: await person.removal(), userId: person.id };
    },
    contend(store, { asked }, index) {
      const set: RecoveryCodeSet = recoveryCodeSet(START + index);
      const codes = set.codes.map((code) => ({ ...code, verifier: `${index}` }));
      return store.replaceRecoveryCodes(asked, { ...set, codes }, []);
    },
    async judge({ rows, count }, { userId }, verdicts) {
      assert.deepEqual(verdicts, { replaced: 1, conflict: 7 });
      assert.equal(await count('mfa_recovery_codes', userId), 10);
      const sets = await rows('SELECT DISTINCT verifier FROM mfa_recovery_codes WHERE user_id = $1', userId);
      assert.equal(sets.length, 1, 'no code of one set among those of another');
    },
  }),

  race<{ readonly removal: FactorRemoval; readonly factorIds: readonly string[] }>({
    title: 'ten factors removed at once: one goes, the others are told that something changed (S5)',
    contenders: 20,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const person = await Person.enrolled(store, { factors: 10 });
      const factorIds = (await totpFactorsOf(store, person.id)).map(({ id }) => id);
      return { removal: await person.removal(), factorIds };
    },
    contend: (store, { removal, factorIds }, index) =>
      store.removeTotpFactor(removal, factorIds[index % 10]!, () => []),
    async judge({ count }, { removal: { userId } }, verdicts) {
      assert.deepEqual(verdicts, { removed: 1, conflict: 19 });
      assert.equal(await count('mfa_totp_factors', userId), 9);
    },
  }),

  race<{ readonly removal: FactorRemoval; readonly factorIds: readonly string[] }>({
    title:
      'ten factors removed at once, again until nothing changes in between: each goes once, the last one takes the recovery codes along (S7)',
    contenders: 20,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const person = await Person.enrolled(store, { factors: 10 });
      const factorIds = (await totpFactorsOf(store, person.id)).map(({ id }) => id);
      return { removal: await person.removal(), factorIds };
    },
    async contend(store, { removal, factorIds }, index) {
      // Each that goes is a new epoch.
      for (let { epoch } = removal; ; epoch += 1) {
        const last: boolean[] = [];
        const verdict = await store.removeTotpFactor(
          { ...removal, epoch },
          factorIds[index % 10]!,
          ({ wasLast }) => {
            last.push(wasLast);
            return [];
          },
        );
        if (verdict !== 'conflict') return last.at(-1) === true ? `${verdict} as the last` : verdict;
      }
    },
    async judge({ count }, { removal: { userId } }, verdicts) {
      assert.deepEqual(verdicts, { removed: 9, 'removed as the last': 1, missing: 10 });
      assert.equal(await count('mfa_totp_factors', userId), 0);
      assert.equal(await count('mfa_recovery_codes', userId), 0);
    },
  }),

  race<{ readonly userId: string }>({
    title: 'sixteen workers and ten mails: each mail is claimed by one of them',
    contenders: 16,
    gate: ['mfa_outbox'],
    async prepare(store) {
      // What other races left to be told is out of the way for long.
      while (await store.claimNotice(START, START + YEAR));
      const person = new Person(store);
      const happening = { event: 'auth.totp.added', outcome: 'success' } as const;
      await store.recordEntries(person.entries(...Array.from({ length: 10 }, () => happening)));
      return { userId: person.id };
    },
    async contend(store) {
      // A worker that lost one mail to another goes on until it is told twice that nothing is due.
      let claimed = 0;
      for (let empty = 0; empty < 2;) {
        const notice = await store.claimNotice(START, START + 1);
        if (notice) claimed += 1;
        else empty += 1;
      }
      return `claimed ${claimed}`;
    },
    async judge({ rows }, { userId }, verdicts) {
      const claims = Object.entries(verdicts).reduce(
        (sum, [verdict, times]) => sum + Number(verdict.replace('claimed ', '')) * times,
        0,
      );
      assert.equal(claims, 10);
      const attempts = await rows('SELECT DISTINCT attempts FROM mfa_outbox WHERE user_id = $1', userId);
      assert.deepEqual(attempts, [{ attempts: 1 }]);
    },
  }),
];
