import { codeNow, type ApiClient } from '../../../test/e2e/support/api.ts';
import type { Studio } from './studio.ts';

/** Sets up an authenticator app in a session. @returns its secret. */
export async function addApp(studio: Studio, person: ApiClient, name: string): Promise<string> {
  const { body } = await person.call('POST', '/mfa/totp');
  const secret = String(body['secret']);
  const code = await codeNow(secret, await studio.nextCode());
  const confirmed = await person.call('POST', `/mfa/totp/${String(body['id'])}/confirm`, { code, name });
  if (confirmed.status !== 200) throw new Error(`${name} was not confirmed: ${String(confirmed.status)}`);
  return secret;
}
