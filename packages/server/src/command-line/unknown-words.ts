import { nearest } from '../configuration/nearest.ts';
import { UsageError } from './usage-error.ts';

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** Says which command there is not, and which was probably meant. */
export function unknownCommand(name: string, commands: readonly string[]): UsageError {
  const [first = ''] = name.split(' ');
  const near = nearest(name, commands) ?? (commands.includes(first) ? first : undefined);
  const meant = near === undefined ? commands.filter((command) => command.startsWith(`${first} `)) : [near];
  return new UsageError(
    `there is no command ${name}; ${meant.length > 0 ? `did you mean ${either.format(meant)}?` : 'mfa-kit --help says which there are'}`,
  );
}

/** The same of an option, where one of these words is none. */
export function unknownOption(words: readonly string[], options: readonly string[]): UsageError | undefined {
  const given = words.flatMap((word) => /^--([^=]+)/.exec(word)?.[1] ?? []);
  const unknown = given.find((name) => !options.includes(name));
  if (unknown === undefined) return undefined;
  const near = nearest(unknown, options);
  return new UsageError(
    `there is no option --${unknown}; ${near === undefined ? 'mfa-kit --help says which there are' : `did you mean --${near}?`}`,
  );
}
