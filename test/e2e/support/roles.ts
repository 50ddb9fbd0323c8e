import BetterSqlite3 from 'better-sqlite3';

/**
 * Gives somebody another role in the host, as its own administration would: the kit is told by nobody, and has to see it.
 *
 * @param databaseUrl of a demo on SQLite.
 */
export function changeRole(databaseUrl: string, login: string, role: 'admin' | 'member'): void {
  const database = new BetterSqlite3(databaseUrl.slice('sqlite:'.length));
  try {
    const { changes } = database
      .prepare('UPDATE demo_accounts SET role = ? WHERE email = ?')
      .run(role, login);
    if (changes !== 1) throw new Error(`nobody signs in with ${login}`);
  } finally {
    database.close();
  }
}
