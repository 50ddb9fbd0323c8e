import type { Entry } from '../activity/journal.ts';
import type { StoredPasskey } from '../passkeys/passkeys.store.ts';
import type { FactorRemoval, RemovalRefused } from '../sessions/sessions.store.ts';
import type { StoredTotpEnrolment, StoredTotpFactor } from '../totp/totp.store.ts';

/** Everything that a person has to prove with, and what is being set up in the session that asks. */
export interface HeldFactors {
  readonly totp: readonly StoredTotpFactor[];
  readonly passkeys: readonly StoredPasskey[];
  readonly pending: readonly StoredTotpEnrolment[];
}

/** Everything that a person had to prove with. */
export interface RemovedFactors {
  readonly totp: readonly StoredTotpFactor[];
  readonly passkeys: readonly StoredPasskey[];
  /** The other sessions that one of them was proven in, which end with it. */
  readonly endedSessions: readonly string[];
}

export interface FactorStore {
  listFactors(userId: string, sessionId: string, now: number): Promise<HeldFactors>;
  /** All factors of whatever method, and the recovery codes with them. Writes nothing when there were none. */
  removeAllFactors(
    removal: FactorRemoval,
    entries: (removed: RemovedFactors) => readonly Entry[],
  ): Promise<'removed' | RemovalRefused>;
}
