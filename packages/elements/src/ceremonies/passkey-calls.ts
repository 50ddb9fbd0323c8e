import type { CallOptions, MfaClient } from '../client/mfa-client.js';
import { MfaError } from '../client/mfa-error.js';
import type { Passkey, PasskeyAddition, PasskeyKind, SessionView, Signals } from '../client/views.js';
import { timing } from '../foundation/timing.js';
import { browserCeremonies } from './browser-ceremonies.js';
import type {
  AuthenticationResponseJSON,
  Ceremonies,
  CeremonyOptions,
  RequestOptions,
} from './ceremonies.js';

/** So long a password manager may take to make a passkey unasked, in milliseconds; nobody is kept from their page for longer. */
const UPGRADE_PATIENCE = 2_000;

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

/** Gives a passkey another name, also where the password manager shows it. */
export async function renamePasskey(
  client: MfaClient,
  id: string,
  name: string,
  how: CallOptions,
): Promise<Passkey> {
  const { passkey, signals } = await client.renamePasskey(id, name, how);
  tellPasswordManager(client, signals);
  return passkey;
}

/** Revokes a passkey, also where the password manager keeps it. */
export async function removePasskey(client: MfaClient, id: string, how: CallOptions): Promise<void> {
  const { signals } = await client.removePasskey(id, how);
  tellPasswordManager(client, signals);
}

/**
 * After a sign-in by password, lets the password manager make a passkey, without a dialog. Nobody asked for it, so nobody is told when
 * it can't be.
 *
 * @param prepare gets ready what shows recovery codes, before any are made.
 * @returns the recovery codes, where this was the first factor.
 */
export async function upgradeToPasskey(
  client: MfaClient,
  prepare: () => Promise<unknown>,
  how: CallOptions,
): Promise<readonly string[]> {
  const proofs = client.current?.amr?.map(({ method }) => method) ?? [];
  // In a remembered browser, adding a factor would ask for a step-up that the person has no reason to expect.
  if (proofs.includes('passkey') || proofs.includes('remembered-device')) return [];
  const patience = new AbortController();
  const stop = timing.after(UPGRADE_PATIENCE, () => {
    patience.abort();
  });
  const { signal } = how;
  try {
    const { upgrade } = await ceremoniesOf(client).capabilities();
    if (!upgrade) return [];
    await prepare();
    const { recoveryCodes = [] } = await addPasskey(client, {
      conditional: true,
      signal: signal ? AbortSignal.any([signal, patience.signal]) : patience.signal,
    });
    return recoveryCodes;
  } catch {
    return [];
  } finally {
    stop();
  }
}

/** Passes on which passkeys are left and whose they are. Only ever what the server has just sent, which is complete. */
function tellPasswordManager(client: MfaClient, signals: Signals | undefined): void {
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
