import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import type { Signals } from '../client/views.js';

export type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/browser';

/** What the server asks the browser to make, as the server wrote it. */
export type CreationOptions = PublicKeyCredentialCreationOptionsJSON;

/** What the server asks the browser to prove, as the server wrote it. */
export type RequestOptions = PublicKeyCredentialRequestOptionsJSON;

/** Why a ceremony ended without a passkey: the codes of `MfaError` that the browser gives, not the server. */
export type CeremonyErrorCode =
  /** The person closed the browser's dialog, or could not be verified. Browsers don't tell these apart. */
  | 'cancelled'
  | 'timed-out'
  /** The device or security key holds a passkey for this account already. */
  | 'already-registered'
  /** Neither the browser nor anything connected can do what was asked. */
  | 'not-supported'
  /** The page is not on a domain that the passkey is for. */
  | 'wrong-origin'
  /** The page did not come over https. */
  | 'insecure'
  /** The page around this frame does not let it. */
  | 'framed'
  /** The page gave the ceremony up, such as for another one. */
  | 'aborted'
  | 'unknown';

/** What stands in the way of every ceremony on this page. */
export type Obstacle = 'insecure' | 'not-supported' | 'framed';

/** What browser and device can do, beyond ceremonies as such. */
export interface Capabilities {
  /** The device itself can keep a passkey and verify the person. */
  readonly platform: boolean;
  /** Passkeys are offered where the login is typed. */
  readonly autofill: boolean;
  /** A password manager can make a passkey without asking, after a sign-in by password. */
  readonly upgrade: boolean;
}

export interface CeremonyOptions {
  /** Gives the ceremony up; it then ends as `aborted`. */
  signal?: AbortSignal | undefined;
  /** Without a dialog: offered by autofill, or made silently by the password manager. */
  conditional?: boolean;
}

/** What the browser tells a password manager, and in which form. */
export interface SignalDetails extends Signals {
  unknownCredential: { rpId: string; credentialId: string };
}

/**
 * The authenticator, as elements know it: a port, so that stories and tests reach every outcome without one.
 * At most one ceremony is under way on a page: beginning one gives up the one before. None is ever repeated by itself.
 */
export interface Ceremonies {
  /** @returns undefined where the page may try. */
  obstacle(): Obstacle | undefined;
  capabilities(): Promise<Capabilities>;
  /** Makes a passkey. Rejects with an `MfaError` of a `CeremonyErrorCode`. */
  create(options: CreationOptions, how?: CeremonyOptions): Promise<RegistrationResponseJSON>;
  /** Proves with a passkey. Rejects with an `MfaError` of a `CeremonyErrorCode`. */
  get(options: RequestOptions, how?: CeremonyOptions): Promise<AuthenticationResponseJSON>;
  /**
   * Keeps the person's password manager in step. Never rejects: it is a courtesy, and nothing depends on whether it arrived.
   *
   * @param details exactly as the server sent them: what is missing from the list of accepted credentials is deleted for good.
   */
  signal<Name extends keyof SignalDetails>(name: Name, details: SignalDetails[Name]): Promise<void>;
}
