import { entriesOf, type Entry, type Origin } from '../activity/journal.ts';
import type { Identity, LivePendingSignIn } from '../api/call.ts';
import { sessionEnded } from '../sessions/session-ended.ts';
import type { SignInStart } from './sign-in.store.ts';

/** What a browser held until now: it ends with the sign-in that takes its place (rule B1), and its person's audit says so. */
export function replacedBy(
  { session, pending }: Identity,
  origin: Origin,
): { readonly replacing: SignInStart['replacing']; readonly entries: readonly Entry[] } {
  return {
    replacing: {
      ...(session && { sessionId: session.id }),
      ...(pending && { pendingTokenHash: pending.tokenHash }),
    },
    entries: [
      ...(session
        ? sessionEnded(origin, session.userId, { sessionId: session.id, reason: 'new-sign-in' })
        : []),
      ...(pending ? abandoned(pending, origin, 'new-sign-in') : []),
    ],
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
