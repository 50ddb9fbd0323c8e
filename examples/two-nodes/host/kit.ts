import { createMfa, smtpMailer, type Mfa } from '@mfa-kit/server';
import { pino } from 'pino';
import { openPeople, type People } from './people.ts';
import type { Settings } from './settings.ts';

/** The kit and the people, configured alike in each process. */
export async function openKit(
  settings: Settings,
  name: string,
): Promise<{ readonly mfa: Mfa; readonly people: People }> {
  const { databaseUrl, publicUrl, smtpUrl, keys, trustedProxies } = settings;
  const people = await openPeople(databaseUrl);
  const mfa = await createMfa({
    publicUrl,
    serviceName: 'Two Nodes',
    database: databaseUrl,
    keys,
    users: people,
    mailer: smtpMailer({ url: smtpUrl, from: 'Two Nodes <security@two-nodes.example>' }),
    mails: { contact: 'help@two-nodes.example' },
    trustedProxies,
    logger: pino({ name, level: 'info' }),
  });
  return { mfa, people };
}
