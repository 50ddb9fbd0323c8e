import { verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server';
import { assertPlausible, PasskeyRefused, refusalOf } from './checks.ts';
import type { CeremonyOptions, StoredPasskey } from './passkeys.store.ts';
import { ALGORITHMS, type RelyingParty } from './relying-party.ts';
import type { ClientData, RegistrationResponse } from './response-schema.ts';

/** What a new passkey brings with it. */
export type NewPasskey = Pick<
  StoredPasskey,
  'credentialId' | 'publicKey' | 'counter' | 'aaguid' | 'transports' | 'backupEligible' | 'backedUp'
> & { readonly userVerified: boolean };

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
      response: response as unknown as RegistrationResponseJSON,
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
