import type { Sample, SpentSample } from '../load/load.ts';
import type { Person } from '../people/person.ts';
import type { Contender } from './contender.ts';
import { READING, type Scenario } from './scenarios.ts';

/** What one contender did in one scenario, round by round. */
export interface Series {
  readonly contender: string;
  readonly scenario: Scenario;
  readonly connections: number;
  /** Times a second. */
  readonly rates: readonly number[];
  /** Milliseconds that half of the callers, and all but one in a hundred, waited at most. */
  readonly medians: readonly number[];
  readonly p99s: readonly number[];
  /** Microseconds of a core that the process spent on each; the database's are its own. */
  readonly cpus: readonly number[];
}

export interface Crowd {
  readonly people: readonly Person[];
  /** How many of them have recovery codes and a history. */
  readonly furnished: number;
}

export interface Pace {
  readonly rounds: number;
  /** How long one measurement takes, about. */
  readonly seconds: number;
}

/** A server that has run for a minute is several times as quick as one that has just started: the compiler has to have seen what there is. */
const WARM_UP = { times: 3_000, seconds: 2, atOnce: 16 };
/** What stands for a floor is measured at so many connections. */
const FLOORS_AT = 16;
const FEWEST = 20;
const MOST = 10_000;

const rateOf = ({ count, seconds }: Sample): number => count / seconds;

/** How often a scenario can be done at once: what uses something up takes somebody else each time. */
const mostOf = (scenario: Scenario, crowd: Crowd): number =>
  READING.has(scenario) ? MOST : fitFor(scenario, crowd).length;

const FURNISHED: ReadonlySet<Scenario> = new Set(['recovery-code', 'activity']);

const fitFor = (scenario: Scenario, { people, furnished }: Crowd): readonly Person[] =>
  FURNISHED.has(scenario) ? people.slice(0, furnished) : people;

function chosen(scenario: Scenario, crowd: Crowd, count: number): readonly Person[] {
  const fit = fitFor(scenario, crowd);
  return Array.from({ length: Math.ceil(count / fit.length) }, () => fit)
    .flat()
    .slice(0, count);
}

/** @returns how often the contender does it in a second, about, warm. */
async function warmUp(contender: Contender, scenario: Scenario, crowd: Crowd): Promise<number> {
  let [spent, done, rate] = [0, 0, FEWEST];
  while (spent < WARM_UP.seconds && done < WARM_UP.times) {
    // A second of it at a time, as far as is known by now.
    const count = Math.min(Math.max(FEWEST, Math.round(rate)), mostOf(scenario, crowd));
    const sample = await contender.measure(scenario, chosen(scenario, crowd, count), WARM_UP.atOnce);
    spent += sample.seconds;
    done += count;
    rate = rateOf(sample);
  }
  return rate;
}

/**
 * Measures all contenders in one scenario, in turns: what the machine does beside it then hits all of them alike. The order changes from
 * round to round, so that nobody always comes after the same one.
 */
export async function interleave(
  contenders: readonly Contender[],
  scenario: Scenario,
  connections: readonly number[],
  crowd: Crowd,
  { rounds, seconds }: Pace,
): Promise<readonly Series[]> {
  const taking = contenders.filter(({ scenarios }) => scenarios.has(scenario));
  const rates = new Map<Contender, number>();
  for (const contender of taking) rates.set(contender, await warmUp(contender, scenario, crowd));

  const found: Series[] = [];
  for (const atOnce of connections) {
    const present = taking.filter(({ floor }) => floor !== true || atOnce === FLOORS_AT);
    const samples = new Map(present.map((contender) => [contender, [] as SpentSample[]]));
    for (let round = 0; round < rounds; round += 1) {
      const turn = round % Math.max(1, present.length);
      for (const contender of [...present.slice(turn), ...present.slice(0, turn)]) {
        const expected = Math.round((rates.get(contender) ?? 0) * seconds);
        const count = Math.min(Math.max(expected, FEWEST, atOnce), mostOf(scenario, crowd));
        const sample = await contender.measure(scenario, chosen(scenario, crowd, count), atOnce);
        rates.set(contender, rateOf(sample));
        samples.get(contender)?.push(sample);
      }
    }
    for (const [contender, taken] of samples)
      found.push({ contender: contender.name, scenario, connections: atOnce, ...seriesOf(taken) });
  }
  return found;
}

const seriesOf = (samples: readonly SpentSample[]): Pick<Series, 'rates' | 'medians' | 'p99s' | 'cpus'> => ({
  cpus: samples.map(({ cpu, count }) => (cpu / count) * 1e6),
  rates: samples.map(rateOf),
  medians: samples.map(({ waits }) => waits[Math.floor(waits.length / 2)] ?? 0),
  p99s: samples.map(({ waits }) => waits[Math.min(waits.length - 1, Math.floor(waits.length * 0.99))] ?? 0),
});

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** How many times as often: the median of the rounds, each compared with itself. */
export const ratioOf = (one: Pick<Series, 'rates'>, other: Pick<Series, 'rates'>): number =>
  median(one.rates.map((rate, round) => rate / (other.rates[round] ?? Number.NaN)));
