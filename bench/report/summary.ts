import { TITLES as DATABASES } from '../databases/places.ts';
import type { DatabaseFound, Found } from '../running/measure.ts';
import { median, ratioOf, type Series } from '../running/rounds.ts';
import { TITLES } from '../running/scenarios.ts';

/** Everything that was found, in lines for a terminal. */
export const summary = ({ databases }: Found): string => databases.flatMap(linesOf).join('\n');

const told = ({ rates, cpus }: Series): string =>
  `${Math.round(median(rates)).toLocaleString('en')}/s, ${Math.round(median(cpus))} µs of a core`;

function linesOf({ database, series, guesses, growth }: DatabaseFound): readonly string[] {
  const kits = series.filter(({ contender }) => contender === 'mfa-kit');
  const compared = kits.map((kit) => {
    const others = series.filter(
      (other) =>
        other.contender !== 'mfa-kit' &&
        other.scenario === kit.scenario &&
        other.connections === kit.connections,
    );
    const ratios = others.map(
      (other) => `${ratioOf(kit, other).toFixed(2)} x ${other.contender} (${told(other)})`,
    );
    const what = `${DATABASES[database]}, ${TITLES[kit.scenario]}, ${kit.connections} at once`;
    return `${what}: ${[told(kit), ...ratios].join('; ')}`;
  });
  const grown = growth.map(
    (one) => `${DATABASES[database]}, ${one.contender} people, ${TITLES[one.scenario]}: ${told(one)}`,
  );
  const delay = guesses
    ? [
        `${DATABASES[database]}, event loop while 50 codes are guessed: p99 ${guesses.p99.toFixed(1)} ms, at most ${guesses.most.toFixed(1)} ms`,
      ]
    : [];
  return [...compared, ...delay, ...grown];
}
