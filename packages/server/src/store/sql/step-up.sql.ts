import type { StepUpStore } from '../../step-up/step-up.store.ts';
import { affected, type Database } from './unit-of-work.ts';

export function sqlStepUpStore(database: Database): StepUpStore {
  return {
    useProof: ({ sessionId, action, proof }) =>
      database.transaction(function* () {
        // Kept as long as the session can live: a proof that was used stays used, whatever becomes of the action's window.
        const used = yield* affected(
          `INSERT INTO mfa_used_proofs (user_id, session_id, action, proof, expires_at)
           SELECT user_id, id, CAST($2 AS TEXT), CAST($3 AS TEXT), expires_at FROM mfa_sessions WHERE id = $1
           ON CONFLICT DO NOTHING`,
          sessionId,
          action,
          proof,
        );
        return used === 1;
      }),
  };
}
