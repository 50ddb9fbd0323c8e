import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { AssertionBend } from '../../../packages/server/src/passkeys/testing/software-authenticator.ts';
import { succeeded } from '../checks/expect.ts';
import type { Answer } from '../http/answer.ts';
import type { Browser } from '../http/browser.ts';
import { halfSignedIn, type PasskeyHolder } from './people.ts';
import type { Scene } from './scene.ts';

export const SECOND_HALF = '/mfa/challenge/passkey';
export const ONE_CLICK = '/mfa/passkey-sign-in';

/** What the server asks the browser for when a passkey is to be used. */
export async function requestOptions(
  browser: Browser,
  path: typeof SECOND_HALF | typeof ONE_CLICK,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { body } = succeeded(await browser.post(`${path}/options`));
  return body['options'] as PublicKeyCredentialRequestOptionsJSON;
}

/** Somebody with a passkey, and a new browser in the middle of their sign-in. */
export interface AskedForPasskey {
  readonly browser: Browser;
  readonly options: PublicKeyCredentialRequestOptionsJSON;
}

export async function askedForPasskey(scene: Scene, person: PasskeyHolder): Promise<AskedForPasskey> {
  const browser = await halfSignedIn(scene, person);
  return { browser, options: await requestOptions(browser, SECOND_HALF) };
}

/** Finishes a sign-in with a passkey whose answer is bent. */
export async function finishWithPasskey(
  scene: Scene,
  person: PasskeyHolder,
  bend: AssertionBend = {},
): Promise<Answer> {
  const { browser, options } = await askedForPasskey(scene, person);
  return browser.post(SECOND_HALF, { response: person.device.get(options, bend) });
}

/** Signs in with a passkey alone, its answer bent. */
export async function oneClick(
  scene: Scene,
  { device }: Pick<PasskeyHolder, 'device'>,
  bend: AssertionBend = {},
): Promise<Answer> {
  const browser = scene.browser();
  const options = await requestOptions(browser, ONE_CLICK);
  return browser.post(ONE_CLICK, { response: device.get(options, bend) });
}
