import { verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server';
import { assertPlausible, PasskeyRefused, refusalOf } from './checks.ts';
import type { CeremonyOptions, OwnedPasskey, UsedPasskey } from './passkeys.store.ts';
import type { RelyingParty } from './relying-party.ts';
import type { AssertionResponse, ClientData } from './response-schema.ts';

/** An assertion that holds, and what is worth reporting about it. */
export interface VerifiedAssertion {
  readonly used: UsedPasskey;
  readonly userVerified: boolean;
  readonly counterAnomaly: boolean;
  /** Whether policy only reports such a thing for this passkey (rule W6). */
  readonly counterTolerated: boolean;
  readonly backupChanged: boolean;
}

/** A counter of 0 on both sides means that the authenticator does not count; synced passkeys rarely do (rule W6). */
const isAnomaly = (stored: number, shown: number): boolean =>
  !(stored === 0 && shown === 0) && shown <= stored;

/** What an assertion is held against. */
export interface AskedAssertion {
  readonly client: ClientData;
  readonly options: CeremonyOptions;
  /** The passkey that the response names; its handle is the one to show. */
  readonly passkey: OwnedPasskey;
  /** When nobody was named, the handle is what names them (rule W2). */
  readonly handleRequired: boolean;
}

/**
 * Checks that whoever holds this passkey answered this challenge.
 *
 * @throws PasskeyRefused
 */
export async function verifyAssertion(
  response: AssertionResponse,
  { client, options, passkey, handleRequired }: AskedAssertion,
  party: RelyingParty,
): Promise<VerifiedAssertion> {
  assertPlausible(response.id, client, 'webauthn.get', party);
  const handle = response.response.userHandle ?? undefined;
  if (handle === undefined ? handleRequired : handle !== passkey.userHandle)
    throw new PasskeyRefused('user-handle');
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge: client.challenge,
      expectedOrigin: [...party.origins],
      expectedRPID: party.id,
      requireUserVerification: options.userVerification === 'required',
      ...(party.topOrigins.length > 0 && { expectedTopOrigin: [...party.topOrigins] }),
      // The library would refuse any counter anomaly with an error; here policy decides, so it is shown a counter that fits.
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: 0,
      },
    });
    if (!verified) throw new PasskeyRefused('signature');
    const { newCounter, userVerified, credentialDeviceType, credentialBackedUp } = authenticationInfo;
    if ((credentialDeviceType === 'multiDevice') !== passkey.backupEligible)
      throw new PasskeyRefused('backup-eligibility');
    const counterAnomaly = isAnomaly(passkey.counter, newCounter);
    const counterTolerated = passkey.backupEligible && party.counterAnomalies === 'refuse-device-bound';
    return {
      used: {
        method: 'passkey',
        passkeyId: passkey.id,
        counter: newCounter,
        backedUp: credentialBackedUp,
        anyCounter: counterAnomaly && counterTolerated,
      },
      userVerified,
      counterAnomaly,
      counterTolerated,
      backupChanged: credentialBackedUp !== passkey.backedUp,
    };
  } catch (error) {
    throw refusalOf(error);
  }
}
