import { succeeded } from '../checks/expect.ts';
import type { Answer } from '../http/answer.ts';
import type { Browser } from '../http/browser.ts';
import { ONE_CLICK, requestOptions, SECOND_HALF } from './ceremonies.ts';
import { addApp, passkeyHolder, type AppHolder, type PasskeyHolder } from './people.ts';
import type { Scene } from './scene.ts';

/** Somebody with a passkey and an app. */
export type Victim = PasskeyHolder & Pick<AppHolder, 'app' | 'factorId'>;

/**
 * One person for all attacks that have to leave their target as it was: setting somebody up costs the server a dozen slow hashes. Each
 * attack has sessions of its own of them. Whoever changes, closes or counts anything on the account takes people of their own.
 */
export function victim(scene: Scene): Promise<Victim> {
  return scene.shared('victim', async () => {
    const person = await passkeyHolder(scene);
    const { app, factorId } = await addApp(scene, person.browser);
    return { ...person, app, factorId };
  });
}

/** A new session of the victim's, with both factors just proven. */
export async function victimsBrowser(scene: Scene): Promise<Browser> {
  const { device } = await victim(scene);
  const browser = scene.browser();
  const response = device.get(await requestOptions(browser, ONE_CLICK));
  succeeded(await browser.post(ONE_CLICK, { response }));
  return browser;
}

/** Answers a challenge with the passkey: the second half of a sign-in, or step-up. */
export async function provePasskey(
  browser: Browser,
  { device }: Pick<PasskeyHolder, 'device'>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const response = device.get(await requestOptions(browser, SECOND_HALF));
  return browser.post(SECOND_HALF, { response, ...more });
}
