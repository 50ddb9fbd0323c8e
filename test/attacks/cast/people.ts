import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import {
  SoftwareAuthenticator,
  type Traits,
} from '../../../packages/server/src/passkeys/testing/software-authenticator.ts';
import { succeeded } from '../checks/expect.ts';
import type { Browser } from '../http/browser.ts';
import { AuthenticatorApp, stepAt } from './authenticator-app.ts';
import type { Scene } from './scene.ts';

/** Everybody's password in the demo. */
export const PASSWORD = 'acme-demo-passphrase';

export interface Person {
  readonly id: string;
  readonly login: string;
}

/** Somebody with a browser in which they are signed in. */
export interface SignedIn extends Person {
  readonly browser: Browser;
}

export interface AppHolder extends SignedIn {
  readonly app: AuthenticatorApp;
  readonly factorId: string;
  readonly recoveryCodes: readonly string[];
}

export interface PasskeyHolder extends SignedIn {
  readonly device: SoftwareAuthenticator;
  readonly passkeyId: string;
  readonly recoveryCodes: readonly string[];
}

export async function newPerson(scene: Scene, more: Readonly<Record<string, unknown>> = {}): Promise<Person> {
  const login = `${scene.unique('person')}@example.com`;
  const { id } = await scene.control('users', { email: login, ...more });
  return { id: String(id), login };
}

/** The first half: the password. What comes of it depends on the person's factors. */
export async function enterPassword(browser: Browser, { login }: Person): Promise<Browser> {
  succeeded(await browser.post('/mfa/sign-in', { login, password: PASSWORD }));
  return browser;
}

/** A new browser in the middle of a sign-in. */
export const halfSignedIn = (scene: Scene, person: Person): Promise<Browser> =>
  enterPassword(scene.browser(), person);

/** A new person without any factor, signed in. */
export async function signedIn(
  scene: Scene,
  more: Readonly<Record<string, unknown>> = {},
): Promise<SignedIn> {
  const person = await newPerson(scene, more);
  return { ...person, browser: await enterPassword(scene.browser(), person) };
}

/** A new person with an authenticator app and recovery codes, signed in with both halves. */
export async function appHolder(
  scene: Scene,
  more: Readonly<Record<string, unknown>> = {},
): Promise<AppHolder> {
  const person = await signedIn(scene, more);
  const { app, factorId, recoveryCodes } = await addApp(scene, person.browser);
  return { ...person, app, factorId, recoveryCodes };
}

export interface PendingApp {
  readonly app: AuthenticatorApp;
  readonly id: string;
}

/** Begins to set up an authenticator app, and scans what is shown. */
export async function startApp(browser: Browser): Promise<PendingApp> {
  const { body } = succeeded(await browser.post('/mfa/totp'), 201);
  return { app: new AuthenticatorApp(String(body['secret'])), id: String(body['id']) };
}

/** Sets up an authenticator app from beginning to end. */
export async function addApp(
  scene: Scene,
  browser: Browser,
): Promise<{ app: AuthenticatorApp; factorId: string; recoveryCodes: readonly string[] }> {
  const { app, id } = await startApp(browser);
  const code = await codeOf(scene, app);
  const { body } = succeeded(await browser.post(`/mfa/totp/${id}/confirm`, { code }));
  const factor = body['factor'] as { id: string };
  return { app, factorId: factor.id, recoveryCodes: (body['recoveryCodes'] ?? []) as string[] };
}

/**
 * A code that was not used before and is accepted now. There are two without waiting, the current step's and the next one's; for a third
 * the clock has to be moved.
 */
export async function codeOf(scene: Scene, app: AuthenticatorApp): Promise<string> {
  const current = stepAt(await scene.now());
  const step = Math.max(current, app.lastStep + 1);
  if (step > current + 1) await scene.advance((step - current) * 30);
  app.lastStep = step;
  return app.codeOfStep(step);
}

/** Both halves of a sign-in, in a new browser. */
export async function signInWithApp(
  scene: Scene,
  person: Person & { app: AuthenticatorApp },
): Promise<Browser> {
  const browser = await halfSignedIn(scene, person);
  succeeded(await browser.post('/mfa/challenge/totp', { code: await codeOf(scene, person.app) }));
  return browser;
}

export const newDevice = (scene: Scene, traits: Partial<Traits> = {}): SoftwareAuthenticator =>
  new SoftwareAuthenticator({ origin: scene.origin, ...traits });

/** What the server asks the browser for when a passkey is to be added. */
export async function creationOptions(
  browser: Browser,
  asked: Readonly<Record<string, unknown>> = {},
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { body } = succeeded(await browser.post('/mfa/passkeys/options', asked));
  return body['options'] as PublicKeyCredentialCreationOptionsJSON;
}

/** A new person with a passkey and recovery codes, signed in. */
export async function passkeyHolder(scene: Scene, traits: Partial<Traits> = {}): Promise<PasskeyHolder> {
  const person = await signedIn(scene);
  const device = newDevice(scene, traits);
  const response = device.create(await creationOptions(person.browser));
  const { body } = succeeded(await person.browser.post('/mfa/passkeys', { response }), 201);
  const { id } = body['passkey'] as { id: string };
  return { ...person, device, passkeyId: id, recoveryCodes: body['recoveryCodes'] as string[] };
}
