// A process with the kit in it, as a host would have it, but for its clock, which stands where the last order has put it.
import { pino } from 'pino';
import { entriesOf } from '../../activity/journal.ts';
import { createMfa } from '../../create-mfa.ts';
import { smtpMailer } from '../../ports/mailer.ts';
import type { KeyRingSettings } from '../../secrets/key-ring.ts';
import { openStore } from '../../store/open-store.ts';
import type { Order, Report, TellingSettings } from './telling-process.ts';

const [, , text = ''] = process.argv;
const { database, smtp, keys } = JSON.parse(text) as TellingSettings;

let now = 0;
const mfa = await createMfa({
  publicUrl: 'https://app.example.com',
  serviceName: 'Acme Notes',
  database,
  keys: JSON.parse(keys) as KeyRingSettings,
  clock: { now: () => now },
  logger: pino({ level: 'silent' }),
  mailer: smtpMailer({ url: smtp, from: 'Acme Notes <security@acme.example>' }),
  users: {
    find: (id) => Promise.resolve({ id, name: id, displayName: id, emails: [`${id}@example.com`] }),
  },
});
const store = openStore(database);

async function obey(order: Order): Promise<void> {
  switch (order.kind) {
    case 'happen': {
      now = order.now;
      const origin = { now, requestId: 'a-request', ip: '192.0.2.7', userAgent: 'a browser' };
      for (const person of order.people)
        await store.recordEntries(
          entriesOf(origin, person)({ event: 'auth.totp.added', outcome: 'success' }),
        );
      return;
    }
    case 'run':
      now = order.now;
      return mfa.jobs.runDue();
    case 'end':
      await mfa.close();
      await store.close();
      process.disconnect();
  }
}

const report = (message: Report): void => void process.send?.(message);

process.on('message', (order: Order) => {
  obey(order).then(
    () => {
      if (order.kind !== 'end') report({ done: true });
    },
    (error: unknown) => report({ error: String(error) }),
  );
});

report({ done: true });
