import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import express from 'express';
import { pino } from 'pino';
import type { MfaConfiguration } from '../configuration/configuration.ts';
import { createMfa, type Mfa } from '../create-mfa.ts';
import type { Mail } from '../ports/mailer.ts';
import { generateKeyRing } from '../secrets/key-ring.ts';
import { openDatabase } from '../store/open-store.ts';
import { all, step, together, type Database, type Row } from '../store/sql/unit-of-work.ts';
import { Browser, type HeaderChanges } from './browser.ts';
import { inFile, type MakeDatabase } from '../store/testing/databases.ts';
import { PASSWORD, people, type Person } from './people.ts';
import { quickHasher } from './quick-hasher.ts';
import { Witness } from './witness.ts';

/** A round moment far from any boundary of days or time steps. */
export const START = Date.UTC(2026, 0, 15, 12, 0, 5);

/** An audit event as it is stored. */
export interface AuditRow {
  readonly event: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly subject: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly method: string | null;
  readonly factor_id: string | null;
  readonly factor_label: string | null;
  readonly session_id: string | null;
  readonly ip: string | null;
  readonly user_agent: string | null;
  readonly request_id: string | null;
  readonly at: number;
  readonly details: string;
}

/** A server with the kit in it, on a real port, with people, a clock that tests move, and a mailer that keeps what it is given. */
export interface RunningKit {
  readonly mfa: Mfa;
  /** Address of the server, without the mount path. */
  readonly base: string;
  /** The origin that the kit takes itself to be at; what pages in a browser would have. */
  readonly origin: string;
  readonly users: Map<string, Person>;
  readonly mails: Mail[];
  /** Everything logged, as text. */
  readonly log: () => string;
  readonly clock: { now(): number; advance(milliseconds: number): void };
  readonly witness: Witness;
  browser(headers?: HeaderChanges): Browser;
  audit(subject?: string): Promise<readonly AuditRow[]>;
  /** What was written to the audit while something was done. */
  audited<Result>(work: () => Promise<Result>): Promise<{ result: Result; events: readonly AuditRow[] }>;
  /** Every row of every table, but for when a session was last seen: two of these are equal when nothing was changed. */
  tables(): Promise<Readonly<Record<string, readonly Row[]>>>;
  /** Runs a statement behind the kit's back. */
  sql(statement: string): Promise<void>;
  /** Takes the database away from the kit, as an outage would. */
  stopStore(): Promise<void>;
  /** Ends everything, after the witness judged what the test did. */
  close(): Promise<void>;
}

export interface KitOptions {
  /** Where it stores; default an SQLite file of its own. */
  readonly database?: MakeDatabase;
  readonly configuration?: Partial<MfaConfiguration>;
  /** Adds routes of the host. */
  readonly host?: (app: express.Express, mfa: Mfa) => void;
  /** What the host does before the kit's router. */
  readonly before?: (app: express.Express) => void;
}

export async function startKit(options: KitOptions = {}): Promise<RunningKit> {
  const { configuration = {}, host, before } = options;
  const users = new Map(people().map((user) => [user.id, user]));
  const mails: Mail[] = [];
  const log = recorder();
  let now = START;
  const clock = { now: () => now, advance: (milliseconds: number): void => void (now += milliseconds) };
  const witness = new Witness();
  witness.keepSecret(PASSWORD);

  const app = express();
  const server = createServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;
  const origin = configuration.publicUrl ?? `http://localhost:${port}`;

  const place = await (options.database ?? inFile)();
  const mfa = await createMfa({
    publicUrl: origin,
    serviceName: 'Test Notes',
    database: place.url,
    keys: generateKeyRing(),
    clock,
    hasher: quickHasher,
    logger: pino({ level: 'debug' }, log.sink),
    mailer: {
      send(mail) {
        for (const [, token] of mail.text.matchAll(/#(?:open|finish|cancel)=([\w-]+)/g))
          witness.keepLink(token);
        mails.push(mail);
        return Promise.resolve();
      },
    },
    users: {
      find: (id) => Promise.resolve(users.get(id)),
      findByLogin: (login) => Promise.resolve([...users.values()].find(({ name }) => name === login)),
      verifyPassword: (login, password) =>
        Promise.resolve(
          password === PASSWORD ? [...users.values()].find(({ name }) => name === login) : undefined,
        ),
      members: (workspace, { after = '', limit }) =>
        Promise.resolve(
          [...users.values()]
            .filter((user) => (user.workspace ?? '') === workspace && user.id > after)
            .sort((one, other) => (one.id < other.id ? -1 : 1))
            .slice(0, limit),
        ),
    },
    ...configuration,
  }).catch(async (error: unknown) => {
    // What is left open keeps the process of the tests from ending.
    await stopServer(server);
    await place.remove();
    throw error;
  });
  before?.(app);
  app.use('/mfa', mfa.router);
  host?.(app, mfa);

  // A connection of its own: the kit has no need of the questions that tests ask.
  const reader = openDatabase(place.url);
  const audit: RunningKit['audit'] = async (subject) => {
    const rows = await reader.read(() => all<AuditRow>('SELECT * FROM mfa_audit_events ORDER BY id'));
    return subject === undefined ? rows : rows.filter((row) => row.subject === subject);
  };
  let stopped = false;
  const tables = (): ReturnType<RunningKit['tables']> => readTables(reader, place.url);

  return {
    mfa,
    base,
    origin,
    users,
    mails,
    log: log.text,
    clock,
    witness,
    browser: (headers) => new Browser(base, witness, headers),
    audit,
    async audited(work) {
      const earlier = (await audit()).length;
      const result = await work();
      return { result, events: (await audit()).slice(earlier) };
    },
    tables,
    sql: (statement) => reader.transaction(() => together([step(statement)])),
    stopStore() {
      stopped = true;
      return mfa.close();
    },
    async close() {
      if (!stopped) await mfa.jobs.runDue();
      const stored = JSON.stringify(await tables());
      const trail = await audit();
      await stopServer(server);
      if (!stopped) await mfa.close();
      await reader.close();
      await place.remove();
      witness.judgeAnswers(mfa.routes);
      witness.judgeAudit(mfa.routes, trail);
      witness.judgeSecrecy({ log: log.text(), tables: stored, mails: JSON.stringify(mails) });
    },
  };
}

function recorder(): { sink: Writable; text: () => string } {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return { sink, text: () => lines.join('') };
}

/** Its months, which are read with the whole of it, and what it has written once. */
const OF_THE_AUDIT = /^mfa_audit_(?:events_|once$)/;

function readTables(reader: Database, url: string): Promise<Record<string, readonly Row[]>> {
  const names = url.startsWith('sqlite:')
    ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'mfa_%'"
    : "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename LIKE 'mfa_%'";
  return reader.read(function* () {
    const contents: Record<string, readonly Row[]> = {};
    for (const { name } of yield* all<{ name: string }>(names)) {
      if (OF_THE_AUDIT.test(name)) continue;
      const rows = (yield* all<Row>(`SELECT * FROM ${name}`)).map(({ last_seen_at: _seen, ...row }) => row);
      // PostgreSQL gives rows in no order in particular.
      contents[name] = rows.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
    }
    return contents;
  });
}

async function stopServer(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
