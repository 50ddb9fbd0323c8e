import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import type { ActivityStore } from '../activity/activity.store.ts';
import type { Happening } from '../activity/audit-event.ts';
import { entriesOf, onceAMinute } from '../activity/journal.ts';
import type { IssuedToken, LiveSession, SessionCall } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { RecoveryCodes } from '../recovery-codes/recovery-codes.ts';
import { newId } from '../secrets/ids.ts';
import { hasFactor, type AccountFacts } from '../sessions/account-facts.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Ceremonies, PasskeyKind } from './ceremonies.ts';
import { codeOfRefusal, PasskeyRefused, refusalOfChallenge } from './checks.ts';
import type { PasskeyStore, StoredPasskey } from './passkeys.store.ts';
import { providerName } from './provider-name.ts';
import type { RelyingParty } from './relying-party.ts';
import type { RegistrationResponse } from './response-schema.ts';
import { verifyRegistration, type NewPasskey } from './verify-registration.ts';

/** So many passkeys one person may have. */
export const MOST_PASSKEYS = 20;

export interface AddedPasskey {
  readonly passkey: StoredPasskey;
  /** Only when they were just made, with a first factor. */
  readonly recoveryCodes?: readonly string[];
  readonly session: LiveSession;
  readonly token: IssuedToken;
}

/** From asking for a passkey to having it. What the person may do it for is the routes' declaration. */
export interface PasskeyEnrolment {
  options(
    call: SessionCall,
    kind: PasskeyKind | undefined,
    conditional: boolean,
  ): Promise<PublicKeyCredentialCreationOptionsJSON>;
  add(call: SessionCall, response: RegistrationResponse, name: string | undefined): Promise<AddedPasskey>;
}

export function createPasskeyEnrolment(ports: {
  store: PasskeyStore & ActivityStore;
  ceremonies: Ceremonies;
  party: RelyingParty;
  sessions: Sessions;
  recoveryCodes: RecoveryCodes;
}): PasskeyEnrolment {
  const { store, ceremonies, party, sessions, recoveryCodes } = ports;

  async function verified(
    call: SessionCall,
    response: RegistrationResponse,
  ): Promise<NewPasskey & { conditional: boolean }> {
    const { session, origin } = call;
    const { client, ceremony, passkey } = await ceremonies.take(
      { purpose: 'register', owner: session.id, now: origin.now },
      response,
    );
    try {
      if (ceremony.verdict !== 'taken') throw refusalOfChallenge(ceremony.verdict);
      const made = await verifyRegistration(response, client, ceremony.options, party);
      if (passkey) throw new Problem('already_registered');
      return { ...made, conditional: ceremony.options.conditional === true };
    } catch (error) {
      if (!(error instanceof PasskeyRefused)) throw error;
      const failure = entriesOf(
        origin,
        session.userId,
        session.id,
      )({
        event: 'auth.2fa.failure',
        outcome: 'failure',
        reason: error.refusal,
        method: 'passkey',
        details: { purpose: 'enrolment' },
      });
      // No limit counts it: whoever holds the session could fill the audit otherwise.
      const subject = `${session.id} enrolment ${error.refusal}`;
      await store.recordEntries(failure.map((entry) => onceAMinute(entry, subject)));
      throw new Problem(codeOfRefusal(error.refusal), { reason: error.refusal, cause: error.cause });
    }
  }

  return {
    options: ({ session, origin }, kind, conditional) => {
      if (session.facts.passkeys >= MOST_PASSKEYS) throw new Problem('factor_limit');
      return ceremonies.registration({
        user: session.user,
        owner: session.id,
        kind,
        conditional,
        now: origin.now,
      });
    },

    async add(call, response, name) {
      const { session, origin } = call;
      const { userVerified, conditional, ...made } = await verified(call, response);
      const first = !hasFactor(session.facts);
      const codes = first ? await recoveryCodes.make(session.userId, origin.now) : undefined;
      const passkey: StoredPasskey = {
        ...made,
        userId: session.userId,
        id: newId(),
        name: name ?? providerName(made.aaguid) ?? 'Passkey',
        createdAt: origin.now,
      };
      const label = {
        factor: { id: passkey.id, label: passkey.name },
        method: 'passkey',
        outcome: 'success',
      } as const;
      const happenings: Happening[] = [
        { event: 'auth.passkey.added', ...label, details: { synced: passkey.backedUp, conditional } },
        ...(first ? [{ event: 'auth.2fa.enabled', method: 'passkey', outcome: 'success' } as const] : []),
        ...(codes
          ? [
              {
                event: 'auth.recovery_codes.generated',
                outcome: 'success',
                details: { total: codes.codes.length },
              } as const,
            ]
          : []),
      ];
      // Made without a gesture, it shows that a password manager is at hand, not that the person is: no proof (rule W7).
      const proof = conditional
        ? undefined
        : ({ method: 'passkey', at: origin.now, factor: passkey.id, userVerified } as const);
      const { rotation, token, proofs } = sessions.rotate(session, proof, origin.now);
      const outcome = await store.registerPasskey(
        {
          passkey,
          epoch: session.facts.epoch,
          rotation,
          others: sessions.endingByEnrolment(session, origin),
          ...(codes && { recoveryCodes: codes.set }),
          entries: entriesOf(origin, session.userId, session.id)(...happenings),
        },
        MOST_PASSKEYS,
      );
      if (outcome === 'taken') throw new Problem('already_registered');
      if (outcome === 'limit') throw new Problem('factor_limit');
      if (outcome === 'gone') throw new Problem('session_required');
      if (outcome === 'conflict') throw new Problem('conflict', { reason: 'the account changed meanwhile' });

      const facts: AccountFacts = {
        ...session.facts,
        epoch: session.facts.epoch + 1,
        passkeys: session.facts.passkeys + 1,
        ...(codes && {
          recoveryCodes: {
            remaining: codes.codes.length,
            total: codes.codes.length,
            createdAt: origin.now,
            confirmed: false,
          },
        }),
      };
      const record = { ...session, tokenHash: rotation.newTokenHash, proofs };
      const live = await sessions.liveAfter(record, token, session.user, facts, origin.now);
      return { passkey, session: live, token, ...(codes && { recoveryCodes: codes.codes }) };
    },
  };
}
