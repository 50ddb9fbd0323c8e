import { verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server';
import {
  cose,
  decodeAttestationObject,
  decodeCredentialPublicKey,
  isoCBOR,
} from '@simplewebauthn/server/helpers';
import { assertPlausible, PasskeyRefused, refusalOf } from './checks.ts';
import type { CeremonyOptions, StoredPasskey } from './passkeys.store.ts';
import { ALGORITHMS, type RelyingParty } from './relying-party.ts';
import type { ClientData, RegistrationResponse } from './response-schema.ts';

/** What a new passkey brings with it. */
export type NewPasskey = Pick<
  StoredPasskey,
  'credentialId' | 'publicKey' | 'counter' | 'aaguid' | 'transports' | 'backupEligible' | 'backedUp'
> & { readonly userVerified: boolean };

/** Bytes of an RSA modulus, at least: 2048 bits are worth the 112 that SP 800-131A asks of a key. */
const SHORTEST_MODULUS = 256;

/** The other algorithms have one size each; an RSA key says its own, and the library takes any. */
function assertStrong(publicKey: Uint8Array<ArrayBuffer>): void {
  const key = decodeCredentialPublicKey(publicKey);
  if (!cose.isCOSEPublicKeyRSA(key)) return;
  const modulus = Buffer.from(key.get(cose.COSEKEYS.n) ?? []);
  const padding = modulus.findIndex((byte) => byte !== 0);
  if (padding < 0 || modulus.length - padding < SHORTEST_MODULUS) throw new PasskeyRefused('algorithm');
}

/**
 * What the library is shown of a new passkey: one that nobody vouches for, or that vouches for itself. More is not asked for, and browsers
 * leave it out (rule W5). What comes all the same is not looked at, as they would have done it: the library follows certificates up to a root
 * of the caller's own making, and fetches what they name from wherever they say, inside of our network too.
 */
function withoutVouchers(response: RegistrationResponse): RegistrationResponse {
  const bytes = Buffer.from(response.response.attestationObject, 'base64url');
  const attested = decodeAttestationObject(new Uint8Array(bytes));
  const format = attested.get('fmt');
  const bySelf = format === 'packed' && attested.get('attStmt').get('x5c') === undefined;
  if (format === 'none' || bySelf) return response;
  const bare = isoCBOR.encode(
    new Map<string, string | Uint8Array | Map<string, never>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, never>()],
      ['authData', attested.get('authData')],
    ]),
  );
  const attestationObject = Buffer.from(bare).toString('base64url');
  return { ...response, response: { ...response.response, attestationObject } };
}

/**
 * Checks what a browser says it made.
 *
 * @param options What was asked of it; user presence may be missing only where the challenge was issued for that (rule W7).
 * @throws PasskeyRefused
 */
export async function verifyRegistration(
  response: RegistrationResponse,
  client: ClientData,
  options: CeremonyOptions,
  party: RelyingParty,
): Promise<NewPasskey> {
  assertPlausible(response.id, client, 'webauthn.create', party);
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: withoutVouchers(response) as unknown as RegistrationResponseJSON,
      expectedChallenge: client.challenge,
      expectedOrigin: [...party.origins],
      expectedRPID: party.id,
      requireUserPresence: options.conditional !== true,
      requireUserVerification: options.userVerification === 'required',
      supportedAlgorithmIDs: [...ALGORITHMS],
    });
    if (!verified) throw new PasskeyRefused('signature');
    const { credential, aaguid, userVerified, credentialDeviceType, credentialBackedUp } = registrationInfo;
    // The id beside the signed data is not signed; only the one inside counts (rule W3).
    if (credential.id !== response.id) throw new PasskeyRefused('credential-id');
    assertStrong(credential.publicKey);
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      aaguid,
      transports: response.response.transports ?? [],
      backupEligible: credentialDeviceType === 'multiDevice',
      backedUp: credentialBackedUp,
      userVerified,
    };
  } catch (error) {
    throw refusalOf(error);
  }
}
