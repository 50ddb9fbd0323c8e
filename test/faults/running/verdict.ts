import assert from 'node:assert/strict';
import { checkDatabase, epochsGoneBack, reportOf } from '../invariants/check.ts';
import type { Ledger } from '../invariants/ledger.ts';
import type { World } from '../people/person.ts';

/**
 * Holds a database against itself, and against what clients were told.
 *
 * @param before An earlier look at it.
 * @returns what is there now.
 */
export async function assertSound(
  url: string,
  { acknowledged, tally }: World,
  before?: Ledger,
): Promise<Ledger> {
  const { ledger, violations } = await checkDatabase(url);
  const found = violations.filter(({ invariant }) => invariant !== BEFORE_JUDGEMENT);
  assert.equal(reportOf([...found, ...(before ? epochsGoneBack(before, ledger) : [])]), '');
  assert.deepEqual(acknowledged.lostIn(ledger), [], 'acknowledged, and not stored');
  assert.deepEqual(tally.surprises, [], 'answers that no fault excuses');
  assert.deepEqual(
    [...attemptsLeftOver(ledger)].filter(([person, attempts]) => attempts > tally.interruptionsOf(person)),
    [],
    'people with more attempts that count against them and that nobody judged than they had interruptions',
  );
  return ledger;
}

/**
 * The invariant that holds where no process dies. One that dies over an attempt leaves it counted, which is the cautious side; of two
 * with one code at the same millisecond, the other may have been accepted, and the database does not say which of the two is left.
 * How many may be is known to those who were interrupted.
 */
const BEFORE_JUDGEMENT = 'success-is-not-counted';

/** How many attempts count against whom that nobody judged. Those that were accepted do not count, and those that failed are told of. */
export function attemptsLeftOver({
  attempts,
  events,
}: Pick<Ledger, 'attempts' | 'events'>): ReadonlyMap<string, number> {
  const at = ({ subject, at: moment }: { subject: string; at: number }): string => `${subject} ${moment}`;
  const failures = Map.groupBy(
    events.filter(({ outcome }) => outcome === 'failure'),
    at,
  );
  const counted = Map.groupBy(
    attempts.filter(({ name }) => name === 'account'),
    at,
  );
  const leftOver = new Map<string, number>();
  for (const [moment, ones] of counted) {
    const { subject } = ones[0]!;
    const unjudged = Math.max(0, ones.length - (failures.get(moment)?.length ?? 0));
    if (unjudged > 0) leftOver.set(subject, (leftOver.get(subject) ?? 0) + unjudged);
  }
  return leftOver;
}
