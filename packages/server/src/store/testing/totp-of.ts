import type { FactorStore } from '../../factors/factors.store.ts';
import type { StoredTotpEnrolment, StoredTotpFactor } from '../../totp/totp.store.ts';

/** A person's authenticator apps, as they are stored. */
export async function totpFactorsOf(
  store: FactorStore,
  userId: string,
): Promise<readonly StoredTotpFactor[]> {
  return (await store.listFactors(userId, 'no session', 0)).totp;
}

/** What a person is setting up in a session, as it is stored. @param now milliseconds since 1970. */
export async function totpEnrolmentsOf(
  store: FactorStore,
  userId: string,
  sessionId: string,
  now: number,
): Promise<readonly StoredTotpEnrolment[]> {
  return (await store.listFactors(userId, sessionId, now)).pending;
}
