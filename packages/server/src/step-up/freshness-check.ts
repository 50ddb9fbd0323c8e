import type { LiveSession } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { hasFactor } from '../sessions/account-facts.ts';
import { assuranceLevel, isFresh } from '../sessions/assurance.ts';
import type { ChallengeMethod } from '../sessions/session-view.ts';

/** What an action asks of the person, beyond having a session. */
export interface Demand {
  /** What the action is called in the answer and the audit. */
  readonly action: string;
  /** 1, 2, or `highest`: 2 for people who have a factor, 1 for those who do not. */
  readonly aal: 'highest' | 1 | 2;
  /** Milliseconds; without it, a proof of any age will do. */
  readonly within?: number;
}

/**
 * What may prove what, inside a session. A recovery code is not on the list: it opens a way back to a factor, never a dangerous action.
 * The password serves only people who have no factor; for the others it would be the weaker of two doors.
 */
export function stepUpMethods(
  { facts }: LiveSession,
  passwordCanBeAsked: boolean,
): readonly ChallengeMethod[] {
  if (hasFactor(facts)) {
    return [
      ...(facts.passkeys > 0 ? (['passkey'] as const) : []),
      ...(facts.totpFactors > facts.lockedTotpFactors ? (['totp'] as const) : []),
    ];
  }
  return passwordCanBeAsked ? ['password'] : [];
}

/**
 * @throws Problem `mfa_required` when the action asks for AAL 2 and the person has no factor to prove.
 * @throws Problem `step_up_required` when what was proven is too weak or too old; it names the methods that would do (RFC 9470).
 */
export function assertSatisfies(
  session: LiveSession,
  demand: Demand,
  now: number,
  passwordCanBeAsked: boolean,
): void {
  const strong = hasFactor(session.facts);
  if (demand.aal === 2 && !strong) throw new Problem('mfa_required');
  const wanted = demand.aal === 'highest' ? (strong ? 2 : 1) : demand.aal;
  const high = assuranceLevel(session.proofs) >= wanted;
  const fresh =
    demand.within === undefined ||
    isFresh(session.proofs, strong ? 'factor' : 'password', now, demand.within);
  if (high && fresh) return;
  throw new Problem('step_up_required', {
    level: wanted,
    stepUp: {
      methods: stepUpMethods(session, passwordCanBeAsked),
      maxAge: Math.floor((demand.within ?? session.expiresAt - session.createdAt) / 1000),
      action: demand.action,
    },
  });
}
