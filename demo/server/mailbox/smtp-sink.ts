import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Mailbox } from './mailbox.ts';

export interface SmtpSink {
  /** What a mailer sends to: `smtp://127.0.0.1:<port>`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Larger than any mail of the kit by far. */
const LARGEST_MAIL_BYTES = 1024 * 1024;

/**
 * A real mail server for the same machine that delivers everything, to whomever it is addressed, into the mailbox. The kit's mails so go the
 * way they go in life: composed, encoded, sent, parsed.
 */
export async function startSmtpSink(mailbox: Pick<Mailbox, 'receive'>): Promise<SmtpSink> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL_BYTES,
    onData(stream, session, answer) {
      deliver(
        stream,
        session.envelope.rcptTo.map(({ address }) => address),
      ).then(
        () => {
          answer();
        },
        // A failed delivery is answered as temporary, so the outbox of the kit tries again.
        () => {
          answer(
            Object.assign(new Error('The mailbox cannot take mail at the moment'), { responseCode: 451 }),
          );
        },
      );
    },
  });

  async function deliver(stream: Parameters<typeof buffer>[0], to: string[]): Promise<void> {
    const mail = await PostalMime.parse(await buffer(stream));
    await mailbox.receive({ to, subject: mail.subject ?? '', text: mail.text ?? '', html: mail.html ?? '' });
  }

  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      server.off('error', failed);
      listening();
    });
  });
  // A client that breaks off in the middle of a mail is an error event of the server; it concerns that mail alone.
  server.on('error', () => undefined);

  return {
    url: `smtp://127.0.0.1:${String((server.server.address() as AddressInfo).port)}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
      }),
  };
}
