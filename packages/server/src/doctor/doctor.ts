import type { Settings } from '../configuration/configuration.ts';
import type { Clock } from '../ports/clock.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import type { Store } from '../store/store.ts';
import { judgeClocks } from './clock.ts';
import { fileOf, judgeDatabase, judgeFiles, judgeMigrations, readFileFacts } from './database.ts';
import type { DatabaseFacts } from './doctor.store.ts';
import {
  AREAS,
  found,
  type Area,
  type Diagnosis,
  type Finding,
  type FindingCode,
  type Level,
} from './finding.ts';
import { examineJobs } from './jobs.ts';
import { examineKeys } from './keys.ts';
import { examineMail } from './mail.ts';
import { examineOrigin } from './origin.ts';
import { examineProxies, tryForgedAddress } from './proxy.ts';
import { reasonOf } from './reason.ts';
import { asking, examineWeb, type Ask, type WebDiagnosis } from './web.ts';

/** What is examined, and by what means. */
export interface Patient {
  /** What the host gives to `createMfa()`, read; `undefined` when it was not given, or has mistakes. */
  readonly settings: Settings | undefined;
  /** All that is wrong with what the host gives. */
  readonly mistakes: readonly string[];
  readonly database: string | undefined;
  /** Opens the database without changing anything in it. */
  readonly openStore: (url: string) => Store;
  /** Unwraps the ring; `undefined` when none was given. */
  readonly openRing: (() => Promise<KeyRing>) | undefined;
  /** Where the ring lies, and who may read it: the file's mode. */
  readonly keyFile: { readonly path: string; readonly mode: number } | undefined;
  /** Whether to sign in as nobody, which leaves an event, to see what address the server takes for the client's. */
  readonly probe: boolean;
  readonly machine: Clock;
  readonly ask: Ask;
}

/** Everything that was looked at, area by area. */
export interface Report {
  readonly worst: Level | 'well';
  readonly diagnoses: readonly Diagnosis[];
}

const NO_CONFIGURATION = 'without --config';
const NOT_READABLE = 'the database could not be read';
const NOT_GIVEN = 'no database was given';

const SEVERITY: readonly Report['worst'][] = ['well', 'hint', 'warning', 'problem'];

/** Looks at everything that can be looked at, and changes nothing, unless it is to probe. */
export async function examine(patient: Patient): Promise<Report> {
  const diagnoses = new Map<Area, Diagnosis>();
  const tell = (area: Area, findings: readonly Finding[]): unknown => diagnoses.set(area, { area, findings });
  const passOver = (area: Area, notChecked: string): unknown =>
    diagnoses.set(area, { area, findings: diagnoses.get(area)?.findings ?? [], notChecked });
  const ask = asking(patient.ask);
  const { settings } = patient;

  const web = settings && (await examineWeb(ask, settings));
  if (settings && web) {
    tell('web', web.findings);
    tell('mail', await examineMail(settings.mailer));
    tell('origin', await examineOrigin(ask, settings));
  } else for (const area of ['web', 'mail', 'origin'] as const) passOver(area, NO_CONFIGURATION);

  const database = await examineDatabase(patient, async (store) => {
    const { machine, probe } = patient;
    let time: number | undefined;
    // One question that fails is found, and keeps nobody from the others.
    const tellOr = async (
      failed: Extract<FindingCode, `${string}.failed`>,
      area: Area,
      look: () => Promise<readonly Finding[]>,
    ): Promise<unknown> =>
      tell(area, await look().catch((error: unknown) => [found(failed, reasonOf(error))]));

    await tellOr('clock.failed', 'clock', async () => {
      const told = await store.time?.();
      time = told === undefined ? undefined : Math.round(told);
      return judgeClocks(machine, time, web?.time);
    });
    const now = time ?? machine.now();
    // Where another answers, a stranger would be sent a sign-in.
    const forged = async (place: Settings, { findings }: WebDiagnosis): Promise<readonly Finding[]> =>
      findings.some(({ code }) => code === 'web.away' || code === 'web.other')
        ? [found('proxy.unproven', 'the kit was not found there')]
        : tryForgedAddress(ask, store, place, now);
    await tellOr('jobs.failed', 'jobs', () => examineJobs(store, now));
    await tellOr('keys.failed', 'keys', () => keysOf(patient, store));
    if (settings && web)
      await tellOr('proxy.failed', 'proxy', async () => [
        ...(probe ? await forged(settings, web) : []),
        ...(await examineProxies(store, settings)),
      ]);
    else passOver('proxy', NO_CONFIGURATION);
  });
  diagnoses.set('database', database);
  const reason = given(patient.database) ? NOT_READABLE : NOT_GIVEN;
  for (const area of AREAS) if (!diagnoses.has(area)) passOver(area, reason);
  if (!patient.openRing && diagnoses.get('keys')?.notChecked === undefined)
    passOver('keys', 'no ring was given');

  const ordered = AREAS.flatMap((area) => diagnoses.get(area) ?? []);
  const levels = ordered.flatMap(({ findings }) => findings.map(({ level }) => level));
  const worst = SEVERITY.findLast((severity) => severity === 'well' || levels.includes(severity)) ?? 'well';
  // Who looked at nothing has not found it well.
  return {
    worst: ordered.every(({ notChecked }) => notChecked !== undefined) ? 'problem' : worst,
    diagnoses: ordered,
  };
}

const given = (url: string | undefined): url is string => url !== undefined && url !== '';

/** Opens the database, says how it is, and looks further where it can be read. */
async function examineDatabase(
  { database: url, mistakes, openStore, machine }: Patient,
  further: (store: Store) => Promise<void>,
): Promise<Diagnosis> {
  const findings: Finding[] = mistakes.map((mistake) => found('database.configuration', mistake));
  const diagnosis = { area: 'database', findings } as const;
  if (!given(url))
    return { ...diagnosis, notChecked: 'no address: give --database or --config, or set DATABASE_URL' };
  const path = fileOf(url);
  if (path !== undefined) {
    const files = await readFileFacts(path);
    findings.push(...(files ? judgeFiles(path, files) : [found('database.missing', path)]));
    // Opening it would make it.
    if (!files) return diagnosis;
  }

  let store: Store | undefined;
  let facts: DatabaseFacts | undefined;
  try {
    store = openStore(url);
    facts = await store.inspect();
  } catch (error) {
    findings.push(found('database.away', reasonOf(error)));
  }
  try {
    if (store && facts) {
      findings.push(...judgeDatabase(facts, machine.now()));
      // What a migration is still to make cannot be asked.
      if (judgeMigrations(facts.applied).length === 0) await further(store);
    }
    return diagnosis;
  } finally {
    await store?.close();
  }
}

async function keysOf({ openRing, keyFile }: Patient, store: Store): Promise<readonly Finding[]> {
  const open = keyFile && (keyFile.mode & 0o077) !== 0;
  const file = open
    ? [found('keys.file', `${keyFile.path} has the mode ${(keyFile.mode & 0o777).toString(8)}`)]
    : [];
  if (!openRing) return file;
  let ring: KeyRing;
  try {
    ring = await openRing();
  } catch (error) {
    return [found('keys.ring', (error as Error).message), ...file];
  }
  return [...(await examineKeys(store, ring)), ...file];
}
