import { join } from 'node:path';
import { smtpMailer, type MfaConfiguration } from '@mfa-kit/server';
import { SENDER } from './server/demo.ts';
import { SECURITY_PATH } from './server/pages/pages.routes.ts';
import { keyRingOfCheckout } from './server/settings/keys.ts';
import { DATA_FOLDER, readSettings } from './server/settings/settings.ts';

/**
 * What the running demo gives to `createMfa()`, for the command line: `mfa-kit doctor --config demo/mfa.config.ts`. It goes by the same
 * variables of the environment as the demo.
 */
export default async function configuration(): Promise<MfaConfiguration> {
  const {
    port,
    databaseUrl,
    keys,
    publicUrl = `http://localhost:${port}`,
    smtpUrl,
  } = readSettings(process.env);
  return {
    publicUrl,
    basePath: '/mfa',
    serviceName: 'Acme Notes',
    database: databaseUrl,
    keys: keys ?? (await keyRingOfCheckout(join(DATA_FOLDER, 'keys.json'))),
    // No command asks who somebody is.
    users: { find: () => Promise.resolve(undefined) },
    mailer: smtpMailer({ url: smtpUrl ?? (await builtInMailServer(publicUrl)), from: SENDER }),
    passkeys: { enrollUrl: publicUrl + SECURITY_PATH, manageUrl: publicUrl + SECURITY_PATH },
  };
}

/** The built-in mailbox takes a free port at each start, which the running demo tells. */
async function builtInMailServer(publicUrl: string): Promise<string> {
  const answer = await fetch(`${publicUrl}/demo/mail-server`).catch(() => undefined);
  if (!answer?.ok) throw new Error(`the demo does not run at ${publicUrl}: npm start`);
  return ((await answer.json()) as { url: string }).url;
}
