import type { Clock } from '../ports/clock.ts';
import { found, type Finding } from './finding.ts';

/** A code is taken in its half minute and the ones beside it: with more than this, the first people are refused. */
const TOO_FAR = 20_000;
/** An answer's `Date` has whole seconds, and travels. */
const NOTICEABLE = 3_000;

const apart = (one: number, other: number): string => `${((other - one) / 1000).toFixed(1)} s`;

/**
 * Holds three clocks against each other.
 *
 * @param database The database's, where it has one; else the kit goes by this machine's.
 * @param web What `publicUrl` says in its `Date` header; `undefined` when it does not answer.
 */
export function judgeClocks(
  machine: Clock,
  database: number | undefined,
  web: number | undefined,
): readonly Finding[] {
  const here = machine.now();
  const kit = database ?? here;
  const findings: Finding[] = [];
  if (web !== undefined && Math.abs(web - kit) > NOTICEABLE)
    findings.push(found(Math.abs(web - kit) > TOO_FAR ? 'clock.apart' : 'clock.drifting', apart(kit, web)));
  if (Math.abs(here - kit) > NOTICEABLE) findings.push(found('clock.machine', apart(kit, here)));
  return findings;
}
