import { WebAuthnAbortService } from '@simplewebauthn/browser';
import { MfaError } from '../client/mfa-error.js';
import { timing } from '../foundation/timing.js';
import type { Capabilities, Ceremonies, CeremonyOptions } from './ceremonies.js';
import { browserObstacle } from './obstacle.js';
import { ceremonyError } from './ceremony-error.js';
import { authenticationOf, creationFrom, registrationOf, requestFrom } from './credential-json.js';

/** What newer browsers have and the types of the DOM lack. Every part may be missing. */
interface NewerCredential {
  getClientCapabilities?(): Promise<Readonly<Record<string, boolean | undefined>>>;
  isConditionalMediationAvailable?(): Promise<boolean>;
  isUserVerifyingPlatformAuthenticatorAvailable?(): Promise<boolean>;
}

const SIGNALS = {
  allAcceptedCredentials: 'signalAllAcceptedCredentials',
  currentUserDetails: 'signalCurrentUserDetails',
  unknownCredential: 'signalUnknownCredential',
} as const;

type SignalMethods = Partial<
  Record<(typeof SIGNALS)[keyof typeof SIGNALS], (details: object) => Promise<void>>
>;

/** Undefined where the browser knows no passkeys; its type says otherwise. */
const credentialClass = (): (NewerCredential & SignalMethods) | undefined =>
  (globalThis as { PublicKeyCredential?: NewerCredential & SignalMethods }).PublicKeyCredential;

async function capabilities(): Promise<Capabilities> {
  const known = credentialClass();
  if (browserObstacle() || !known) return { platform: false, autofill: false, upgrade: false };
  const told = await known.getClientCapabilities?.().catch(() => undefined);
  const [platform, autofill] = await Promise.all([
    known.isUserVerifyingPlatformAuthenticatorAvailable?.(),
    known.isConditionalMediationAvailable?.(),
  ]);
  return {
    platform: platform === true,
    autofill: autofill === true,
    // There is no older way to ask; who does not say so does not do it.
    upgrade: told?.['conditionalCreate'] === true,
  };
}

async function perform(
  ceremony: 'create' | 'get',
  publicKey: PublicKeyCredentialCreationOptions | PublicKeyCredentialRequestOptions,
  { signal, conditional }: CeremonyOptions,
): Promise<PublicKeyCredential> {
  const inTheWay = browserObstacle();
  if (inTheWay) throw new MfaError(inTheWay);
  // One service for the page: a ceremony that the host itself began with the same library ends for ours too.
  const another = WebAuthnAbortService.createNewAbortSignal();
  const begun = timing.now();
  try {
    const credential = await navigator.credentials[ceremony]({
      publicKey: publicKey as PublicKeyCredentialCreationOptions & PublicKeyCredentialRequestOptions,
      signal: signal ? AbortSignal.any([signal, another]) : another,
      ...(conditional && { mediation: 'conditional' }),
    });
    if (credential) return credential as PublicKeyCredential;
  } catch (reason) {
    if (signal?.aborted) throw new MfaError('aborted');
    throw ceremonyError(reason, timing.now() - begun >= (publicKey.timeout ?? Infinity));
  }
  throw new MfaError('unknown');
}

/** The browser's own ceremonies. */
export const browserCeremonies: Ceremonies = {
  obstacle: browserObstacle,
  capabilities,
  create: async (options, how = {}) => registrationOf(await perform('create', creationFrom(options), how)),
  get: async (options, how = {}) => authenticationOf(await perform('get', requestFrom(options), how)),
  async signal(name, details) {
    try {
      await credentialClass()?.[SIGNALS[name]]?.(details);
    } catch {
      // A refused signal (a related origin, a manager that can't) leaves things as they were without it.
    }
  },
};
