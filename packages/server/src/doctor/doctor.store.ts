interface AnyFacts {
  /** The migrations that were applied, in their order. */
  readonly applied: readonly string[];
}

/** What an SQLite file says of itself. */
export interface SqliteFacts extends AnyFacts {
  readonly kind: 'sqlite';
  readonly journalMode: string;
}

/** What PostgreSQL says of itself, and of what this user may do. */
export interface PostgresFacts extends AnyFacts {
  readonly kind: 'postgres';
  /** `180004` is 18.4. */
  readonly version: number;
  readonly readOnly: boolean;
  readonly mayCreate: boolean;
  readonly fsync: boolean;
  readonly synchronousCommit: string;
  readonly isolation: string;
  /** Milliseconds; 0 for never. */
  readonly idleTimeout: number;
  /** So many connections there may be, by the server, the database and the user; and so many there are. */
  readonly mostConnections: number;
  readonly connections: number;
  /** Whether the connection comes from another machine, and without TLS. */
  readonly openToOthers: boolean;
  /** The last month that the audit has a table for, `2026_03`; absent while it is not divided by months. */
  readonly lastMonth?: string;
}

export type DatabaseFacts = SqliteFacts | PostgresFacts;

/** What only the doctor asks. It changes nothing. */
export interface DoctorStore {
  inspect(): Promise<DatabaseFacts>;
  /** The addresses that the newest events came from, and of how many each; the most frequent first. */
  listNewestAddresses(events: number): Promise<readonly { readonly ip: string; readonly events: number }[]>;
  /** Where the request came from that caused an event since this moment, as the server saw it. */
  findAddressOf(requestId: string, since: number): Promise<string | undefined>;
  /** Whether anything that ended before this moment is still there. */
  holdsWhatEnded(before: number): Promise<boolean>;
}
