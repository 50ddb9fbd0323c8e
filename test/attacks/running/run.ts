import assert from 'node:assert/strict';
import type { Attack } from '../attack.ts';
import { Scene } from '../cast/scene.ts';
import { Secrets } from '../checks/secrets.ts';
import type { Target } from './target.ts';

export interface Outcome {
  readonly attack: Pick<Attack, 'id' | 'group' | 'title' | 'from'>;
  /** Why the server did not withstand; without it, it did. */
  readonly error?: unknown;
  readonly milliseconds: number;
}

/** How many attacks are under way at once, of those that leave the clock alone. */
const LANES = 4;
/** After this long, an address that failed too often to sign in is open again (rule L4). */
const ADDRESS_CLOSED_SECONDS = 301;

/**
 * Runs attacks against a server: first those that leave the clock alone, side by side; then the others, one after the other. In the end
 * the clock is where it was.
 *
 * @param told is called with each outcome, in the order of ending
 */
export async function run(
  target: Target,
  attacks: readonly Attack[],
  told: (outcome: Outcome) => void,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const secrets = new Secrets();

  async function runOne(attack: Attack): Promise<void> {
    const begin = performance.now();
    const scene = new Scene(target, attack);
    const error = await attempt(async () => {
      await attack.run(scene);
      await assertAudited(target, scene);
      await assertNothingIn('log', target.inside.log, scene.secrets);
    });
    secrets.keepAll(scene.secrets);
    // Where all attacks come from one address, the next one needs it open.
    if (!target.manyAddresses) await new Scene(target, { movesClock: true }).advance(ADDRESS_CLOSED_SECONDS);
    const outcome = {
      attack,
      milliseconds: performance.now() - begin,
      ...(error !== undefined && { error }),
    };
    outcomes.push(outcome);
    told(outcome);
  }

  const waiting = attacks.filter(({ movesClock }) => !movesClock);
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await runOne(next);
  };
  await Promise.all(Array.from({ length: target.manyAddresses ? LANES : 1 }, lane));
  for (const attack of attacks.filter(({ movesClock }) => movesClock)) await runOne(attack);

  const after = await lookInside(target, secrets);
  for (const outcome of after) told(outcome);
  await new Scene(target, { movesClock: true }).advance(-target.secondsMoved);
  return [...outcomes, ...after];
}

/** What only the end can show: secrets of the whole run, where nobody may ever find them. */
async function lookInside({ inside }: Target, secrets: Secrets): Promise<readonly Outcome[]> {
  const places = [
    { place: 'log', read: inside.log },
    { place: 'audit', read: inside.audit && (() => inside.audit!.all()) },
  ];
  const outcomes: Outcome[] = [];
  for (const { place, read } of places) {
    if (!read) continue;
    const title = `No secret of the whole run is in the ${place}`;
    const error = await attempt(() => assertNothingIn(place, read, secrets));
    const attack = {
      id: `secrets-in-${place}`,
      group: 'output and secrets',
      title,
      from: ['K6', 'CWE-532'],
    } as const;
    outcomes.push({ attack, milliseconds: 0, ...(error !== undefined && { error }) });
  }
  return outcomes;
}

async function assertNothingIn(
  place: string,
  read: (() => Promise<string>) | undefined,
  secrets: Secrets,
): Promise<void> {
  const found = read && secrets.findIn(await read());
  assert.equal(found, undefined, `K6: ${String(found)} is in the ${place}`);
}

async function assertAudited({ inside: { audit } }: Target, { expectedEvents }: Scene): Promise<void> {
  if (!audit || expectedEvents.length === 0) return;
  const rows = await audit.eventsOf(expectedEvents.map(({ requestId }) => requestId));
  for (const { requestId, event, reason } of expectedEvents) {
    const written = rows.filter((row) => row.request_id === requestId && row.event === event);
    assert.equal(written.length, 1, `the audit has ${written.length} times ${event}`);
    if (reason !== undefined) assert.equal(written[0]?.reason, reason, `the audit's reason for ${event}`);
  }
}

/** What went wrong, or nothing. */
async function attempt(work: () => Promise<void>): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error;
  }
}
