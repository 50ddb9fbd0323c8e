import { entriesOf } from '../activity/journal.ts';
import type { LiveSession, SessionCall } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { SignInStore } from '../sign-in/sign-in.store.ts';
import { SESSIONS_AT_ONCE } from '../throttling/limits.ts';
import { othersEnded, sessionEnded } from './session-ended.ts';
import type { Places } from './places.ts';
import type { Sessions } from './sessions.ts';
import type { ListedSession, SessionStore } from './sessions.store.ts';

/** A session as its owner sees it. */
export interface SessionOnList extends ListedSession {
  readonly current: boolean;
  readonly place: string | undefined;
}

/** What a person does with the sessions they have. */
export interface SessionList {
  list(call: SessionCall): Promise<readonly SessionOnList[]>;
  owns(session: LiveSession, id: string): Promise<boolean>;
  end(call: SessionCall, id: string): Promise<void>;
  /** Ends all sessions but this one, every sign-in that was begun, and forgets all remembered devices. */
  endOthers(call: SessionCall): Promise<void>;
}

export function createSessionList(ports: {
  store: SessionStore & SignInStore;
  sessions: Sessions;
  places: Places;
}): SessionList {
  const { store, sessions, places } = ports;
  return {
    async list({ session, origin: { now } }) {
      const live = await store.listSessions({ ...sessions.othersThan(session, now), most: SESSIONS_AT_ONCE });
      const found = await places.of(live.map(({ ip }) => ip));
      return live.map((one) => ({ ...one, current: one.id === session.id, place: found.get(one.ip) }));
    },

    owns: async (session, id) => id === session.id || store.ownsSession(session.userId, id),

    async end({ session, origin }, id) {
      const { userId, id: by } = session;
      const reason = id === by ? 'sign-out' : 'revoked';
      const entries = sessionEnded(origin, userId, { sessionId: id, reason, by });
      const ended = await store.endSession(id, sessions.aliveAt(origin.now), entries);
      if (!ended) throw new Problem('not_found');
    },

    async endOthers({ session, origin }) {
      const { userId, id: by } = session;
      const query = sessions.othersThan(session, origin.now);
      const forgotten = entriesOf(origin, userId, by);
      const verdict = await store.endOtherSessions(query, ({ sessionIds, deviceIds }) => [
        ...othersEnded(origin, session, sessionIds, 'signed-out-everywhere'),
        ...deviceIds.flatMap((device) =>
          forgotten({
            event: 'auth.device.forgotten',
            outcome: 'success',
            reason: 'signed-out-everywhere',
            details: { device },
          }),
        ),
      ]);
      // Of two browsers that each end all others, the second was one of the others.
      if (verdict === 'gone') throw new Problem('session_required');
    },
  };
}
