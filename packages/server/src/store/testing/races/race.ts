import type { Store } from '../../store.ts';
import type { TestStore } from '../test-store.ts';

/**
 * A race: contenders that all go for the same thing at the same moment, and what has to be true afterwards.
 *
 * What contenders need is plain data, so that they can run in processes of their own.
 */
export interface Race<Stake = unknown> {
  readonly title: string;
  readonly contenders: number;
  /** How often it is run; default once. */
  readonly rounds?: number;
  /** Tables that the first statements of every contender wait for while the gate is closed. */
  readonly gate: readonly string[];
  prepare(store: Store): Promise<Stake>;
  /** @returns the verdict, or those of several tries one after the other. */
  contend(store: Store, stake: Stake, index: number): Promise<string | readonly string[]>;
  /** @param verdicts How often each verdict was given. */
  judge(test: TestStore, stake: Stake, verdicts: Readonly<Record<string, number>>): Promise<void>;
}

/** Lets a race with its own kind of stake stand in a list with others. */
export const race = <Stake>(definition: Race<Stake>): Race => ({
  ...definition,
  contend: (store, stake, index) => definition.contend(store, stake as Stake, index),
  judge: (test, stake, verdicts) => definition.judge(test, stake as Stake, verdicts),
});

export function countVerdicts(verdicts: readonly (string | readonly string[])[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const verdict of verdicts.flat()) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}
