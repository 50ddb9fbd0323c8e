import assert from 'node:assert/strict';
import { generateKeyRing } from '../../../packages/server/src/secrets/key-ring.ts';
import { Acknowledged } from '../people/acknowledged.ts';
import type { World } from '../people/person.ts';
import { Tally } from '../people/tally.ts';
import { createClient, Cut, type Client } from './client.ts';
import { startFront, type Front } from './front.ts';
import { freePort } from '../../support/free-port.ts';
import {
  assertNoneFell,
  startServer,
  type Order,
  type ServerProcess,
  type ServerSettings,
} from './server-process.ts';

export interface FleetSettings {
  /** Address of the database of each server; one server for each. All of them are the same database. */
  readonly databases: readonly string[];
  readonly mail?: string;
  /** Whether jobs run by themselves; default: when told. */
  readonly runsJobs?: true;
  readonly patience?: ServerSettings['patience'];
  /** Whether the servers have the clock that they find by themselves; then no time passes but the true one. */
  readonly ownClock?: true;
}

/** One application in several processes, and the people on it. */
export interface Fleet {
  readonly world: World;
  readonly front: Front;
  /** The server at a place as it is now. */
  server(index: number): ServerProcess;
  /** Where a server is, for whoever goes past the front. */
  readonly portOf: (index: number) => number;
  /** From now on, requests go to these servers only. */
  readonly serveBy: (...indexes: readonly number[]) => void;
  /** Lets time pass, on every server whose clock is the run's. */
  advance(milliseconds: number): Promise<void>;
  /** Tells every server; those that are being started, once they are there. */
  order(order: Order): Promise<readonly number[]>;
  /** `kill -9`, and the same again in its place. Settles when it is gone; `advance` and `close` wait until the new one is there. */
  kill(index: number): Promise<void>;
  /** Whether every server is there. */
  readonly isWhole: () => boolean;
  /**
   * Settles when the application serves again, which it does without hands.
   *
   * @throws AssertionError when it does not.
   */
  readonly untilReady: () => Promise<void>;
  /** How often a server was killed. */
  readonly kills: () => number;
  close(): Promise<void>;
}

/** Longest time, in looks, that it may take; each look is a round trip, or a connection that is refused. */
const MOST_LOOKS = 50_000;

async function lookUntilReady(client: Client): Promise<void> {
  const browser = client.browser('10.255.255.255');
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const answer = await browser.get('/ready').catch((error: unknown) => {
      if (!(error instanceof Cut)) throw error;
      return undefined;
    });
    if (answer?.status === 204) return;
  }
  assert.fail('the application did not come back');
}

export async function startFleet(setup: FleetSettings): Promise<Fleet> {
  const { databases, mail, runsJobs = false, patience, ownClock } = setup;
  const front = await startFront();
  const keys = generateKeyRing();
  const all: ServerProcess[] = [];
  let movedBy = 0;
  let kills = 0;
  let becomingReady: Promise<void> | undefined;

  const starting = await Promise.allSettled(
    databases.map(async (database) => {
      const port = await freePort();
      const settings = (): ServerSettings => ({
        publicUrl: front.origin,
        port,
        database,
        keys,
        runsJobs,
        ...(mail !== undefined && { mail }),
        ...(patience && { patience }),
        ...(ownClock ? {} : { movedBy }),
      });
      const start = async (): Promise<ServerProcess> => {
        const server = await startServer(settings());
        all.push(server);
        return server;
      };
      const first = await start();
      return { port, start, current: first, coming: Promise.resolve(first), isThere: true };
    }),
  );
  const failed = starting.find((outcome) => outcome.status === 'rejected');
  if (failed) {
    await Promise.all(all.map((server) => server.kill()));
    await front.close();
    throw failed.reason;
  }
  const places = starting.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  front.targets.push(...places.map(({ port }) => port));
  const client = createClient(front.origin);

  const fleet: Fleet = {
    world: {
      client,
      origin: front.origin,
      now: () => Date.now() + movedBy,
      acknowledged: new Acknowledged(),
      tally: new Tally(),
    },
    front,
    server: (index) => places[index]!.current,
    portOf: (index) => places[index]!.port,
    serveBy(...indexes) {
      front.targets.splice(0, Infinity, ...indexes.map((index) => places[index]!.port));
    },
    async advance(milliseconds) {
      if (ownClock) return;
      movedBy += milliseconds;
      await fleet.order({ kind: 'move-clock', to: movedBy });
    },
    order: (order) => Promise.all(places.map(async ({ coming }) => (await coming).order(order))),
    async kill(index) {
      const place = places[index]!;
      kills += 1;
      place.isThere = false;
      await place.current.kill();
      place.coming = place.start().then((started) => {
        place.isThere = true;
        return (place.current = started);
      });
      // Whoever needs it hears of it.
      place.coming.catch(() => undefined);
    },
    isWhole: () => places.every(({ isThere }) => isThere),
    untilReady: () =>
      (becomingReady ??= lookUntilReady(client).finally(() => {
        becomingReady = undefined;
      })),
    kills: () => kills,
    async close() {
      client.close();
      const ended = await Promise.allSettled(places.map(async ({ coming }) => (await coming).kill()));
      await front.close();
      for (const outcome of ended) if (outcome.status === 'rejected') throw outcome.reason;
      assertNoneFell(all);
    },
  };
  return fleet;
}
