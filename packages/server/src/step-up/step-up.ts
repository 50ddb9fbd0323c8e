import type { ActivityStore } from '../activity/activity.store.ts';
import { entriesOf, onceAMinute, type Origin } from '../activity/journal.ts';
import type { LiveSession } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { Proof } from '../sessions/proof.ts';
import { assertSatisfies, stepUpRequired, type Demand } from './freshness-check.ts';
import type { StepUpStore } from './step-up.store.ts';

/** What stands before a dangerous action; the kit's own routes and the host's use the same. */
export interface StepUp {
  /**
   * Lets a session pass that has proven enough, and uses the proof up where the action asks for a new one each time.
   *
   * @throws Problem `step_up_required`, `mfa_required`
   */
  assertSatisfies(session: LiveSession, demand: Demand, origin: Origin): Promise<void>;
}

/** What tells one proof of a session from another. */
const nameOf = ({ method, factor = '', at }: Proof): string => `${method} ${factor} ${at}`;

export function createStepUp(ports: {
  store: StepUpStore & ActivityStore;
  passwordCanBeAsked: boolean;
}): StepUp {
  const { store, passwordCanBeAsked } = ports;

  async function pass(session: LiveSession, demand: Demand, now: number): Promise<void> {
    const proof = assertSatisfies(session, demand, now, passwordCanBeAsked);
    if (demand.singleUse !== true || !proof) return;
    const use = { sessionId: session.id, action: demand.action, proof: nameOf(proof) };
    if (!(await store.useProof(use))) throw stepUpRequired(session, demand, passwordCanBeAsked, 'used');
  }

  async function recordRefusal(
    { id: sessionId, userId }: LiveSession,
    { action, within }: Demand,
    origin: Origin,
    reason: string | undefined,
  ): Promise<void> {
    const entries = entriesOf(
      origin,
      userId,
      sessionId,
    )({
      event: 'auth.step_up.required',
      outcome: 'blocked',
      ...(reason !== undefined && { reason }),
      details: { action, ...(within !== undefined && { withinSeconds: within / 1000 }) },
    });
    // Whoever holds a session could fill the audit otherwise.
    await store.recordEntries(entries.map((entry) => onceAMinute(entry, `${sessionId} ${action}`)));
  }

  return {
    async assertSatisfies(session, demand, origin) {
      try {
        await pass(session, demand, origin.now);
      } catch (error) {
        if (error instanceof Problem && error.code === 'step_up_required')
          await recordRefusal(session, demand, origin, error.details.reason);
        throw error;
      }
    },
  };
}
