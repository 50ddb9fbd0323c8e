import type { z } from 'zod';
import { kindOf } from '../ports/host-answers.ts';
import { nearest } from './nearest.ts';

const EXPECTED: Readonly<Record<string, string>> = {
  object: 'an object',
  record: 'an object',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

/** What helps with the settings that there is no default for. */
const HINTS: Readonly<Record<string, string>> = {
  publicUrl: 'it is where people reach the application, such as https://app.example.com',
  database: 'it is sqlite:<path>, sqlite::memory: or postgres://…',
  keys: 'npx @mfa-kit/server keys generate makes them, JSON.parse() reads them',
  users: 'it has to be an object with find()',
};

/** More names than these are looked up and not read. */
const MOST_NAMED = 8;

/** One line for each: somebody who was not told of the second slip makes a second round. */
function unknownSettings(keys: readonly string[], known: readonly string[]): string {
  const lineOf = (key: string): string => {
    const near = nearest(key, known);
    if (near !== undefined) return `there is no setting ${key}; did you mean ${near}?`;
    return `there is no setting ${key}${known.length > MOST_NAMED ? '' : `; there are ${known.join(', ')}`}`;
  };
  return keys.map(lineOf).join('\n');
}

const COUNTED: Readonly<Record<string, string>> = { string: 'characters', array: 'entries' };

/** `may have 64 characters`, `has to be 0`. */
function sizeOf(origin: string, may: string, limit: number | bigint): string {
  const unit = COUNTED[origin];
  return unit === undefined ? `${may} be ${limit}` : `${may} have ${limit} ${unit}`;
}

/** Says what the schema has no words of its own for: what it is, what it was to be, and what was probably meant. */
export const inWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type') {
    const expected = EXPECTED[issue.expected] ?? issue.expected;
    return issue.input === undefined ? 'is missing' : `has to be ${expected}, not ${kindOf(issue.input)}`;
  }
  if (issue.code === 'invalid_value') return `has to be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1)
    return 'may not be empty';
  if (issue.code === 'too_small') return `${sizeOf(issue.origin, 'has to', issue.minimum)} at least`;
  if (issue.code === 'too_big') return `${sizeOf(issue.origin, 'may', issue.maximum)} at most`;
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return 'is not a URL; it is such as https://app.example.com/account';
  if (issue.code === 'invalid_key') return issue.issues[0]?.message;
  if (issue.code === 'unrecognized_keys' && issue.inst) {
    const { def } = (issue.inst as z.core.$ZodObject)._zod;
    return unknownSettings(issue.keys, Object.keys(def.shape));
  }
  return undefined;
};

/** The lines that tell of one issue, each with the key that it is about. */
export function linesOf({ path, message, code }: z.core.$ZodIssue, given: unknown): readonly string[] {
  const [first = ''] = path;
  const value = path.length === 1 ? (given as Readonly<Record<PropertyKey, unknown>>)[first] : given;
  const hint = path.length === 1 ? HINTS[String(first)] : undefined;
  const where = path.join('.') || 'configuration';
  if (value === undefined) return [`${where}: is missing${hint === undefined ? '' : `; ${hint}`}`];
  const isHelpful = hint !== undefined && code === 'invalid_type';
  return message.split('\n').map((line) => `${where}: ${line}${isHelpful ? `; ${hint}` : ''}`);
}

/** What is wrong with the functions of a port: one that is none, and one that is called by another name. */
export function mistakenMethods(
  value: Readonly<Record<string, unknown>>,
  methods: readonly string[],
): readonly string[] {
  const absent = methods.filter((name) => value[name] === undefined);
  return [
    ...methods
      .filter((name) => value[name] !== undefined && typeof value[name] !== 'function')
      .map((name) => `${name} has to be a function, not ${kindOf(value[name])}`),
    ...Object.keys(value)
      .filter((name) => !methods.includes(name) && typeof value[name] === 'function')
      .flatMap((name) => {
        const meant = nearest(name, absent);
        return meant === undefined ? [] : [`${name} is asked for by nobody; did you mean ${meant}()?`];
      }),
  ];
}
