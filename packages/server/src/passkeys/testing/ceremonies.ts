import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Browser, Reply } from '../../testing/browser.ts';
import { expectStatus, signIn } from '../../testing/people.ts';
import type { AuditRow, RunningKit } from '../../testing/running-kit.ts';
import {
  SoftwareAuthenticator,
  type AssertionBend,
  type RegistrationBend,
  type Traits,
} from './software-authenticator.ts';

/** An authenticator on the page of a kit. */
export const newDevice = (kit: RunningKit, traits: Partial<Traits> = {}): SoftwareAuthenticator =>
  new SoftwareAuthenticator({ origin: kit.origin, ...traits });

/** A security key: its passkeys stay where they are, and it counts. */
export const newSecurityKey = (kit: RunningKit, traits: Partial<Traits> = {}): SoftwareAuthenticator =>
  newDevice(kit, { synced: false, ...traits });

/** What is asked of the browser when a passkey is to be added. */
export async function creationOptions(
  browser: Browser,
  asked: Readonly<Record<string, unknown>> = {},
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { body } = expectStatus(await browser.post('/passkeys/options', asked), 200);
  return body['options'] as PublicKeyCredentialCreationOptionsJSON;
}

/** What is asked of the browser when a passkey is to be used. */
export async function requestOptions(
  browser: Browser,
  path: '/challenge/passkey' | '/passkey-sign-in',
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { body } = expectStatus(await browser.post(`${path}/options`), 200);
  return body['options'] as PublicKeyCredentialRequestOptionsJSON;
}

/** The whole enrolment; what is answered is for the test to judge. */
export async function enrolPasskey(
  browser: Browser,
  device: SoftwareAuthenticator,
  asked: Readonly<Record<string, unknown>> = {},
  bend: RegistrationBend = {},
): Promise<Reply> {
  const options = await creationOptions(browser, asked);
  return browser.post('/passkeys', { response: device.create(options, bend) });
}

/** The whole sign-in by passkey alone. */
export async function oneClick(
  browser: Browser,
  device: SoftwareAuthenticator,
  bend: AssertionBend = {},
): Promise<Reply> {
  const options = await requestOptions(browser, '/passkey-sign-in');
  return browser.post('/passkey-sign-in', { response: device.get(options, bend) });
}

/** The second half of a sign-in, or step-up. */
export async function answerChallenge(
  browser: Browser,
  device: SoftwareAuthenticator,
  bend: AssertionBend = {},
): Promise<Reply> {
  const options = await requestOptions(browser, '/challenge/passkey');
  return browser.post('/challenge/passkey', { response: device.get(options, bend) });
}

/** What a person has after adding a first passkey. */
export interface PasskeyHolder {
  readonly device: SoftwareAuthenticator;
  readonly passkeyId: string;
  readonly recoveryCodes: readonly string[];
}

/** Signs in with the password and adds a first passkey. */
export async function holdPasskey(
  browser: Browser,
  device: SoftwareAuthenticator,
  name = 'ada',
): Promise<PasskeyHolder> {
  await signIn(browser, name);
  const { body } = expectStatus(await enrolPasskey(browser, device), 201);
  const passkey = body['passkey'] as { id: string };
  return { device, passkeyId: passkey.id, recoveryCodes: body['recoveryCodes'] as string[] };
}

/** What the audit says about a refusal. */
export const reasonsOf = (events: readonly AuditRow[]): readonly (readonly [string, string | null])[] =>
  events.map(({ event, reason }) => [event, reason] as const);
