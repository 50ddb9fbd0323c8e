import type { Hasher } from '../ports/hasher.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { Store } from '../store/store.ts';
import type { Tracing } from './tracing.ts';

type Method = (...parameters: readonly unknown[]) => Promise<unknown>;

/** The store with a span for each unit of work, named as the port names it. */
export function tracedStore(store: Store, databaseUrl: string, tracing: Tracing | undefined): Store {
  if (!tracing) return store;
  const system = databaseUrl.startsWith('sqlite:') ? 'sqlite' : 'postgresql';
  const traced = Object.entries(store).map(([name, method]) => {
    const run = method as Method;
    const attributes = { 'db.system.name': system, 'db.operation.name': name };
    const inSpan: Method = (...parameters) =>
      tracing.inner(`mfa.store ${name}`, attributes, () => run(...parameters));
    return [name, inSpan] as const;
  });
  return Object.fromEntries(traced) as unknown as Store;
}

/** The hasher with a span for each hash, its wait in the queue included. */
export function tracedHasher(hasher: Hasher, tracing: Tracing | undefined): Hasher {
  if (!tracing) return hasher;
  return {
    hash: (secret) => tracing.inner('mfa.hash', {}, () => hasher.hash(secret)),
    verify: (encoded, secret) => tracing.inner('mfa.hash verify', {}, () => hasher.verify(encoded, secret)),
    ...(hasher.load && { load: () => hasher.load?.() ?? { running: 0, waiting: 0 } }),
  };
}

/** The mailer with a span for each mail. Whom it goes to is not told. */
export function tracedMailer(mailer: Mailer, tracing: Tracing | undefined): Mailer {
  if (!tracing) return mailer;
  return {
    send: (mail) => tracing.outgoing('mfa.mail send', {}, () => mailer.send(mail)),
    ...(mailer.close && { close: () => mailer.close?.() }),
  };
}
