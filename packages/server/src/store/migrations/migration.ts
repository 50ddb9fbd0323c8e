/** The databases that there are scripts for. */
export type Dialect = 'sqlite' | 'postgres';

/** One text for both databases is the rule; this is for what only one of them can do. */
export type ScriptByDialect = Readonly<Record<Dialect, string>>;

export interface Migration {
  /** The number and what it is for; recorded in `mfa_migrations`. */
  readonly name: string;
  readonly script: string | ScriptByDialect;
}

/** What a migration runs in a database. */
export const scriptFor = (dialect: Dialect, { script }: Migration): string =>
  typeof script === 'string' ? script : script[dialect];
