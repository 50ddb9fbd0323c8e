import { join } from 'node:path';
import { createMfa, smtpMailer } from '@mfa-kit/server';
import { openAccounts } from './accounts/accounts.ts';
import { authorizeByRole } from './accounts/authorize.ts';
import { addFirstAccounts } from './accounts/first-accounts.ts';
import { application } from './application.ts';
import { sharedClock } from './clock/shared-clock.ts';
import { openDatabase } from './database/open-database.ts';
import { passingDatabase } from './database/passing-database.ts';
import { TABLES } from './database/tables.ts';
import { ACTIONS } from './host-api/host-api.routes.ts';
import { listen } from './http/listen.ts';
import { openMailbox } from './mailbox/mailbox.ts';
import { startSmtpSink } from './mailbox/smtp-sink.ts';
import { cspReports } from './pages/csp-reports.ts';
import { SECURITY_PATH } from './pages/pages.routes.ts';
import { keyRingOfCheckout } from './settings/keys.ts';
import { DATA_FOLDER, type Settings } from './settings/settings.ts';

/** Acme Notes, answering requests. */
export interface Demo {
  readonly publicUrl: string;
  /** Where the data lies, for people. */
  readonly place: string;
  /** Ends in good order, and the process with it, when it is told to: SIGTERM, SIGINT. */
  endOnSignal(): void;
}

/** What an orchestrator gives a process, less a little. */
const LONGEST_END = '10s';

const IN_MEMORY = 'sqlite::memory:';
export const SENDER = 'Acme Notes <security@acme-notes.example>';

/** Starts everything in the order in which one thing needs the other; what was started ends in the opposite order. */
export async function startDemo(settings: Settings): Promise<Demo> {
  const endings: (() => unknown)[] = [];

  async function close(): Promise<void> {
    for (const end of endings.splice(0).reverse()) await end();
  }

  async function start(): Promise<Demo> {
    const keys = settings.keys ?? (await keyRingOfCheckout(join(DATA_FOLDER, 'keys.json')));
    const databaseUrl = placeForData();
    const database = await openDatabase(databaseUrl, TABLES);
    endings.push(() => database.close());
    const clock = await sharedClock(database);
    endings.push(() => {
      clock.stop();
    });
    const accounts = await openAccounts(database);
    await addFirstAccounts(accounts);
    const mailbox = openMailbox(database, clock);
    const smtpUrl = settings.smtpUrl ?? (await builtInMailServer());

    const listening = await listen(settings.port);
    const publicUrl = settings.publicUrl ?? `http://localhost:${listening.port}`;
    const mfa = await createMfa({
      publicUrl,
      basePath: '/mfa',
      serviceName: 'Acme Notes',
      database: databaseUrl,
      keys,
      users: accounts,
      mailer: smtpMailer({ url: smtpUrl, from: SENDER }),
      mails: { contact: 'help@acme-notes.example' },
      clock,
      authorize: authorizeByRole(accounts),
      actions: ACTIONS,
      // One page does both; password managers link to it.
      passkeys: { enrollUrl: publicUrl + SECURITY_PATH, manageUrl: publicUrl + SECURITY_PATH },
    }).catch(async (error: unknown) => {
      await listening.close();
      throw error;
    });
    endings.push(() => mfa.close());
    endings.push(() => listening.close());
    const control = settings.control;
    listening.serve(
      await application({
        mfa,
        accounts,
        clock,
        database,
        mailbox,
        cspReports: cspReports(),
        mailServer: settings.smtpUrl === undefined ? smtpUrl : undefined,
        publicUrl,
        control,
      }),
    );
    if (settings.jobs) mfa.jobs.start();
    return {
      endOnSignal() {
        mfa.shutDownOnSignal(listening.server, { drain: settings.drain, within: LONGEST_END, then: close });
      },
      publicUrl,
      place: settings.databaseUrl === IN_MEMORY ? 'in memory, gone when this process ends' : database.place,
    };

    function placeForData(): string {
      if (settings.databaseUrl !== IN_MEMORY) return settings.databaseUrl;
      const passing = passingDatabase();
      endings.push(() => {
        passing.remove();
      });
      return passing.url;
    }

    async function builtInMailServer(): Promise<string> {
      const sink = await startSmtpSink(mailbox);
      endings.push(() => sink.close());
      return sink.url;
    }
  }

  try {
    return await start();
  } catch (error) {
    await close();
    throw error;
  }
}
