import { Problem } from '../api/problem.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { open, seal, type Place } from '../secrets/sealing.ts';
import { matchingStep } from './totp-code.ts';
import type { AcceptedTotpStep, StoredTotpFactor } from './totp.store.ts';

/** Where a confirmed factor's secret is sealed for. */
export const factorPlace = (userId: string, id: string): Place => ({
  table: 'mfa_totp_factors',
  column: 'secret',
  row: id,
  user: userId,
});

/** Where a pending enrolment's secret is sealed for: another place, so that it cannot be passed off as a factor's. */
export const enrolmentPlace = (userId: string, id: string): Place => ({
  table: 'mfa_totp_enrolments',
  column: 'secret',
  row: id,
  user: userId,
});

/** A factor that a code fits, and what to write when it is accepted. */
export interface TotpMatch {
  readonly factor: StoredTotpFactor;
  readonly spent: AcceptedTotpStep;
}

/**
 * Tries a code on a person's authenticators. A match says only that the code is right for a time step; whether that step is still unused
 * is the verdict of the statement that accepts it (rule S1).
 *
 * @param unreadable Told of a secret that cannot be opened. One that was damaged must not keep its owner's others from working.
 * @returns the match; `wrong`; or `undecided` when the code fits none of those that can be opened and this process lacks the key of
 * another. That counts as wrong all the same: it tells a guesser that the code is not of those (rule L1).
 * @throws Problem `unavailable` when no secret can be opened: then nothing was told about the code, right or wrong (rule S8).
 */
export function matchTotpCode(
  ring: KeyRing,
  factors: readonly StoredTotpFactor[],
  code: string,
  now: number,
  unreadable: (factorId: string, error: unknown) => void,
): TotpMatch | 'wrong' | 'undecided' {
  const ofMissingKeys: string[] = [];
  const readable = factors.flatMap((factor) => {
    const place = factorPlace(factor.userId, factor.id);
    try {
      return [{ factor, place, secret: open(ring, 'totp-secret', place, factor.secret) }];
    } catch (error) {
      unreadable(factor.id, error);
      // Only a missing key is told by a problem: another process has it already, in the middle of a rotation.
      if (error instanceof Problem) ofMissingKeys.push(factor.id);
      return [];
    }
  });
  if (factors.length > 0 && readable.length === 0)
    throw new Problem('unavailable', { reason: 'no secret can be opened' });
  const matches = readable.flatMap(({ factor, place, secret }): TotpMatch[] => {
    const step = matchingStep(secret, code, now);
    if (step === undefined) return [];
    const resealed =
      factor.secret.keyId === ring.current
        ? undefined
        : { from: factor.secret, to: seal(ring, 'totp-secret', place, secret) };
    const alone = factors.length === 1;
    return [
      { factor, spent: { method: 'totp', factorId: factor.id, step, alone, ...(resealed && { resealed }) } },
    ];
  });
  // Two authenticators may share a secret; then the one whose step is unused is meant.
  const match = matches.find(({ factor, spent }) => spent.step > factor.lastStep) ?? matches[0];
  return match ?? (ofMissingKeys.length > 0 ? 'undecided' : 'wrong');
}
