import { randomBytes } from 'node:crypto';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type AuthenticatorTransport,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { Problem } from '../api/problem.ts';
import type { User } from '../ports/users.ts';
import { hashOfToken } from '../secrets/tokens.ts';
import type { Reservation, ReservationVerdict } from '../throttling/throttling.store.ts';
import type {
  AnsweredCeremony,
  CeremonyOptions,
  CeremonyPurpose,
  PasskeyStore,
  StoredPasskey,
} from './passkeys.store.ts';
import { ALGORITHMS, CEREMONY_LIFETIME, type RelyingParty } from './relying-party.ts';
import { readClientData, type ClientData } from './response-schema.ts';

/** Where the person wants the passkey, in plain words. */
export type PasskeyKind = 'this-device' | 'phone' | 'security-key';

/** Hints tell the browser which of its dialogues to open first; they forbid nothing (rule W5). */
const HINT_OF_KIND = {
  'this-device': 'client-device',
  phone: 'hybrid',
  'security-key': 'security-key',
} as const;

/** A challenge's answer, with what was asked and the credential that it names. */
export interface TakenCeremony extends AnsweredCeremony {
  readonly client: ClientData;
}

/** What of a browser's answer tells which challenge it answers, and with what. */
interface Answered {
  readonly id: string;
  readonly response: { readonly clientDataJSON: string };
}

/** Challenges: made, stored with their purpose and owner, and consumed by the first answer (rule W1). */
export interface Ceremonies {
  registration(asked: {
    user: User;
    owner: string;
    kind: PasskeyKind | undefined;
    conditional: boolean;
    now: number;
  }): Promise<PublicKeyCredentialCreationOptionsJSON>;
  /** @param userId Whose passkeys may answer; undefined where nobody is named and the browser offers what it has. */
  assertion(asked: {
    purpose: Exclude<CeremonyPurpose, 'register'>;
    owner: string;
    userId: string | undefined;
    now: number;
  }): Promise<PublicKeyCredentialRequestOptionsJSON>;
  /** @throws Problem `validation_failed` when the response is not what a browser writes. */
  take(
    asked: { purpose: CeremonyPurpose; owner: string; now: number },
    response: Answered,
  ): Promise<TakenCeremony>;
  /** The same, where the attempt has to have room that is not reserved yet. */
  takeReserving(
    asked: { purpose: CeremonyPurpose; owner: string },
    response: Answered,
    reservation: Reservation,
  ): Promise<TakenCeremony | Exclude<ReservationVerdict, { verdict: 'counted' }>>;
}

function clientOf({ response: { clientDataJSON } }: Answered): ClientData {
  const client = readClientData(clientDataJSON);
  if (client) return client;
  throw new Problem('validation_failed', {
    fields: [{ path: 'response.response.clientDataJSON', code: 'custom' }],
  });
}

const newChallenge = (): Buffer<ArrayBuffer> => Buffer.from(randomBytes(32));

const descriptors = (passkeys: readonly StoredPasskey[]) =>
  passkeys.map(({ credentialId, transports }) => ({
    id: credentialId,
    transports: transports as AuthenticatorTransport[],
  }));

export function createCeremonies(store: PasskeyStore, party: RelyingParty): Ceremonies {
  async function remember(
    purpose: CeremonyPurpose,
    owner: string,
    challenge: Buffer,
    options: CeremonyOptions,
    now: number,
  ): Promise<void> {
    const challengeHash = hashOfToken(challenge.toString('base64url'));
    await store.startCeremony({ challengeHash, purpose, owner, options, expiresAt: now + CEREMONY_LIFETIME });
  }

  return {
    async registration({ user, owner, kind, conditional, now }) {
      const challenge = newChallenge();
      const handle = await store.userHandle(user.id, randomBytes(64).toString('base64url'));
      if (handle === undefined) throw new Problem('session_required');
      const existing = await store.listPasskeys(user.id);
      // A key that is asked for as a key is a second factor; everything else is to sign in with alone, which takes
      // verification (rule W4). A conditional creation happens without a gesture, so none can be asked for (rule W7).
      const alone = kind !== 'security-key' && !conditional;
      const userVerification = alone ? 'required' : 'preferred';
      await remember('register', owner, challenge, { conditional, userVerification }, now);
      const options = await generateRegistrationOptions({
        rpName: party.name,
        rpID: party.id,
        userID: new Uint8Array(Buffer.from(handle, 'base64url')),
        userName: user.name,
        userDisplayName: user.displayName,
        challenge: new Uint8Array(challenge),
        timeout: CEREMONY_LIFETIME,
        attestationType: 'none',
        supportedAlgorithmIDs: [...ALGORITHMS],
        excludeCredentials: descriptors(existing),
        authenticatorSelection: {
          residentKey: kind === 'security-key' ? 'preferred' : 'required',
          userVerification,
          ...(kind === 'security-key' && { authenticatorAttachment: 'cross-platform' as const }),
        },
      });
      return { ...options, hints: kind ? [HINT_OF_KIND[kind]] : [] };
    },

    async assertion({ purpose, owner, userId, now }) {
      const challenge = newChallenge();
      const userVerification = userId === undefined ? 'required' : 'preferred';
      const allowed = userId === undefined ? [] : await store.listPasskeys(userId);
      await remember(purpose, owner, challenge, { userVerification }, now);
      return generateAuthenticationOptions({
        rpID: party.id,
        challenge: new Uint8Array(challenge),
        timeout: CEREMONY_LIFETIME,
        userVerification,
        allowCredentials: descriptors(allowed),
      });
    },

    async take({ purpose, owner, now }, response) {
      const client = clientOf(response);
      const shown = { challengeHash: hashOfToken(client.challenge), purpose, owner };
      return { client, ...(await store.takeCeremony(shown, response.id, now)) };
    },

    async takeReserving({ purpose, owner }, response, reservation) {
      const client = clientOf(response);
      const shown = { challengeHash: hashOfToken(client.challenge), purpose, owner };
      const taken = await store.takeCeremonyReserving(shown, response.id, reservation);
      return 'verdict' in taken ? taken : { client, ...taken };
    },
  };
}
