import type { Fleet } from '../running/fleet.ts';
import { NoCodeLeft, Person } from './person.ts';
import { arrive, SCENARIOS, type Scenario } from './scenarios.ts';
import { Interrupted, Surprise } from './visit.ts';

/** Whoever is interrupted begins anew; not for ever. */
const MOST_TRIES = 50;
/** Between two rounds, so that everybody's authenticator shows codes that were not used. */
const BETWEEN_ROUNDS = 60_000;

/**
 * Somebody does what they came for; when they are interrupted, from the beginning and with the next code. That this works is what is
 * promised to whoever does not know what has become of their last try.
 *
 * @returns whether it was done; otherwise no code is left for now.
 */
export async function persist(
  person: Person,
  scenario: Scenario,
  { world, untilReady }: Fleet,
): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    try {
      await scenario(person, world);
      return true;
    } catch (error) {
      if (error instanceof NoCodeLeft) return false;
      if (error instanceof Surprise) {
        world.tally.surprises.push(error.message);
        return false;
      }
      if (!(error instanceof Interrupted) || tries === MOST_TRIES) throw error;
      await untilReady();
    }
  }
}

async function inLanes<Item>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item, index: number) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** People on a fleet, so many of them at once. */
export class Crowd {
  readonly people: readonly Person[];
  readonly #fleet: Fleet;
  readonly #lanes: number;
  #round = 0;

  constructor(fleet: Fleet, { people, lanes }: { people: number; lanes: number }) {
    this.#fleet = fleet;
    this.#lanes = lanes;
    this.people = Array.from({ length: people }, (_, index) => new Person(index, fleet.world));
  }

  /** Everybody sets up what they sign in with. */
  async arrive(): Promise<void> {
    await inLanes(this.people, this.#lanes, (person) => persist(person, arrive, this.#fleet));
    await this.#fleet.advance(BETWEEN_ROUNDS);
  }

  /** Everybody comes once, each for something else, and something else the next time. */
  async round(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    await inLanes(this.people, this.#lanes, (person, index) =>
      persist(person, SCENARIOS[(index + round) % SCENARIOS.length]!, this.#fleet),
    );
    await this.#fleet.advance(BETWEEN_ROUNDS);
  }

  /** Comes until so many sign-ins are complete. */
  async signIns(count: number): Promise<void> {
    const { tally } = this.#fleet.world;
    while (tally.complete < count && tally.surprises.length === 0) await this.round();
  }
}
