import { setImmediate as otherWork } from 'node:timers/promises';
import { first, type Database, type UnitOfWork } from './unit-of-work.ts';

/** Accounts that one statement looks at: many enough for millions to be done in minutes, few enough for others to get their turn between. */
const AT_ONCE = 2_000;

/** Accounts in the order of their ids, after one and up to another. */
export interface AccountBatch {
  readonly after: string;
  readonly last: string;
  /** Whether none follow. */
  readonly isLast: boolean;
}

const lastOf = (where: string): string =>
  `SELECT max(b.user_id) AS last, count(*) AS accounts
   FROM (SELECT a.user_id FROM mfa_accounts a WHERE ${where} ORDER BY a.user_id LIMIT $2) b`;
const LAST = lastOf('a.user_id > $1');
const LAST_OF_WORKSPACE = lastOf('a.workspace = $3 AND a.user_id > $1');

/** What makes the account `a` one of a batch: it stands between two places of a statement. */
export const inBatch = (after: string, last: string): string =>
  `a.user_id > ${after} AND a.user_id <= ${last}`;

/** @returns the accounts after one, of a workspace or of all; `undefined` when there are none. */
export function* nextBatch(after: string, workspace?: string): UnitOfWork<AccountBatch | undefined> {
  const row = yield* first<{ last: string | null; accounts: number }>(
    workspace === undefined ? LAST : LAST_OF_WORKSPACE,
    after,
    AT_ONCE,
    ...(workspace === undefined ? [] : [workspace]),
  );
  const { last = null, accounts = 0 } = row ?? {};
  return last === null ? undefined : { after, last, isLast: accounts < AT_ONCE };
}

/** Looks at every account, batch by batch, and lets others have their turn between: on SQLite nobody else does anything meanwhile. */
export async function overAccounts<Result>(
  database: Database,
  workspace: string | undefined,
  look: (batch: AccountBatch) => UnitOfWork<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let after = '';
  for (;;) {
    const looked = await database.read(function* () {
      const batch = yield* nextBatch(after, workspace);
      return batch && { batch, result: yield* look(batch) };
    });
    if (!looked) return results;
    results.push(looked.result);
    if (looked.batch.isLast) return results;
    after = looked.batch.last;
    await otherWork();
  }
}
