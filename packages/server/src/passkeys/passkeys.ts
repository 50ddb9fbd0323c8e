import { randomBytes } from 'node:crypto';
import { entriesOf } from '../activity/journal.ts';
import type { LiveSession, SessionCall } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { othersEnded } from '../sessions/session-ended.ts';
import { assertRemoved } from '../sessions/removal.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { PasskeyStore, StoredPasskey } from './passkeys.store.ts';
import type { RelyingParty } from './relying-party.ts';
import { signalsOf, type Signals } from './signals.ts';

/** What a person does with the passkeys they have. */
export interface Passkeys {
  list(session: LiveSession): Promise<readonly StoredPasskey[]>;
  owns(session: LiveSession, id: string): Promise<boolean>;
  rename(call: SessionCall, id: string, name: string): Promise<StoredPasskey>;
  /** Ends the other sessions that it was proven in, too. */
  revoke(call: SessionCall, id: string): Promise<void>;
  /** For the password manager, after a change. */
  signals(session: LiveSession): Promise<Signals>;
}

export function createPasskeys(ports: {
  store: PasskeyStore;
  sessions: Sessions;
  party: RelyingParty;
}): Passkeys {
  const { store, sessions, party } = ports;
  return {
    list: ({ userId }) => store.listPasskeys(userId),

    owns: async ({ userId }, id) => (await store.findPasskey(userId, id)) !== undefined,

    async rename({ session, origin }, id, name) {
      const entries = entriesOf(origin, session.userId, session.id);
      const happening = {
        event: 'auth.passkey.renamed',
        outcome: 'success',
        method: 'passkey',
        factor: { id, label: name },
      } as const;
      const passkey = await store.renamePasskey(session.userId, id, name, entries(happening));
      if (!passkey) throw new Problem('not_found');
      return passkey;
    },

    async revoke({ session, origin }, id) {
      const entries = entriesOf(origin, session.userId, session.id);
      const removal = sessions.removalFrom(session, origin.now);
      const outcome = await store.removePasskey(removal, id, ({ removed, wasLast, endedSessions }) => [
        ...entries(
          {
            event: 'auth.passkey.revoked',
            outcome: 'success',
            method: 'passkey',
            factor: { id, label: removed.name },
          },
          ...(wasLast ? [{ event: 'auth.2fa.disabled', outcome: 'success' } as const] : []),
        ),
        ...othersEnded(origin, session, endedSessions, 'factor-removed'),
      ]);
      assertRemoved(outcome);
    },

    async signals({ user, userId }) {
      const [handle, passkeys] = await Promise.all([
        store.userHandle(userId, randomBytes(64).toString('base64url')),
        store.listPasskeys(userId),
      ]);
      if (handle === undefined) throw new Problem('session_required');
      return signalsOf(user, handle, passkeys, party);
    },
  };
}
