import { openStore } from '../../packages/server/src/store/open-store.ts';
import { PEOPLE_TABLE } from '../contenders/mfa-kit/people.ts';
import type { DatabaseKind } from '../databases/places.ts';
import { openSql } from '../databases/sql.ts';
import { answerParent, settings } from '../running/in-child.ts';
import { seed } from './seed.ts';

/** Makes an installation of so many people, in a process of its own: one core is busy with each database meanwhile. */
const { kind, url, size } = settings as { kind: DatabaseKind; url: string; size: number };

const store = openStore(url);
await store.migrate(Date.now());
await store.close();
const sql = await openSql(url);
// Nobody else is in the file, and what is thrown away after a fall need not be written twice.
if (kind === 'sqlite') {
  await sql.all('PRAGMA journal_mode = OFF');
  await sql.run('PRAGMA cache_size = -1000000');
}
await sql.run(PEOPLE_TABLE);
await seed(kind, sql, size);
await sql.close();
answerParent('seeded', () => Promise.resolve(null));
