import { statfs, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MIGRATIONS } from '../store/migrations/migrations.ts';
import type { DatabaseFacts, PostgresFacts } from './doctor.store.ts';
import { found, foundIf, type Finding } from './finding.ts';

const SQLITE = 'sqlite:';
const IN_MEMORY = ':memory:';
const MEBIBYTE = 1024 * 1024;
/** Below this, a busy day may fill the disk. */
const LEAST_ROOM = 512 * MEBIBYTE;
/** SQLite folds its log in at 4 MB, unless somebody reads all the time. */
const LONGEST_LOG = 256 * MEBIBYTE;
const OLDEST_POSTGRES = 140_000;
/** Of one process of the kit. */
const CONNECTIONS_OF_A_PROCESS = 10;
/** Of an audit that is not divided by months. */
const NEVER_MISSED = '9999_12';

/** What the files of a database tell. */
export interface FileFacts {
  readonly mode: number;
  /** Of the write-ahead log, in bytes. */
  readonly log: number;
  /** On the disk, in bytes, for this user. */
  readonly room: number;
}

/** @returns the file of an SQLite database; `undefined` for one in memory, and for PostgreSQL. */
export function fileOf(url: string): string | undefined {
  const path = url.startsWith(SQLITE) ? url.slice(SQLITE.length) : IN_MEMORY;
  return path === IN_MEMORY ? undefined : path;
}

/** @returns `undefined` where there is no such file. */
export async function readFileFacts(path: string): Promise<FileFacts | undefined> {
  const file = await stat(path).catch(() => undefined);
  if (!file) return undefined;
  const log = await stat(`${path}-wal`).catch(() => undefined);
  const disk = await statfs(dirname(path));
  return { mode: file.mode, log: log?.size ?? 0, room: disk.bavail * disk.bsize };
}

const inMebibytes = (bytes: number): string => `${Math.round(bytes / MEBIBYTE)} MiB`;

/** What the file of an SQLite database lets fear. */
export function judgeFiles(path: string, { mode, log, room }: FileFacts): readonly Finding[] {
  return [
    ...foundIf(room < LEAST_ROOM, 'database.room', `${inMebibytes(room)} left beside ${path}`),
    ...foundIf(log > LONGEST_LOG, 'database.log', inMebibytes(log)),
    ...foundIf((mode & 0o077) !== 0, 'database.file', `${path} has the mode ${(mode & 0o777).toString(8)}`),
  ];
}

/** What was applied, held against what this version knows. */
export function judgeMigrations(applied: readonly string[]): readonly Finding[] {
  const known = MIGRATIONS.map(({ name }) => name);
  const missing = known.filter((name) => !applied.includes(name));
  const newer = applied.filter((name) => !known.includes(name));
  return [
    ...foundIf(missing.length > 0, 'database.migrations', missing.join(', ')),
    ...foundIf(newer.length > 0, 'database.newer', newer.join(', ')),
  ];
}

/** What a database says of itself. */
export function judgeDatabase(facts: DatabaseFacts, now: number): readonly Finding[] {
  const own = facts.kind === 'postgres' ? judgePostgres(facts, now) : judgeJournal(facts.journalMode);
  return [...own, ...judgeMigrations(facts.applied)];
}

function judgeJournal(mode: string): readonly Finding[] {
  if (mode === 'memory') return [found('database.memory')];
  return foundIf(mode !== 'wal', 'database.journal', `its journal mode is ${mode}`);
}

function judgePostgres(facts: PostgresFacts, now: number): readonly Finding[] {
  const { version, synchronousCommit, isolation, idleTimeout, mostConnections, connections } = facts;
  const { lastMonth = NEVER_MISSED } = facts;
  const free = mostConnections - connections;
  return [
    ...foundIf(version < OLDEST_POSTGRES, 'database.version', `it is ${Math.floor(version / 10_000)}`),
    ...foundIf(facts.readOnly, 'database.read-only'),
    ...foundIf(!facts.mayCreate && !facts.readOnly, 'database.create'),
    ...foundIf(!facts.fsync, 'database.fsync'),
    ...foundIf(synchronousCommit === 'off', 'database.commits'),
    ...foundIf(isolation !== 'read committed', 'database.isolation', `they are ${isolation}`),
    ...foundIf(
      free < CONNECTIONS_OF_A_PROCESS,
      'database.connections',
      `${connections} of ${mostConnections} are open; a process takes up to ${CONNECTIONS_OF_A_PROCESS}`,
    ),
    ...foundIf(idleTimeout > 0, 'database.idle', `after ${idleTimeout} ms`),
    ...foundIf(facts.openToOthers, 'database.tls'),
    ...foundIf(lastMonth < monthAfter(now), 'database.months', `the last is ${lastMonth.replace('_', '-')}`),
  ];
}

/** `2026_02` in January: the same order as that of time. */
function monthAfter(now: number): string {
  const date = new Date(now);
  const next = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1));
  return next.toISOString().slice(0, 7).replace('-', '_');
}
