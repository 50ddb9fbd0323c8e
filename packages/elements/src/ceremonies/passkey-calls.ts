import type { CallOptions, MfaClient } from '../client/mfa-client.js';
import { MfaError } from '../client/mfa-error.js';
import type { PasskeyAddition, PasskeyKind, SessionView, Signals } from '../client/views.js';
import { browserCeremonies } from './browser-ceremonies.js';
import type {
  AuthenticationResponseJSON,
  Ceremonies,
  CeremonyOptions,
  RequestOptions,
} from './ceremonies.js';

/** Who performs the ceremonies for a client. */
export function ceremoniesOf({ ceremonies = browserCeremonies }: MfaClient): Ceremonies {
  return ceremonies;
}

/**
 * Signs in with a passkey alone: two requests, and between them one dialog of the browser, or one choice in its autofill.
 *
 * @param chosen called when the person has chosen a passkey, before the server is asked.
 */
export async function signInWithPasskey(
  client: MfaClient,
  how: CallOptions & CeremonyOptions,
  chosen?: () => void,
): Promise<SessionView> {
  const { options } = await client.passkeySignInOptions(how);
  return proven(client, options, how, (response) => {
    chosen?.();
    return client.passkeySignIn(response, how);
  });
}

/** Proves with a passkey: the second half of a sign-in, or a step-up. */
export async function proveWithPasskey(
  client: MfaClient,
  rememberDevice: boolean,
  how: CallOptions,
): Promise<SessionView> {
  const { options } = await client.challengePasskeyOptions(how);
  return proven(client, options, how, (response) => client.challengePasskey(response, rememberDevice, how));
}

/**
 * Adds a passkey to the account of the session.
 *
 * @param how.kind where the person wants it.
 * @param how.conditional made by the password manager without asking.
 */
export async function addPasskey(
  client: MfaClient,
  how: CallOptions & CeremonyOptions & { kind?: PasskeyKind },
): Promise<PasskeyAddition> {
  const { kind, conditional } = how;
  const wanted = { ...(kind && { kind }), ...(conditional && { conditional }) };
  const { options } = await client.passkeyOptions(wanted, how);
  const response = await ceremoniesOf(client).create(options, how);
  // From here on the authenticator has it: who leaves now must not leave it unknown to the server.
  const addition = await client.addPasskey(response);
  tellPasswordManager(client, addition.signals);
  return addition;
}

/**
 * After a sign-in by password, lets the password manager make a passkey, without a dialog. Nobody asked for it, so nobody is told when
 * it can't be.
 *
 * @returns the recovery codes, where this was the first factor.
 */
export async function upgradeToPasskey(client: MfaClient, how: CallOptions): Promise<readonly string[]> {
  const proofs = client.current?.amr?.map(({ method }) => method) ?? [];
  // In a remembered browser, adding a factor would ask for a step-up that the person has no reason to expect.
  if (proofs.includes('passkey') || proofs.includes('remembered-device')) return [];
  try {
    const { upgrade } = await ceremoniesOf(client).capabilities();
    if (!upgrade) return [];
    const { recoveryCodes = [] } = await addPasskey(client, { ...how, conditional: true });
    return recoveryCodes;
  } catch {
    return [];
  }
}

/** Passes on which passkeys are left and whose they are. Only ever what the server has just sent, which is complete. */
export function tellPasswordManager(client: MfaClient, signals: Signals | undefined): void {
  // An older server sends none.
  if (!signals) return;
  const ceremonies = ceremoniesOf(client);
  void ceremonies.signal('allAcceptedCredentials', signals.allAcceptedCredentials);
  void ceremonies.signal('currentUserDetails', signals.currentUserDetails);
}

async function proven(
  client: MfaClient,
  options: RequestOptions,
  how: CeremonyOptions,
  verify: (response: AuthenticationResponseJSON) => Promise<SessionView>,
): Promise<SessionView> {
  const ceremonies = ceremoniesOf(client);
  const response = await ceremonies.get(options, how);
  try {
    return await verify(response);
  } catch (error) {
    if (error instanceof MfaError && error.unknownCredential && options.rpId)
      void ceremonies.signal('unknownCredential', { rpId: options.rpId, credentialId: response.id });
    throw error;
  }
}
