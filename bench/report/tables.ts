import { TITLES as DATABASES } from '../databases/places.ts';
import type { DatabaseFound, Found } from '../running/measure.ts';
import { median, ratioOf, type Series } from '../running/rounds.ts';
import { TITLES, type Scenario } from '../running/scenarios.ts';

/** Where the ratios that matter most are read. */
export const COMPARED_AT = 16;

const CONTENDERS = ['mfa-kit', 'better-auth', 'tutorial', 'express', 'alone'] as const;
type Name = (typeof CONTENDERS)[number];

const HEADS: Readonly<Record<Name, string>> = {
  'mfa-kit': 'mfa-kit',
  'better-auth': 'better-auth',
  tutorial: 'tutorial',
  express: 'bare Express',
  alone: 'its dear part alone',
};

const number = (value: number): string => Math.round(value).toLocaleString('en');
const times = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 1 : 0)} ×`;
const none = '–';

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = heads.map((_, column) => (column === 0 ? '---' : '--:'));
  return [line(heads), line(rule), ...rows.map(line)].join('\n');
}

export const find = (
  { series }: DatabaseFound,
  contender: Name,
  scenario: Scenario,
  connections: number,
): Series | undefined =>
  series.find(
    (one) => one.contender === contender && one.scenario === scenario && one.connections === connections,
  );

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];
export const scenariosOf = ({ series }: Pick<DatabaseFound, 'series'>): readonly Scenario[] =>
  distinct(series.map(({ scenario }) => scenario));

/** How many times as often as another, or nothing where the other has no such thing. */
export function ratioTo(
  found: DatabaseFound,
  other: Name,
  scenario: Scenario,
  connections = COMPARED_AT,
): number | undefined {
  const one = find(found, 'mfa-kit', scenario, connections);
  const compared = find(found, other, scenario, connections);
  return one && compared && ratioOf(one, compared);
}

function ratioRows(found: DatabaseFound): readonly (readonly string[])[] {
  const shown = (ratio: number | undefined): string => (ratio === undefined ? none : times(ratio));
  const share = (ratio: number | undefined): string =>
    ratio === undefined ? none : `${Math.round(ratio * 100)} %`;
  return scenariosOf(found).map((scenario) => [
    TITLES[scenario],
    ...[1, COMPARED_AT, 64].map((at) => shown(ratioTo(found, 'better-auth', scenario, at))),
    shown(ratioTo(found, 'tutorial', scenario)),
    share(ratioTo(found, 'alone', scenario)),
  ]);
}

const picture = (file: string, words: string): string =>
  `<img src="images/performance/${file}" width="760" alt="${words}" />`;

/** How many times as often the kit does it, first thing. */
export const ratios = ({ databases }: Found): string =>
  databases
    .map((found) =>
      [
        `### On ${DATABASES[found.database]}`,
        picture(
          `ratios-${found.database}.svg`,
          'Bars of the numbers below at 16 connections, on a logarithmic scale.',
        ),
        table(
          [
            'mfa-kit does it',
            '× better-auth, 1 connection',
            '× better-auth, 16',
            '× better-auth, 64',
            '× tutorial, 16',
            'of its dear part alone',
          ],
          ratioRows(found),
        ),
      ].join('\n\n'),
    )
    .join('\n\n');

function rateRows(found: DatabaseFound): readonly (readonly string[])[] {
  return scenariosOf(found).flatMap((scenario) =>
    distinct(
      found.series.filter((one) => one.scenario === scenario).map(({ connections }) => connections),
    ).map((connections) => {
      const kit = find(found, 'mfa-kit', scenario, connections);
      const waits = kit ? `${median(kit.medians).toFixed(1)} / ${median(kit.p99s).toFixed(1)}` : none;
      const rates = CONTENDERS.map((name) => {
        const one = find(found, name, scenario, connections);
        return one ? number(median(one.rates)) : none;
      });
      return [TITLES[scenario], String(connections), ...rates, waits];
    }),
  );
}

/** The numbers behind the ratios, which belong to the machine. */
export const rates = ({ databases }: Found): string =>
  databases
    .map((found) =>
      [
        `### On ${DATABASES[found.database]}, per second`,
        table(
          ['', 'connections', ...CONTENDERS.map((name) => HEADS[name]), 'mfa-kit waits, median / p99 (ms)'],
          rateRows(found),
        ),
      ].join('\n\n'),
    )
    .join('\n\n');

/** What a request costs the server's process, whatever else the machine does meanwhile. */
export const costs = ({ databases }: Found): string =>
  databases
    .map((found) =>
      [
        `### On ${DATABASES[found.database]}, microseconds of a core`,
        table(
          ['', ...CONTENDERS.map((name) => HEADS[name])],
          scenariosOf(found).map((scenario) => [
            TITLES[scenario],
            ...CONTENDERS.map((name) => {
              const one = find(found, name, scenario, COMPARED_AT);
              return one ? number(median(one.cpus)) : none;
            }),
          ]),
        ),
      ].join('\n\n'),
    )
    .join('\n\n');

/** The grown installations of a database, the smallest first. */
export function sizesOf({ growth }: Pick<DatabaseFound, 'growth'>): readonly string[] {
  return distinct(growth.map(({ contender }) => contender)).toSorted(
    (one, other) => Number(one) - Number(other),
  );
}

/** How many times as long something takes as in the smallest installation. */
export function slowdown(
  { growth }: Pick<DatabaseFound, 'growth'>,
  scenario: Scenario,
  size: string,
): number {
  const of = (contender: string): Series | undefined =>
    growth.find((one) => one.contender === contender && one.scenario === scenario);
  const [smallest, grown] = [of(sizesOf({ growth })[0] ?? ''), of(size)];
  return smallest && grown ? ratioOf(smallest, grown) : Number.NaN;
}

const people = (size: string): string => `${Number(size).toLocaleString('en')} people`;

/** Whether it stays as quick when many use it. */
export const grown = ({ databases }: Found): string =>
  databases
    .filter(({ growth }) => growth.length > 0)
    .map((found) => {
      const [smallest = '', ...larger] = sizesOf(found);
      return [
        `### On ${DATABASES[found.database]}, grown`,
        picture(`growth-${found.database}.svg`, 'Bars of the numbers below, with a line at 1.3 times.'),
        table(
          ['', `${people(smallest)}, per second`, ...larger.map((size) => `time with ${people(size)}`)],
          distinct(found.growth.map(({ scenario }) => scenario)).map((scenario) => {
            const least = found.growth.find((one) => one.contender === smallest && one.scenario === scenario);
            return [
              TITLES[scenario],
              least ? number(median(least.rates)) : none,
              ...larger.map((size) => `${slowdown(found, scenario, size).toFixed(2)} ×`),
            ];
          }),
        ),
      ].join('\n\n');
    })
    .join('\n\n');

/** Whether guessing holds up everybody else. */
export const guesses = ({ databases }: Found): string =>
  table(
    ['', 'event-loop delay, median (ms)', 'p99 (ms)', 'most (ms)'],
    databases.flatMap(({ database, guesses: delay }) =>
      delay
        ? [[DATABASES[database], ...[delay.median, delay.p99, delay.most].map((one) => one.toFixed(1))]]
        : [],
    ),
  );

/** What it was measured on. */
export const machine = ({ machine: found, measuredAt, rounds }: Found): string => {
  const { cores, memory, system, node, postgres, sqlite } = found;
  const day = measuredAt.slice(0, 10);
  return `Measured on ${day}: ${cores} cores, ${memory} GB, ${system}, Node ${node}, PostgreSQL ${postgres ?? none}, SQLite ${sqlite}; medians of ${rounds} rounds.`;
};
