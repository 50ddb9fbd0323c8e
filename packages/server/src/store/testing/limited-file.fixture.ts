// A process whose files cannot grow beyond a limit of the system: writes into a database until it is refused, and says how it went.
import { openDatabase } from '../open-store.ts';
import { sqlStore } from '../sql/sql-store.ts';
import { all } from '../sql/unit-of-work.ts';
import { Person, START } from './person.ts';

const [, , url = ''] = process.argv;
const database = openDatabase(url);
const store = sqlStore(database);
await store.migrate(START);
const person = await Person.enrolled(store);
const happening = { event: 'auth.totp.added', outcome: 'success' } as const;

async function count(): Promise<number> {
  const [row] = await database.read(() => all<{ n: number }>('SELECT count(*) AS n FROM mfa_audit_events'));
  return row!.n;
}

const many = Array.from({ length: 500 }, () => happening);
let before = await count();
let codes: unknown[] = [];
while (codes.length === 0) {
  const crowd = [person.entriesAt(START, ...many), person.entriesAt(START, happening)];
  const outcomes = await Promise.allSettled(crowd.map((entries) => store.recordEntries(entries)));
  codes = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [(outcome.reason as { code?: unknown }).code] : [],
  );
  if (codes.length === 0) before = await count();
}
const after = await count();
// The log begins anew, so that there is room again.
await database.read(() => all('PRAGMA wal_checkpoint(TRUNCATE)'));
await store.recordEntries(person.entriesAt(START, happening));
const later = await count();
const isKnown = (await store.findSession(person.session.tokenHash, START, 0)) !== undefined;
await database.close();
console.log(JSON.stringify({ codes, lost: before - after, later: later - after, isKnown }));
