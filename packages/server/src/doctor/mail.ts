import { MailServerAway, MailServerRefuses, type Mailer } from '../ports/mailer.ts';
import { found, foundIf, type Finding } from './finding.ts';

/** Connects to the mail server and signs in, as for sending; nothing is sent. */
export async function examineMail(mailer: Mailer | undefined): Promise<readonly Finding[]> {
  if (!mailer) return [found('mail.none')];
  if (!mailer.check) return [found('mail.unknown')];
  try {
    const { encrypted, local, sender } = await mailer.check();
    return [
      ...foundIf(!encrypted && !local, 'mail.open'),
      ...foundIf(sender !== undefined && !local, 'mail.domain', sender),
    ];
  } catch (error) {
    if (error instanceof MailServerRefuses) return [found('mail.refused', error.message)];
    if (error instanceof MailServerAway) return [found('mail.away', error.message)];
    throw error;
  }
}
