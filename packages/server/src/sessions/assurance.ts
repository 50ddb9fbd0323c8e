import type { Method, Proof } from './proof.ts';

export type AssuranceLevel = 1 | 2;

const isFactor = (method: Method): boolean => method === 'passkey' || method === 'totp';

const latest = (proofs: readonly Proof[], wanted: (method: Method) => boolean): number | undefined =>
  proofs.reduce<number | undefined>(
    (newest, { method, at }) => (wanted(method) && (newest === undefined || at > newest) ? at : newest),
    undefined,
  );

/**
 * AAL 2 is a passkey with user verification, or a factor beside the password; everything else is AAL 1, a password with a recovery code too: that one opens only the way back to a factor.
 * Derived each time, never stored (rule S4).
 */
export function assuranceLevel(proofs: readonly Proof[]): AssuranceLevel {
  if (proofs.some(({ method, userVerified }) => method === 'passkey' && userVerified === true)) return 2;
  const first = proofs.some(({ method }) => !isFactor(method) && method !== 'remembered-device');
  const second = proofs.some(({ method }) => isFactor(method));
  return first && second ? 2 : 1;
}

/** Milliseconds: long enough to fetch a phone from the next room, and not a day in which whoever finds the browser open sets up a factor. */
const RESTRICTED_FOR = 60 * 60_000;

/** When the session came in by a way back in, if no factor was confirmed since. */
function restrictedSince(proofs: readonly Proof[]): number | undefined {
  const wayBackIn = latest(proofs, (method) => method === 'recovery-code' || method === 'account-recovery');
  const factor = latest(proofs, isFactor);
  return wayBackIn !== undefined && (factor === undefined || factor < wayBackIn) ? wayBackIn : undefined;
}

/** Whether the session came in by a way back in and no factor was confirmed since: it may only enrol. */
export function isRestricted(proofs: readonly Proof[]): boolean {
  return restrictedSince(proofs) !== undefined;
}

/** When a session ends whatever happens in it, if nothing more is proven. A factor that is confirmed gives the restricted one its time back. */
export function endOf({
  proofs,
  expiresAt,
}: {
  readonly proofs: readonly Proof[];
  readonly expiresAt: number;
}): number {
  const since = restrictedSince(proofs);
  return since === undefined ? expiresAt : Math.min(expiresAt, since + RESTRICTED_FOR);
}
