import type { ProblemCode } from '../api/problem.ts';
import type { CeremonyVerdict } from './passkeys.store.ts';
import type { RelyingParty } from './relying-party.ts';
import type { ClientData } from './response-schema.ts';

/** Why a passkey was refused; goes to the audit only. From outside all are one, but for a ceremony that took too long. */
export type PasskeyRefusal =
  | 'challenge-unknown'
  | 'challenge-used'
  | 'challenge-expired'
  | 'challenge-purpose'
  | 'challenge-owner'
  | 'unknown-credential'
  | 'other-user'
  | 'user-handle'
  | 'cross-origin'
  | 'origin'
  | 'rp-id'
  | 'credential-id'
  | 'user-presence'
  | 'user-verification'
  | 'backup-eligibility'
  | 'counter'
  | 'algorithm'
  | 'type'
  | 'signature'
  | 'malformed';

/** A refusal on its way to the audit. */
export class PasskeyRefused extends Error {
  readonly refusal: PasskeyRefusal;

  constructor(refusal: PasskeyRefusal, cause?: unknown) {
    super(refusal, { cause });
    this.refusal = refusal;
  }
}

const CHALLENGE_REFUSALS: Readonly<Record<Exclude<CeremonyVerdict['verdict'], 'taken'>, PasskeyRefusal>> = {
  unknown: 'challenge-unknown',
  used: 'challenge-used',
  expired: 'challenge-expired',
  'other-purpose': 'challenge-purpose',
  'other-owner': 'challenge-owner',
};

/** The refusal of a challenge that was not for this, not for them, or not any more (rule W1). */
export const refusalOfChallenge = (verdict: keyof typeof CHALLENGE_REFUSALS): PasskeyRefused =>
  new PasskeyRefused(CHALLENGE_REFUSALS[verdict]);

/** Whoever brings their own challenge too late is told so, and asks anew: nothing is said of the passkey, at which nobody has looked. */
export const codeOfRefusal = (refusal: PasskeyRefusal): ProblemCode =>
  refusal === 'challenge-expired' ? 'expired' : 'passkey_rejected';

/** Bytes (WebAuthn Level 3, §4, credential id). */
const LONGEST_CREDENTIAL_ID = 1023;

/**
 * What is checked before the library is asked: what it leaves to its callers, which is frames of other sites and ids that are too long
 * (rule W3), and what it would answer with a text that quotes the caller, which no reason could be read from with certainty.
 *
 * @throws PasskeyRefused
 */
export function assertPlausible(
  credentialId: string,
  client: ClientData,
  type: 'webauthn.create' | 'webauthn.get',
  party: RelyingParty,
): void {
  if (client.type !== type) throw new PasskeyRefused('type');
  if (Buffer.from(credentialId, 'base64url').length > LONGEST_CREDENTIAL_ID)
    throw new PasskeyRefused('credential-id');
  const framed = client.crossOrigin === true || client.topOrigin !== undefined;
  const allowed =
    client.crossOrigin === true &&
    client.topOrigin !== undefined &&
    party.topOrigins.includes(client.topOrigin);
  if (framed && !allowed) throw new PasskeyRefused('cross-origin');
  if (!party.origins.includes(client.origin)) throw new PasskeyRefused('origin');
}

/** What the library's words mean. It throws plain errors, so their texts are all there is to go by. */
const MEANINGS: readonly (readonly [RegExp, PasskeyRefusal])[] = [
  [/^Unexpected RP ID hash/, 'rp-id'],
  [/^User verification (was )?required/, 'user-verification'],
  [/^User not present|^User presence was required/, 'user-presence'],
  [/^Unexpected public key alg/, 'algorithm'],
  [/backed up/, 'backup-eligibility'],
  [/signature/i, 'signature'],
];

/** The refusal that an error of the library stands for (rule W8: whatever it throws, nobody gets in and nobody gets a 500). */
export function refusalOf(error: unknown): PasskeyRefused {
  if (error instanceof PasskeyRefused) return error;
  const text = error instanceof Error ? error.message : '';
  return new PasskeyRefused(MEANINGS.find(([pattern]) => pattern.test(text))?.[1] ?? 'malformed', error);
}
