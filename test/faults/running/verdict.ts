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
  assert.equal(reportOf([...violations, ...(before ? epochsGoneBack(before, ledger) : [])]), '');
  assert.deepEqual(acknowledged.lostIn(ledger), [], 'acknowledged, and not stored');
  assert.deepEqual(tally.surprises, [], 'answers that no fault excuses');
  const leftOver = attemptsLeftOver(ledger);
  assert.ok(
    leftOver <= tally.interrupted,
    `${leftOver} attempts count against their accounts that nobody judged, after ${tally.interrupted} interruptions`,
  );
  return ledger;
}

/** An attempt stays counted when its process dies over it: that is the cautious side. It happens to no other. */
function attemptsLeftOver({ attempts, events }: Ledger): number {
  const judged = new Set(events.map(({ subject, at }) => `${subject} ${at}`));
  return attempts.filter(({ name, subject, at }) => name === 'account' && !judged.has(`${subject} ${at}`))
    .length;
}
