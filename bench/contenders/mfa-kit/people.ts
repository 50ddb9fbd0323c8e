import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import type { User, Users } from '../../../packages/server/src/ports/users.ts';

interface PersonRow {
  id: string;
  name: string;
}

const userOf = ({ id, name }: PersonRow): User => ({ id, name, displayName: name, emails: [name] });

const FIND = 'SELECT id, name FROM people WHERE id = $1';

/** The table that a host has its people in. */
export const PEOPLE_TABLE = 'CREATE TABLE IF NOT EXISTS people (id TEXT PRIMARY KEY, name TEXT NOT NULL)';

/** A host's people, in a table beside the kit's: it is asked for each request with a session, as hosts are. */
export function hostPeople(url: string): Users {
  if (url.startsWith('sqlite:')) {
    const find = new BetterSqlite3(url.slice('sqlite:'.length)).prepare<[string], PersonRow>(
      FIND.replace('$1', '?'),
    );
    return {
      find(id) {
        const row = find.get(id);
        return Promise.resolve(row && userOf(row));
      },
    };
  }
  const pool = new pg.Pool({ connectionString: url });
  return {
    async find(id) {
      const { rows } = await pool.query<PersonRow>({ name: 'find_person', text: FIND, values: [id] });
      return rows[0] && userOf(rows[0]);
    },
  };
}
