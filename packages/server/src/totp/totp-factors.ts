import { entriesOf } from '../activity/journal.ts';
import type { Happening } from '../activity/audit-event.ts';
import type { LiveSession, SessionCall } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { othersEnded } from '../sessions/session-ended.ts';
import { assertRemoved } from '../sessions/removal.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { StoredTotpFactor, TotpStore } from './totp.store.ts';

const removed = (factor: StoredTotpFactor): Happening => ({
  event: 'auth.totp.removed',
  outcome: 'success',
  method: 'totp',
  factor: { id: factor.id, label: factor.name },
});

const disabled: Happening = { event: 'auth.2fa.disabled', outcome: 'success' };

/** What a person does with the authenticator apps they have. */
export interface TotpFactors {
  /** What an id names: a confirmed factor, a pending enrolment of this session, or nothing of this person's. */
  kindOf(session: LiveSession, id: string): Promise<'factor' | 'enrolment' | undefined>;
  rename(call: SessionCall, id: string, name: string): Promise<StoredTotpFactor>;
  /** Removes a factor and ends the other sessions that it was proven in, or drops a pending enrolment. */
  remove(call: SessionCall, id: string): Promise<void>;
}

export function createTotpFactors({
  store,
  sessions,
}: {
  store: TotpStore;
  sessions: Sessions;
}): TotpFactors {
  return {
    async kindOf(session, id) {
      if (await store.findTotpFactor(session.userId, id)) return 'factor';
      if (await store.findTotpEnrolment(session.userId, session.id, id)) return 'enrolment';
      return undefined;
    },

    async rename({ session, origin }, id, name) {
      const entries = entriesOf(origin, session.userId, session.id);
      const happening = {
        event: 'auth.totp.renamed',
        outcome: 'success',
        method: 'totp',
        factor: { id, label: name },
      } as const;
      const factor = await store.renameTotpFactor(session.userId, id, name, entries(happening));
      if (!factor) throw new Problem('not_found');
      return factor;
    },

    async remove({ session, origin }, id) {
      if (await store.dropTotpEnrolment(session.userId, session.id, id)) return;
      const entries = entriesOf(origin, session.userId, session.id);
      const removal = sessions.removalFrom(session, origin.now);
      const outcome = await store.removeTotpFactor(removal, id, (facts) => [
        ...entries(removed(facts.removed), ...(facts.wasLast ? [disabled] : [])),
        ...othersEnded(origin, session, facts.endedSessions, 'factor-removed'),
      ]);
      assertRemoved(outcome);
    },
  };
}
