import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SmtpConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

/** So long each step may take. Milliseconds. */
const PATIENCE = 10_000;

/** How a mail server was found. */
export interface SmtpState {
  /** Whether what is sent to it goes over TLS, from the start or after STARTTLS. */
  readonly encrypted: boolean;
  /** Whether it is on this machine, where nobody else can listen. */
  readonly local: boolean;
}

/** What nodemailer adds to its errors: `EAUTH` for a user who is not let in. */
interface SmtpError extends Error {
  readonly code?: string;
}

/** Whether an error says that the server is there, and does not take this user. */
export const isRefusal = (error: unknown): boolean => (error as SmtpError).code === 'EAUTH';

/**
 * Connects to a mail server as for sending, signs in, and leaves.
 *
 * @param url `smtp://user:password@host:port` or `smtps://…`.
 * @throws Error when it is away, its certificate is not believed, or it does not take the user.
 */
export async function checkSmtp(url: string): Promise<SmtpState> {
  const { auth, ...options } = parseConnectionUrl(url) as SMTPConnectionOptions & {
    auth?: { user: string; pass: string };
  };
  const connection = new SmtpConnection({
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    ...options,
  });
  try {
    await settled((done) => {
      connection.once('error', done);
      connection.connect(done);
    });
    if (auth) await settled((done) => connection.login({ ...auth, credentials: auth }, done));
    return { encrypted: connection.secure, local: isLocal(options.host ?? 'localhost') };
  } finally {
    connection.close();
  }
}

const settled = (begin: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    begin((error) => {
      if (error) reject(error);
      else resolve();
    });
  });

function isLocal(host: string): boolean {
  if (isIP(host) === 0) return host === 'localhost' || host.endsWith('.localhost');
  return ipaddr.process(host).range() === 'loopback';
}
