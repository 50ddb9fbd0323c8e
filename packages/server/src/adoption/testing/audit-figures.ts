import type { Database } from '../../store/sql/unit-of-work.ts';
import { all } from '../../store/sql/unit-of-work.ts';
import { DAY } from '../days.ts';

/** Whom the question is about, as the one who asks knows them. */
export interface Asked {
  readonly workspace: string;
  /** First day and last, both included. */
  readonly from: string;
  readonly to: string;
  /** The moment at which it is asked; what comes later is not there yet. */
  readonly now: number;
  /** People who were deleted by then. */
  readonly gone: readonly string[];
}

const PROVING = "method IN ('passkey', 'totp', 'recovery-code')";
const COMPLETE = `event = 'auth.sign_in.success' AND details LIKE '%"stage":"complete"%'`;

const quoted = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');

/** The numbers of the adoption as plain SQL over `mfa_audit_events` tells them, and nothing else: no account, no factor, no counted day. */
export class AuditFigures {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async #number(query: string): Promise<number> {
    const [row] = await this.#database.read(() => all<{ n: number }>(query));
    return row?.n ?? 0;
  }

  async #texts(query: string): Promise<string[]> {
    const rows = await this.#database.read(() => all<{ text: string }>(query));
    return rows.map(({ text }) => text);
  }

  static #times({ from, to, now }: Asked): { from: number; until: number } {
    return { from: Date.parse(from), until: Math.min(Date.parse(to) + DAY, now + 1) };
  }

  /** Who signed in in a time, and was last seen in the workspace by `seenBy`. */
  #whoSignedIn(asked: Asked, from: number, until: number, seenBy: number): Promise<string[]> {
    return this.#texts(
      `SELECT DISTINCT e.subject AS text FROM mfa_audit_events e
       WHERE ${COMPLETE} AND e.at >= ${from} AND e.at < ${until}
       AND (SELECT l.workspace FROM mfa_audit_events l WHERE l.subject = e.subject AND l.event = 'auth.sign_in.success'
            AND l.at < ${seenBy} ORDER BY l.id DESC LIMIT 1) = '${asked.workspace}'
       AND e.subject NOT IN (${quoted(['', ...asked.gone])})`,
    );
  }

  async #enrolled(people: readonly string[], until: number): Promise<number> {
    return this.#number(
      `SELECT count(*) AS n FROM mfa_audit_events e
       WHERE e.event = 'auth.2fa.enabled' AND e.at < ${until} AND e.subject IN (${quoted(['', ...people])})
       AND NOT EXISTS (SELECT 1 FROM mfa_audit_events l WHERE l.subject = e.subject AND l.id > e.id AND l.at < ${until}
         AND l.event IN ('auth.2fa.enabled', 'auth.2fa.disabled'))`,
    );
  }

  async #shareOf(people: readonly string[], until: number) {
    const enrolled = await this.#enrolled(people, until);
    return {
      people: people.length,
      enrolled,
      share: people.length === 0 ? null : enrolled / people.length,
    };
  }

  /** @param among Only these, if given: role and tier are the host's to know. */
  async people(asked: Asked, among?: readonly string[]) {
    const { from, until } = AuditFigures.#times(asked);
    const people = await this.#whoSignedIn(asked, from, until, asked.now + 1);
    return this.#shareOf(
      people.filter((id) => !among || among.includes(id)),
      until,
    );
  }

  /** Of those who signed in within the last 30 days, who never did before. */
  async newPeople(asked: Asked) {
    const { until } = AuditFigures.#times(asked);
    const since = until - 30 * DAY;
    const recent = await this.#whoSignedIn(asked, since, until, asked.now + 1);
    const earlier = await this.#texts(
      `SELECT DISTINCT subject AS text FROM mfa_audit_events WHERE event = 'auth.sign_in.success' AND at < ${since}`,
    );
    return this.#shareOf(
      recent.filter((id) => !earlier.includes(id)),
      until,
    );
  }

  /** A point of the chart. @param counted When the people of it were counted. */
  async peopleAt(asked: Asked, counted: number) {
    const { until } = AuditFigures.#times(asked);
    return this.#shareOf(await this.#whoSignedIn(asked, until - 30 * DAY, until, counted), until);
  }

  async flow(asked: Asked) {
    const { from, until } = AuditFigures.#times(asked);
    const count = (condition: string): Promise<number> =>
      this.#number(
        `SELECT count(*) AS n FROM mfa_audit_events
         WHERE workspace = '${asked.workspace}' AND at >= ${from} AND at < ${until} AND (${condition})`,
      );
    const failed = await count(
      `${PROVING} AND outcome = 'failure' AND event IN ('auth.2fa.failure', 'auth.step_up.failure', 'auth.sign_in.failure')`,
    );
    const right = await count(
      `(${COMPLETE} AND ${PROVING}) OR (event = 'auth.step_up.success' AND ${PROVING}) OR event IN ('auth.totp.added', 'auth.passkey.added')`,
    );
    return {
      signIns: await count(COMPLETE),
      byRecoveryCode: await count(`${COMPLETE} AND method = 'recovery-code'`),
      attempts: right + failed,
      failed,
    };
  }

  async methods(asked: Asked) {
    const { from, until } = AuditFigures.#times(asked);
    const rows = await this.#database.read(() =>
      all<{ method: string; n: number }>(
        `SELECT method, count(*) AS n FROM mfa_audit_events WHERE workspace = '${asked.workspace}'
         AND at >= ${from} AND at < ${until} AND ${COMPLETE} AND ${PROVING} GROUP BY method`,
      ),
    );
    return Object.fromEntries(rows.map(({ method, n }) => [method, n]));
  }
}
