import { entriesOf } from '../activity/journal.ts';
import type { SessionCall } from '../api/call.ts';
import { othersEnded } from '../sessions/session-ended.ts';
import { assertRemoved } from '../sessions/removal.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { FactorStore, HeldFactors } from './factors.store.ts';

/** What concerns all factors at once. */
export interface Factors {
  list(call: SessionCall): Promise<HeldFactors>;
  /**
   * Turns multi-factor authentication off. Saying so twice changes nothing.
   *
   * @throws Problem `last_factor` where policy asks for it.
   */
  removeAll(call: SessionCall): Promise<void>;
}

export function createFactors({ store, sessions }: { store: FactorStore; sessions: Sessions }): Factors {
  return {
    list: ({ session, origin }) => store.listFactors(session.userId, session.id, origin.now),

    async removeAll({ session, origin }) {
      const entries = entriesOf(origin, session.userId, session.id);
      const removal = sessions.removalFrom(session, origin.now);
      const outcome = await store.removeAllFactors(removal, ({ totp, passkeys, endedSessions }) => [
        ...entries(
          ...totp.map(
            ({ id, name }) =>
              ({
                event: 'auth.totp.removed',
                outcome: 'success',
                method: 'totp',
                factor: { id, label: name },
              }) as const,
          ),
          ...passkeys.map(
            ({ id, name }) =>
              ({
                event: 'auth.passkey.revoked',
                outcome: 'success',
                method: 'passkey',
                factor: { id, label: name },
              }) as const,
          ),
          { event: 'auth.2fa.disabled', outcome: 'success' },
        ),
        ...othersEnded(origin, session, endedSessions, 'factor-removed'),
      ]);
      assertRemoved(outcome);
    },
  };
}
