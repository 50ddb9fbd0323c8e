import { WHAT_PROVES_WHAT } from '../../packages/server/src/step-up/what-proves-what.ts';
import type { OpenApi } from './openapi.ts';

const WORDS: Readonly<Record<string, string>> = {
  'both-halves': 'both halves',
  'first-half': 'the first half',
  'second-half': 'the second half',
  always: 'yes',
  'without-factor': 'people without a factor',
  'restricted-session': 'in the restricted session that it opened',
  never: 'no',
  'the-same': 'as for all others',
  nothing: 'nothing',
};

const wordsOf = (worth: string): string => {
  const words = WORDS[worth];
  if (words === undefined) throw new Error(`docs/step-up.md has no words for ${worth}`);
  return words;
};

/** What may prove what, as the code decides it. */
export function proofTable(): string {
  const rows = Object.entries(WHAT_PROVES_WHAT).map(
    ([method, worth]) =>
      `| \`${method}\` | ${wordsOf(worth['sign-in'])} | ${wordsOf(worth['step-up'])} | ${wordsOf(worth.enrol)} | ${wordsOf(worth['passkey-only'])} |`,
  );
  const head = '| method | sign-in | step-up | enrol | for those who prove by passkey alone |';
  return [head, '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

/** What each changing call of the kit asks beyond a session. */
export function freshnessTable({ paths }: OpenApi): string {
  const calls = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => method !== 'get')
      .map(([method, operation]) => ({
        call: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
        session: operation['x-authentication'],
        freshness: operation['x-freshness'],
      })),
  );
  const rows = calls
    .filter(({ session }) => session === 'session')
    .map(({ call, freshness }) => `| \`${call}\` | ${freshness === 'none' ? 'a session' : freshness} |`);
  return ['| call | needs |', '| --- | --- |', ...rows].join('\n');
}
