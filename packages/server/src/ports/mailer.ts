import { createTransport } from 'nodemailer';

/** One mail, ready to be sent. */
export interface Mail {
  /** The same for each attempt to send this mail, so that a receiving server can recognise a repetition. */
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Sends mail. A rejected promise means "try again later": the outbox keeps the mail. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  /** Called by `mfa.close()`. */
  close?(): void;
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
    socketTimeout: 20_000,
  });
  const domain = /@([^>\s]+)/.exec(settings.from)?.[1] ?? 'localhost';
  return {
    async send(mail) {
      await transport.sendMail({
        messageId: `<${mail.id}@${domain}>`,
        from: settings.from,
        to: [...mail.to],
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => {
      transport.close();
    },
  };
}
