import type { Entry } from '../../activity/journal.ts';
import type {
  EndingSessions,
  FactorRemoval,
  RemovalRefused,
  Rotation,
} from '../../sessions/sessions.store.ts';
import type { RecoveryCodeSet } from '../../recovery-codes/recovery-codes.store.ts';
import { accountLock, bumpEpoch, epochOf, factorsHeld, raiseEpoch } from './accounts.sql.ts';
import { journalSteps } from './journal.sql.ts';
import { disowningPasskeys } from './passkey-owners.sql.ts';
import { forgetRecoveryCodes, insertRecoveryCodes } from './recovery-codes.sql.ts';
import { endingRestricted, endSessionsProvenWith, holdSession, liveIdsIn } from './sessions.sql.ts';
import { step, together, Undo, type Step, type UnitOfWork } from './unit-of-work.ts';

/** A factor that is set up, of whatever method. */
interface NewFactor {
  readonly insertion: readonly Step[];
  readonly rotation: Rotation;
  readonly others: EndingSessions;
  readonly recoveryCodes?: RecoveryCodeSet | undefined;
  readonly entries: readonly Entry[];
}

/**
 * What follows a new factor: the epoch goes up (rule S5), whoever could only enrol has, and the first one brings recovery codes.
 *
 * While a person could only enrol, the password was enough to be let in, and to set up a factor: whoever else was let in by it is out.
 */
export function* recordEnrolment(
  userId: string,
  { insertion, rotation, others, recoveryCodes, entries }: NewFactor,
): UnitOfWork<void> {
  const [ended] = yield [endingRestricted(userId, rotation.newTokenHash), raiseEpoch(userId)];
  yield* together([
    step('UPDATE mfa_accounts SET restricted_at = NULL WHERE user_id = $1', userId),
    ...insertion,
    ...(recoveryCodes ? [...forgetRecoveryCodes(userId), ...insertRecoveryCodes(userId, recoveryCodes)] : []),
    ...journalSteps([...entries, ...others.entries(liveIdsIn(ended?.rows, others.alive))]),
  ]);
}

/**
 * Locks the account, and looks again at what the right to remove was derived from: with another epoch it may be gone, and whoever was
 * signed out meanwhile removes nothing.
 *
 * @returns why nothing may be removed.
 */
export function* removalRefused({
  userId,
  currentId,
  epoch,
}: FactorRemoval): UnitOfWork<RemovalRefused | undefined> {
  const [account, own] = yield [accountLock(userId), holdSession(userId, currentId)];
  if (own?.rows.length !== 1) return 'gone';
  return account && epochOf(account) === epoch ? undefined : 'conflict';
}

/**
 * What follows the removal of factors: the epoch goes up (rule S5), other sessions that one of them was proven in end, and with the last
 * one go the recovery codes. Whoever holds what was removed, and got in with it, is out.
 *
 * Where policy does not let the last of them go, the removal is undone: it is counted what is left while nobody else can change the
 * account (rule S7).
 */
export function* recordRemoval(
  removal: FactorRemoval,
  removed: { readonly totp?: readonly string[]; readonly passkeys?: readonly string[] },
  entries: (facts: { wasLast: boolean; endedSessions: readonly string[] }) => readonly Entry[],
): UnitOfWork<void> {
  const { userId, keeping } = removal;
  const { totp = [], passkeys = [] } = removed;
  const left = yield* factorsHeld(userId);
  const wasLast = left.totp + left.passkeys === 0;
  const wasLastPasskey = passkeys.length > 0 && left.passkeys === 0;
  // A locked authenticator lets nobody in: with it alone, the next sign-in ends before the door (rule L2).
  const nothingWorks = left.totp - left.lockedTotp + left.passkeys === 0;
  if ((keeping !== 'nothing' && nothingWorks) || (keeping === 'passkey' && wasLastPasskey))
    throw new Undo<RemovalRefused>('last-factor');
  yield* bumpEpoch(userId);
  const endedSessions = yield* endSessionsProvenWith([...totp, ...passkeys], removal);
  yield* together([
    ...(passkeys.length > 0 ? [disowningPasskeys(userId)] : []),
    ...(wasLast ? forgetRecoveryCodes(userId) : []),
    ...journalSteps(entries({ wasLast, endedSessions })),
  ]);
}
