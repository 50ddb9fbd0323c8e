import argon2 from 'argon2';
import type { User, Users } from '@mfa-kit/server';
import pg from 'pg';

/** What stands for the accounts of an application: a table, and a slow hash of each password. */
export interface People extends Users {
  findByLogin(login: string): Promise<User | undefined>;
  verifyPassword(login: string, password: string): Promise<User | undefined>;
  close(): Promise<void>;
}

interface PersonRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly password_hash: string;
}

const FIRST = ['Ada', 'Grace', 'Linus'];
/** Of everybody who is there at first. */
export const PASSWORD = 'two nodes, one door';
/** Any number that nothing else on this database locks with: nodes that start together take turns. */
const TABLE_LOCK = 5_118_204;

const toUser = ({ id, email, name }: PersonRow): User => ({
  id,
  name: email,
  displayName: name,
  emails: [email],
});

export async function openPeople(url: string): Promise<People> {
  const pool = new pg.Pool({ connectionString: url, max: 5 });
  // A broken idle connection is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  const dummy = await argon2.hash('nobody has this password');
  await makeTable(pool);

  async function one(column: 'id' | 'email', value: string): Promise<PersonRow | undefined> {
    const { rows } = await pool.query<PersonRow>(`SELECT * FROM people WHERE ${column} = $1`, [value]);
    return rows[0];
  }

  return {
    async find(id) {
      const row = await one('id', id);
      return row && toUser(row);
    },
    async findByLogin(login) {
      const row = await one('email', login);
      return row && toUser(row);
    },
    async verifyPassword(login, password) {
      const row = await one('email', login);
      // In the same time, whether or not there is such a person.
      const right = await argon2.verify(row?.password_hash ?? dummy, password);
      return row && right ? toUser(row) : undefined;
    },
    close: () => pool.end(),
  };
}

async function makeTable(pool: pg.Pool): Promise<void> {
  const connection = await pool.connect();
  try {
    await connection.query('BEGIN');
    await connection.query('SELECT pg_advisory_xact_lock($1)', [TABLE_LOCK]);
    await connection.query(
      'CREATE TABLE IF NOT EXISTS people (id TEXT PRIMARY KEY, email TEXT UNIQUE, name TEXT, password_hash TEXT)',
    );
    const { rows } = await connection.query('SELECT 1 FROM people LIMIT 1');
    for (const name of rows.length === 0 ? FIRST : []) {
      const id = name.toLowerCase();
      await connection.query('INSERT INTO people VALUES ($1, $2, $3, $4)', [
        `person-${id}`,
        `${id}@example.com`,
        name,
        await argon2.hash(PASSWORD),
      ]);
    }
    await connection.query('COMMIT');
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    connection.release();
  }
}
