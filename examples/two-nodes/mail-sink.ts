import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly subject: string;
}

export interface MailSink {
  readonly url: string;
  close(): Promise<void>;
}

/** A mail server that takes everything and passes nothing on, in place of the one that you have. */
export async function startMailSink(port: number, take: (mail: ReceivedMail) => void): Promise<MailSink> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, session, answer) {
      buffer(stream)
        .then((bytes) => PostalMime.parse(bytes))
        .then(({ subject = '' }) => {
          take({ to: session.envelope.rcptTo.map(({ address }) => address), subject });
          answer();
        }, answer);
    },
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, () => {
      server.off('error', failed);
      listening();
    });
  });
  // A client that breaks off is an error event of the server; it concerns that mail alone.
  server.on('error', () => undefined);
  return {
    url: `smtp://localhost:${String((server.server.address() as AddressInfo).port)}`,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
