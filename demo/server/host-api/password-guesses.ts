import type { Database } from '../database/database.ts';

/** Wrong current passwords on one account; then it takes none for a while. */
const MOST_GUESSES = 10;
const WINDOW_MILLISECONDS = 15 * 60_000;

/** How often somebody may be wrong about the current password: a session that was left open is no place to guess it. */
export interface PasswordGuesses {
  /**
   * Counts a guess before it is looked at, so that many at once are as many.
   *
   * @returns nothing where it may be looked at, or the seconds to wait.
   */
  count(accountId: string, now: number): Promise<number | undefined>;
  /** The guess was right: the next one is the first again. */
  forget(accountId: string): Promise<void>;
}

export function passwordGuesses(database: Database): PasswordGuesses {
  return {
    async count(accountId, now) {
      // One statement decides, in whatever process: it touches the row, or none when the guesses are used up.
      const counted = await database.run(
        `INSERT INTO demo_password_guesses (account_id, guesses, ends_at) VALUES ($1, 1, $2)
         ON CONFLICT (account_id) DO UPDATE SET
           guesses = CASE WHEN demo_password_guesses.ends_at <= $3 THEN 1 ELSE demo_password_guesses.guesses + 1 END,
           ends_at = CASE WHEN demo_password_guesses.ends_at <= $3 THEN $2 ELSE demo_password_guesses.ends_at END
         WHERE demo_password_guesses.ends_at <= $3 OR demo_password_guesses.guesses < $4 RETURNING guesses`,
        accountId,
        now + WINDOW_MILLISECONDS,
        now,
        MOST_GUESSES,
      );
      if (counted.length > 0) return undefined;
      const [row] = await database.run(
        'SELECT ends_at FROM demo_password_guesses WHERE account_id = $1',
        accountId,
      );
      return Math.max(1, Math.ceil((Number(row?.['ends_at'] ?? now) - now) / 1000));
    },

    async forget(accountId) {
      await database.run('DELETE FROM demo_password_guesses WHERE account_id = $1', accountId);
    },
  };
}
