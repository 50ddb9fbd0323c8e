import { parseArgs } from 'node:util';
import { DATABASES, type DatabaseKind } from '../databases/places.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';

/** What to measure, and for how long. */
export interface Options {
  readonly scenarios: readonly Scenario[];
  readonly databases: readonly DatabaseKind[];
  readonly connections: readonly number[];
  readonly rounds: number;
  /** How long one measurement is to take, about. */
  readonly seconds: number;
  /** Sizes of an installation, in people; empty measures no growth. */
  readonly growth: readonly number[];
  /** Whether only the kit is measured. */
  readonly alone: boolean;
  /** Whether the pages are written from what was found. */
  readonly write: boolean;
  /** Whether nothing is measured, and the pages are written from what was found last. */
  readonly report: boolean;
}

export const USAGE = `npm run bench -- [options]

  --scenario a,b      ${SCENARIOS.join(', ')}
  --database a,b      ${DATABASES.join(', ')}
  --connections a,b   default 1,16,64
  --rounds n          default 5
  --seconds n         how long one measurement takes, about; default 0.3
  --growth a,b        sizes of an installation, in people; default 1000,100000,3000000; 0 measures none
  --kit-only          without the others and the floors
  --quick             one round of 0.2 seconds, at 16 connections, without growth
  --no-write          leaves docs/performance.md as it is, which all but a whole run does anyway
  --report            measures nothing, and writes the page from bench/results/latest.json
`;

const listOf = (text: string): readonly string[] => text.split(',').filter((word) => word !== '');

function oneOf<Word extends string>(words: readonly Word[], text: string | undefined): readonly Word[] {
  if (text === undefined) return words;
  return listOf(text).map((word) => {
    const known = words.find((one) => one === word);
    if (known === undefined) throw new Error(`${word} is none of ${words.join(', ')}\n\n${USAGE}`);
    return known;
  });
}

function numbers(text: string): readonly number[] {
  return listOf(text).map((word) => {
    const number = Number(word);
    if (!Number.isFinite(number) || number < 0) throw new Error(`${word} is no number\n\n${USAGE}`);
    return number;
  });
}

const numberOf = (text: string): number => numbers(text)[0] ?? 0;

export function readOptions(given: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...given],
    options: {
      scenario: { type: 'string' },
      database: { type: 'string' },
      connections: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      growth: { type: 'string' },
      'kit-only': { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      'no-write': { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
    },
  });
  const { quick } = values;
  // A page of some of it would say less than the one that is there.
  const whole =
    !quick &&
    !values['kit-only'] &&
    ['scenario', 'database', 'connections', 'rounds', 'seconds', 'growth'].every((name) => !(name in values));
  return {
    scenarios: oneOf(SCENARIOS, values.scenario),
    databases: oneOf(DATABASES, values.database),
    connections: numbers(values.connections ?? (quick ? '16' : '1,16,64')),
    rounds: numberOf(values.rounds ?? (quick ? '1' : '5')),
    seconds: numberOf(values.seconds ?? (quick ? '0.2' : '0.3')),
    growth: numbers(values.growth ?? (whole ? '1000,100000,3000000' : '0')).filter((size) => size > 0),
    alone: values['kit-only'],
    write: whole && !values['no-write'],
    report: values.report,
  };
}
