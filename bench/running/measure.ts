import { startAlone } from '../floors/alone.ts';
import { startBareExpress } from '../floors/bare-express.ts';
import { startBetterAuth } from '../contenders/better-auth/better-auth.ts';
import { startMfaKit, type RunningKit } from '../contenders/mfa-kit/mfa-kit.ts';
import { startTutorial } from '../contenders/tutorial/tutorial.ts';
import {
  openPlaces,
  TITLES as DATABASE_TITLES,
  type DatabaseKind,
  type Places,
} from '../databases/places.ts';
import { letLook } from '../databases/sql.ts';
import { newPeople } from '../people/person.ts';
import { generateKeyRing } from '../../packages/server/src/secrets/key-ring.ts';
import { startChild } from './child.ts';
import type { Contender } from './contender.ts';
import type { EventLoopDelay } from './event-loop.ts';
import { guessAtOnce } from './guesses.ts';
import { describeMachine, type Machine } from './machine.ts';
import type { Options } from './options.ts';
import { interleave, type Crowd, type Series } from './rounds.ts';
import { TITLES } from './scenarios.ts';

/** What one database gave. */
export interface DatabaseFound {
  readonly database: DatabaseKind;
  readonly series: readonly Series[];
  readonly guesses?: EventLoopDelay;
  /** The kit alone, by the size of the installation, which is the name of the contender. */
  readonly growth: readonly Series[];
}

export interface Found {
  readonly measuredAt: string;
  readonly machine: Machine;
  readonly rounds: number;
  readonly databases: readonly DatabaseFound[];
}

type Compared = Pick<DatabaseFound, 'series' | 'guesses'>;

/** A database with so many people in it. */
interface Installation {
  readonly size: number;
  readonly url: string;
}

const PEOPLE = 2_000;
/** So many of them have recovery codes, each of which takes a slow hash to make, and a history. */
const FURNISHED = 100;
/** Growth is looked at where a busy installation is. */
const GROWN_AT = [16];

const say = (text: string): void => console.log(text);

export async function measure(options: Options): Promise<Found> {
  const places = openPlaces();
  const crowd: Crowd = { people: newPeople(PEOPLE), furnished: FURNISHED };
  const databases: DatabaseFound[] = [];
  try {
    const compared = new Map<DatabaseKind, Compared>();
    for (const database of options.databases)
      compared.set(database, await compare(database, places, crowd, options));
    // Filling takes minutes and keeps a core busy for each database, so they are filled together.
    const installations = await Promise.all(
      options.databases.map((database) => fill(database, places, options.growth)),
    );
    for (const [index, database] of options.databases.entries()) {
      const growth = await grow(database, installations[index] ?? [], crowd, options);
      databases.push({ database, series: [], ...compared.get(database), growth });
    }
    const machine = describeMachine(await places.postgresVersion());
    return { measuredAt: new Date().toISOString(), machine, rounds: options.rounds, databases };
  } finally {
    await places.close();
  }
}

async function measureAll(
  title: string,
  contenders: readonly Contender[],
  connections: readonly number[],
  crowd: Crowd,
  options: Options,
): Promise<readonly Series[]> {
  const found: Series[] = [];
  for (const scenario of options.scenarios) {
    if (contenders.length > 0) say(`${title}: ${TITLES[scenario]}`);
    found.push(...(await interleave(contenders, scenario, connections, crowd, options)));
  }
  return found;
}

async function compare(
  database: DatabaseKind,
  places: Places,
  crowd: Crowd,
  options: Options,
): Promise<Compared> {
  const { people, furnished } = crowd;
  const keys = generateKeyRing();
  const urls: string[] = [];
  async function open(name: string): Promise<string> {
    const url = await places.open(database, name);
    urls.push(url);
    return url;
  }
  const contenders: Contender[] = [];
  try {
    const kit = await startMfaKit(await open('mfa-kit'), keys, people, furnished);
    contenders.push(kit);
    if (!options.alone) {
      contenders.push(await startBetterAuth(await open('better-auth'), people, furnished));
      contenders.push(await startTutorial(await open('tutorial'), people, furnished));
      contenders.push(await startBareExpress());
      contenders.push(await startAlone(await open('alone'), keys, people, furnished));
    }
    for (const url of urls) await letLook(url);
    const title = DATABASE_TITLES[database];
    const series = await measureAll(title, contenders, options.connections, crowd, options);
    if (!options.scenarios.includes('recovery-code')) return { series };
    say(`${title}: 50 recovery codes guessed at once`);
    return { series, guesses: await guessAtOnce(kit, people, options.rounds) };
  } finally {
    for (const contender of contenders) await contender.stop();
  }
}

async function fill(
  database: DatabaseKind,
  places: Places,
  sizes: readonly number[],
): Promise<readonly Installation[]> {
  const filled: Installation[] = [];
  for (const size of sizes) {
    const url = await places.open(database, `grown-${size}`);
    const begun = performance.now();
    const child = await startChild('growth/seed-process.ts', { kind: database, url, size });
    await child.stop();
    filled.push({ size, url });
    const seconds = Math.round((performance.now() - begun) / 1000);
    say(`${DATABASE_TITLES[database]}: ${size.toLocaleString('en')} people put in place in ${seconds} s`);
  }
  return filled;
}

async function grow(
  database: DatabaseKind,
  installations: readonly Installation[],
  crowd: Crowd,
  options: Options,
): Promise<readonly Series[]> {
  const kits: RunningKit[] = [];
  try {
    for (const { size, url } of installations) {
      const kit = await startMfaKit(url, generateKeyRing(), crowd.people, crowd.furnished);
      kits.push({ ...kit, name: String(size) });
    }
    return await measureAll(`${DATABASE_TITLES[database]}, grown`, kits, GROWN_AT, crowd, options);
  } finally {
    for (const kit of kits) await kit.stop();
  }
}
