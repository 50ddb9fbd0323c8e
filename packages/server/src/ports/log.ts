import type { Logger } from 'pino';

/** Everything that the kit logs, by its message; docs/operators/logs.md says what each one means, with which fields, and what to do about it. */
export type LogMessage =
  | 'answered'
  | 'refused'
  | 'shutting down'
  | 'shut down'
  | 'shutting down took too long; what is under way is cut off'
  | 'shutting down failed'
  | 'job failed; it runs again'
  | 'job hangs; it runs again'
  | 'house-keeping is far behind the clock, and goes on slowly'
  | 'house-keeping has come up with the clock'
  | 'mail not sent'
  | 'mail given up'
  | 'webhook not delivered'
  | 'webhooks that nobody asks for any more'
  | 'webhooks could not be asked for; it is tried again'
  | 'account recovery did not get on; it is tried again'
  | 'a reminder could not be made; it is tried again'
  | 'metrics not read'
  | 'the place of an address could not be looked up'
  | 'the secret of an authenticator cannot be opened';

/** What a line says beside its message; nothing in it is secret (rule K6). */
export interface LogFields {
  /** Of the request that it is about: the one in `X-Request-Id`, and in the audit. */
  readonly requestId?: string;
  /** An error; of what it carries, type, message, code, stack and causes are written. */
  readonly err?: unknown;
  readonly [name: string]: unknown;
}

type Write = (fields: LogFields, message: LogMessage) => void;

/** What the kit writes to the host's logger. */
export interface Log {
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

interface Carrier extends Error {
  readonly code?: unknown;
}

/**
 * What of an error may be written. Drivers hang all they know on theirs, values of the row that was refused and mails that were not sent among
 * it; a logger would write each property.
 */
function withoutExtras(error: unknown, depth = 0): Error {
  if (!(error instanceof Error)) return new Error('something that is no error was thrown');
  const { name, stack, code, cause }: Carrier = error;
  // A connection that was tried at several addresses fails with one error for each, and says nothing itself.
  const message =
    error.message === '' && error instanceof AggregateError
      ? error.errors.map((one: unknown) => withoutExtras(one, depth + 1).message).join('; ')
      : error.message;
  const plain = new Error(message, {
    ...(cause !== undefined && depth < 5 && { cause: withoutExtras(cause, depth + 1) }),
  });
  return Object.assign(plain, { name, stack, ...(typeof code === 'string' && { code }) });
}

/** @param logger Asked anew for each line, so that a level that is changed while the process runs holds at once. */
export function createLog(logger: Pick<Logger, 'info' | 'warn' | 'error'>): Log {
  const writing =
    (level: 'info' | 'warn' | 'error'): Write =>
    ({ err, ...fields }, message) => {
      logger[level](err === undefined ? fields : { ...fields, err: withoutExtras(err) }, message);
    };
  return { info: writing('info'), warn: writing('warn'), error: writing('error') };
}
