import { existsSync } from 'node:fs';
import { systemClock } from '../ports/clock.ts';
import { moveToPostgres } from '../store/moving/move.ts';
import { withStore } from './given-store.ts';
import { UsageError } from './usage-error.ts';

/**
 * Moves everything from SQLite to PostgreSQL, and prints what was moved.
 *
 * @param to An address has a password in it, and words of the command line are seen by everybody on the machine: it may come from the environment.
 */
export async function move(from: string | undefined, to: string | undefined): Promise<void> {
  if (from?.startsWith('sqlite:') !== true || from === 'sqlite::memory:')
    throw new UsageError('no database to move: give --from sqlite:<path>');
  if (to === undefined || !/^postgres(ql)?:\/\/./.test(to))
    throw new UsageError('no database to move to: give --to postgres://…, or set DATABASE_URL');
  const file = from.slice('sqlite:'.length);
  // Says what to do where it does not answer; a file that is not there is named before.
  if (existsSync(file)) await withStore(to, () => Promise.resolve(), { mayBeNew: true });
  const { tables, to: moved, before } = await moveToPostgres(file, to, systemClock);
  const widest = Math.max(...tables.map(({ table }) => table.length));
  for (const { table, rows } of tables)
    console.log(`${table.padEnd(widest)}  ${rows} ${rows === 1 ? 'row' : 'rows'}, each the same in both`);
  console.log(
    `${before ? 'everything was there already, and is noted now' : 'moved'}: serve from ${moved} from now on`,
  );
}
