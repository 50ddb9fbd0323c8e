import { entriesOf, type Entry, type Origin } from '../activity/journal.ts';
import type { Identity, LivePendingSignIn } from '../api/call.ts';
import { sessionEnded } from '../sessions/session-ended.ts';
import type { Replacing } from './sign-in.store.ts';

/** What a browser held until now, and what its person's audit is told when it ends with a new sign-in. */
export function replacedBy({ session, pending }: Identity, origin: Origin): Replacing {
  return {
    ...(session && {
      session: {
        id: session.id,
        entries: sessionEnded(origin, session.userId, { sessionId: session.id, reason: 'new-sign-in' }),
      },
    }),
    ...(pending && {
      pending: { tokenHash: pending.tokenHash, entries: abandoned(pending, origin, 'new-sign-in') },
    }),
  };
}

/** A sign-in that ended before its second half: no session, so nobody was let in. */
export function abandoned(
  { facts }: LivePendingSignIn,
  origin: Origin,
  reason: 'sign-out' | 'new-sign-in',
): readonly Entry[] {
  const entries = entriesOf(origin, facts.userId);
  return entries({
    event: 'auth.sign_in.failure',
    outcome: 'failure',
    reason,
    details: { stage: 'complete' },
  });
}
