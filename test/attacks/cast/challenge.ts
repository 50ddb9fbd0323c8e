import { refused } from '../checks/expect.ts';
import type { AuthenticatorApp } from './authenticator-app.ts';
import { halfSignedIn, type Person } from './people.ts';
import type { Scene } from './scene.ts';

export const TOTP = '/mfa/challenge/totp';
export const RECOVERY_CODE = '/mfa/challenge/recovery-code';

/** Ten wrong codes over as many sign-ins as it takes: the account is closed after them (rule L1). */
export async function closeAccount(scene: Scene, person: Person & { app: AuthenticatorApp }): Promise<void> {
  const codes = person.app.wrongCodes(await scene.now(), 10);
  for (const half of [codes.slice(0, 5), codes.slice(5)]) {
    const browser = await halfSignedIn(scene, person);
    for (const code of half) refused(await browser.post(TOTP, { code }), 'invalid_code');
  }
}
