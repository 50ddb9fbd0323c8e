import type { Entry } from '../activity/journal.ts';
import type { RecoveryCodeSet } from '../recovery-codes/recovery-codes.store.ts';
import type { AccountFacts } from '../sessions/account-facts.ts';
import type { EndingSessions, FactorRemoval, RemovalRefused, Rotation } from '../sessions/sessions.store.ts';
import type { Reservation, ReservationVerdict } from '../throttling/throttling.store.ts';

/** A registered passkey. */
export interface StoredPasskey {
  readonly userId: string;
  /** Ours; the credential's own id stays between browser and server. */
  readonly id: string;
  /** Base64url; unique over all people (rule W9). */
  readonly credentialId: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly name: string;
  /** The model of the authenticator that made it; all zeros when it does not say. */
  readonly aaguid: string;
  readonly transports: readonly string[];
  /** Whether it may be synced to other devices; fixed when it is made (rule W3). */
  readonly backupEligible: boolean;
  /** Whether it is synced at present. */
  readonly backedUp: boolean;
  readonly createdAt: number;
  readonly lastUsedAt?: number;
}

/** A passkey with what is known of its person, as needed to check an assertion and to open a session with it. */
export interface OwnedPasskey extends StoredPasskey {
  readonly userHandle: string;
  readonly account: AccountFacts;
}

/** What a challenge is for. One made for one purpose serves no other (rule W1). */
export type CeremonyPurpose = 'register' | 'sign-in' | 'passkey-sign-in' | 'step-up';

/** What was asked of the browser, as far as the verification has to know. */
export interface CeremonyOptions {
  /** Made without a gesture, after a password manager filled in the password (rule W7). */
  readonly conditional?: boolean;
  readonly userVerification?: 'required' | 'preferred';
}

/** A challenge that waits for its answer. */
export interface Ceremony {
  readonly challengeHash: string;
  readonly purpose: CeremonyPurpose;
  /** The session's id, the hash of the pending sign-in's token, or empty where nobody is known yet. */
  readonly owner: string;
  readonly options: CeremonyOptions;
  readonly expiresAt: number;
}

/** What became of a challenge that was shown. Whatever it is, it is used up (rule W1). */
export type CeremonyVerdict =
  /** It was made for this purpose and owner, and nobody showed it before. */
  | { readonly verdict: 'taken'; readonly options: CeremonyOptions }
  /** It was, and somebody did. */
  | { readonly verdict: 'used'; readonly options: CeremonyOptions }
  | { readonly verdict: 'unknown' | 'expired' | 'other-purpose' | 'other-owner' };

/** What became of a challenge, and the credential that answers it, if there is one. */
export interface AnsweredCeremony {
  readonly ceremony: CeremonyVerdict;
  readonly passkey?: OwnedPasskey;
}

/** What is written when an assertion was accepted. */
export interface UsedPasskey {
  readonly method: 'passkey';
  readonly passkeyId: string;
  readonly counter: number;
  readonly backedUp: boolean;
  /** Accept a counter that went back or stood still; policy said so, and it is reported (rule W6). */
  readonly anyCounter: boolean;
}

export interface PasskeyRegistration {
  readonly passkey: StoredPasskey;
  /** The account's epoch when the right to enrol was checked. */
  readonly epoch: number;
  readonly rotation: Rotation;
  /** Of a person who could only enrol: their other sessions end. */
  readonly others: EndingSessions;
  readonly recoveryCodes?: RecoveryCodeSet;
  readonly entries: readonly Entry[];
}

export interface PasskeyRemovalFacts {
  readonly removed: StoredPasskey;
  readonly wasLast: boolean;
  /** The other sessions that it was proven in, which end with it. */
  readonly endedSessions: readonly string[];
}

export interface PasskeyStore {
  /** Takes the place of the oldest of its owner and purpose where there are too many of them. */
  startCeremony(ceremony: Ceremony): Promise<void>;
  /** Consumes a challenge, whatever comes of it, and finds the credential that answers it (rules W1, W2). */
  takeCeremony(
    asked: Pick<Ceremony, 'challengeHash' | 'purpose' | 'owner'>,
    credentialId: string,
    now: number,
  ): Promise<AnsweredCeremony>;
  /** The same where room is reserved for the attempt. Where there is none, the challenge stays as it was. */
  takeCeremonyReserving(
    asked: Pick<Ceremony, 'challengeHash' | 'purpose' | 'owner'>,
    credentialId: string,
    reservation: Reservation,
  ): Promise<AnsweredCeremony | Extract<ReservationVerdict, { verdict: 'closed' }>>;
  /**
   * The person's handle; made from `fresh` when there is none yet. It never changes: password managers know the person by it.
   *
   * @returns `undefined` when the person was deleted meanwhile.
   */
  userHandle(userId: string, fresh: string): Promise<string | undefined>;
  listPasskeys(userId: string): Promise<readonly StoredPasskey[]>;
  findPasskey(userId: string, id: string): Promise<StoredPasskey | undefined>;
  registerPasskey(
    registration: PasskeyRegistration,
    mostPasskeys: number,
  ): Promise<'registered' | 'gone' | 'conflict' | 'limit' | 'taken'>;
  renamePasskey(
    userId: string,
    id: string,
    name: string,
    entries: readonly Entry[],
  ): Promise<StoredPasskey | undefined>;
  /** With the last factor go the recovery codes. */
  removePasskey(
    removal: FactorRemoval,
    id: string,
    entries: (facts: PasskeyRemovalFacts) => readonly Entry[],
  ): Promise<'removed' | 'missing' | RemovalRefused>;
  /**
   * Counts a refused assertion against the pending sign-in it was for.
   *
   * @param entries Told whether this was the last refusal that the pending sign-in allowed.
   */
  recordPasskeyFailure(
    pendingTokenHash: string | undefined,
    entries: (pendingEnded: boolean) => readonly Entry[],
  ): Promise<void>;
}
