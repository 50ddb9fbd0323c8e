import { MailServerRefuses, type Mailer } from '../ports/mailer.ts';
import { found, foundIf, type Finding } from './finding.ts';
import { reasonOf } from './reason.ts';

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
    // A mailer of the host's own may say it in any words: it could not be reached.
    return [found('mail.away', reasonOf(error))];
  }
}
