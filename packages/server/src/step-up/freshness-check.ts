import type { LiveSession } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { hasFactor } from '../sessions/account-facts.ts';
import { assuranceLevel } from '../sessions/assurance.ts';
import type { Proof } from '../sessions/proof.ts';
import { freshProof, proofsThatCount, stepUpMethods } from './what-proves-what.ts';

/** What an action asks of the person, beyond having a session. */
export interface Demand {
  /** What the action is called in the answer and the audit, and what a single use is a use for. */
  readonly action: string;
  /** 1, 2, or `highest`: 2 for people who have a factor, 1 for those who do not. */
  readonly aal: 'highest' | 1 | 2;
  /** Milliseconds; without it, a proof of any age will do. */
  readonly within?: number;
  /** A proof opens the action once; the next time it takes a new one. */
  readonly singleUse?: boolean;
  /** What a proof has to be good for; default `step-up`. */
  readonly purpose?: 'step-up' | 'enrol';
}

const wantedLevel = ({ aal }: Demand, strong: boolean): 1 | 2 => (aal === 'highest' ? (strong ? 2 : 1) : aal);

/** The refusal that says what would be enough: which methods, how lately, at which level (RFC 9470). */
export function stepUpRequired(
  session: LiveSession,
  demand: Demand,
  passwordCanBeAsked: boolean,
  reason?: string,
): Problem {
  const strong = hasFactor(session.facts);
  return new Problem('step_up_required', {
    ...(reason !== undefined && { reason }),
    level: wantedLevel(demand, strong),
    stepUp: {
      methods: stepUpMethods(session, passwordCanBeAsked),
      maxAge: Math.floor((demand.within ?? session.expiresAt - session.createdAt) / 1000),
      action: demand.action,
    },
  });
}

/**
 * @returns the proof that is fresh enough, where the action asks for one.
 * @throws Problem `mfa_required` when the action asks for AAL 2 and the person has no factor to prove.
 * @throws Problem `step_up_required` when what was proven is too weak or too old; it names the methods that would do (RFC 9470).
 */
export function assertSatisfies(
  session: LiveSession,
  demand: Demand,
  now: number,
  passwordCanBeAsked: boolean,
): Proof | undefined {
  const { within, purpose = 'step-up' } = demand;
  const strong = hasFactor(session.facts);
  if (demand.aal === 2 && !strong)
    throw new Problem('mfa_required', {
      reason: 'there is no factor',
      requirement: session.requirement,
    });
  const proofs = proofsThatCount(session);
  const high = assuranceLevel(proofs) >= wantedLevel(demand, strong);
  const fresh = within === undefined ? undefined : freshProof(proofs, purpose, session, now, within);
  if (high && (within === undefined || fresh)) return fresh;
  throw stepUpRequired(session, demand, passwordCanBeAsked);
}
