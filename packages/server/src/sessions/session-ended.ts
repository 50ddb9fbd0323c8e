import { entriesOf, type Entry, type Origin } from '../activity/journal.ts';
import type { LiveSession } from '../api/call.ts';

/** Why a session was ended before its time. */
export type EndReason =
  | 'sign-out'
  | 'new-sign-in'
  | 'revoked'
  | 'signed-out-everywhere'
  | 'too-many-sessions'
  | 'password-changed'
  | 'factor-added'
  | 'factor-removed'
  | 'account-recovery';

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

/** The same for those that ended with what was asked for in another one. */
export function othersEnded(
  origin: Origin,
  { userId, id: by }: Pick<LiveSession, 'userId' | 'id'>,
  sessionIds: readonly string[],
  reason: EndReason,
): readonly Entry[] {
  return sessionIds.flatMap((sessionId) => sessionEnded(origin, userId, { sessionId, reason, by }));
}
