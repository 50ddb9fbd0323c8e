import { createTransport } from 'nodemailer';
import { checkSmtp, isRefusal, type SmtpState } from './smtp-check.ts';

/** One mail to one address, ready to be sent. */
export interface Mail {
  /** The same for each attempt to send this mail to this address, so that a receiving server can recognise a repetition. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** BCP 47, of subject, text and HTML. */
  readonly language: string;
}

/** What a mailer rejects with when the address does not take this mail, and will not take it later either. */
export class MailRefused extends Error {}

/** What a mailer rejects with when no mail gets out for now, whoever it is for. */
export class MailServerAway extends Error {}

/** What a mailer's `check()` rejects with when the server is there, and does not let the kit in. */
export class MailServerRefuses extends Error {}

/** How a mailer's way to its server is. */
export interface MailerState extends SmtpState {
  /** The domain that mails come from. */
  readonly sender?: string;
}

/** Sends mail. A rejected promise means "try again later": the outbox keeps the mail, unless it was rejected with `MailRefused`. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  /**
   * Connects and signs in as for sending, and sends nothing: what `mfa-kit doctor` asks.
   *
   * @throws MailServerAway or MailServerRefuses.
   */
  check?(): Promise<MailerState>;
  /** Called by `mfa.close()`. */
  close?(): void;
}

/** What nodemailer adds to the errors that it rejects with. */
interface SmtpError extends Error {
  readonly code?: string;
  /** What was said when the server refused. */
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** "Not allowed to", by RFC 3463: a matter of set-up or reputation, which others can mend, and no fault of the address. */
const POLICY = /^5\d\d[ -]5\.7\.\d/;
const NOT_AN_ADDRESS = /^(?:Invalid recipient|No recipients defined)/;
const CLOSING = 421;

/** What a refusal is about: this address, this mail for now, or the whole server. */
function meaningOf(error: SmtpError): Error {
  const { command, message, response = '', responseCode } = error;
  if (NOT_AN_ADDRESS.test(message)) return new MailRefused(message, { cause: error });
  const aboutThisMail = command === 'RCPT TO' || command === 'DATA';
  if (!aboutThisMail || responseCode === undefined || responseCode === CLOSING)
    return new MailServerAway(message, { cause: error });
  return responseCode >= 500 && !POLICY.test(response) ? new MailRefused(message, { cause: error }) : error;
}

/**
 * A mailer over SMTP.
 *
 * @param settings.url `smtp://user:password@host:port` or `smtps://…`.
 * @param settings.from The sender, `"Acme Notes <security@example.com>"`.
 */
export function smtpMailer(settings: { url: string; from: string }): Mailer {
  const transport = createTransport({
    url: settings.url,
    pool: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  const domain = /@([^>\s]+)/.exec(settings.from)?.[1] ?? 'localhost';
  return {
    async send(mail) {
      try {
        await transport.sendMail({
          messageId: `<${mail.id}@${domain}>`,
          from: settings.from,
          // As an object: as text it would be parsed, and a comma in it make two of one.
          to: { name: '', address: mail.to },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
        });
      } catch (error) {
        throw meaningOf(error as SmtpError);
      }
    },
    async check() {
      try {
        return { ...(await checkSmtp(settings.url)), sender: domain };
      } catch (error) {
        const { message } = error as Error;
        throw isRefusal(error)
          ? new MailServerRefuses(message, { cause: error })
          : new MailServerAway(message, { cause: error });
      }
    },
    close: () => {
      transport.close();
    },
  };
}
