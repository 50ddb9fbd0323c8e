import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../../../../test/support/free-port.ts';

/** A mail as a server took it. */
export interface TakenMail {
  readonly id: string;
  readonly to: string;
}

/** A mail server that starts late. Its port is known from the beginning, and refuses connections until then. */
export interface LateMailServer {
  readonly url: string;
  /** What it said yes to, in that order. */
  readonly taken: TakenMail[];
  /**
   * Asked when a mail is there and not answered yet; default: it is taken.
   *
   * @returns whether the server takes it.
   */
  consider: (mail: TakenMail) => Promise<boolean>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function lateMailServer(): Promise<LateMailServer> {
  const port = await freePort();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, { envelope: { rcptTo } }, answer) {
      const arrived = async (content: Buffer): Promise<void> => {
        const id = /^Message-ID: <(.+)>\r?$/im.exec(content.toString('latin1'))?.[1] ?? '';
        const mail = { id, to: rcptTo.map(({ address }) => address).join() };
        if (await mailServer.consider(mail)) {
          mailServer.taken.push(mail);
          answer();
        } else {
          answer(Object.assign(new Error('not now'), { responseCode: 451 }));
        }
      };
      // A sender that dies over a mail has not sent it.
      void buffer(stream).then(arrived, () => undefined);
    },
  });
  // A client that was killed resets its connection.
  server.on('error', () => undefined);
  const mailServer: LateMailServer = {
    url: `smtp://127.0.0.1:${port}`,
    taken: [],
    consider: () => Promise.resolve(true),
    async start() {
      server.listen(port, '127.0.0.1');
      await once(server.server, 'listening');
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
  return mailServer;
}
