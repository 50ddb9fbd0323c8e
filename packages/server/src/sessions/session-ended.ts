import { entriesOf, type Entry, type Origin } from '../activity/journal.ts';

/** Why a session was ended before its time. */
export type EndReason =
  | 'sign-out'
  | 'new-sign-in'
  | 'revoked'
  | 'signed-out-everywhere'
  | 'password-changed'
  | 'account-recovery'
  | 'admin-reset';

/**
 * The event of a session's end. It stands under the session that ended.
 *
 * @param by The session in which it was asked for, where that is another one.
 */
export function sessionEnded(
  origin: Origin,
  userId: string,
  { sessionId, reason, by }: { sessionId: string; reason: EndReason; by?: string | undefined },
): readonly Entry[] {
  return entriesOf(
    origin,
    userId,
    sessionId,
  )({
    event: 'auth.session.ended',
    outcome: 'success',
    reason,
    ...(by !== undefined && by !== sessionId && { details: { by } }),
  });
}
