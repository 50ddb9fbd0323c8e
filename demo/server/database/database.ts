/** What a statement is given. */
export type Value = string | number | null;

/** What a statement answers. A `BIGINT` is a number on SQLite and text on PostgreSQL: read it with `Number()`. */
export type Row = Readonly<Record<string, Value>>;

/** The host's own tables. They lie in the same database as the kit's, and neither looks at the other's. */
export interface Database {
  /** Where the data lies, without a password, for people. */
  readonly place: string;
  /** Runs one statement with parameters `$1`, `$2` …; answers its rows, which for a change are those of `RETURNING`. */
  run(statement: string, ...parameters: Value[]): Promise<Row[]>;
  /** Whether there is a table with this name. */
  has(table: string): Promise<boolean>;
  close(): Promise<void>;
}
