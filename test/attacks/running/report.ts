import { inspect } from 'node:util';
import { GROUPS } from '../attack.ts';
import type { Outcome } from './run.ts';

/** One line for one attack. */
export function lineOf({ attack, error, milliseconds }: Outcome): string {
  const verdict = error === undefined ? 'withstood' : 'FAILED   ';
  return `${verdict} ${attack.id}: ${attack.title} (${attack.from.join(', ')}; ${milliseconds.toFixed(0)} ms)`;
}

/** How many attacks of each group the server withstood, and everything about those that it did not. */
export function summaryOf(outcomes: readonly Outcome[]): string {
  const lines = GROUPS.flatMap((group) => {
    const ofGroup = outcomes.filter(({ attack }) => attack.group === group);
    const withstood = ofGroup.filter(({ error }) => error === undefined).length;
    return ofGroup.length === 0 ? [] : [`  ${group.padEnd(28)} ${withstood} of ${ofGroup.length}`];
  });
  const failed = outcomes.filter(({ error }) => error !== undefined);
  return [...lines, ...failed.map(failure)].join('\n');
}

/** `12 passed, 0 failed`. */
export function countOf(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter(({ error }) => error !== undefined).length;
  return `${outcomes.length - failed} passed, ${failed} failed`;
}

function failure(outcome: Outcome): string {
  const { error } = outcome;
  const reason = error instanceof Error ? (error.stack ?? error.message) : inspect(error);
  return `${lineOf(outcome)}\n${reason.replaceAll(/^/gm, '    ')}`;
}
