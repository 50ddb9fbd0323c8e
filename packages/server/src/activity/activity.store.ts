import type { Entry } from './journal.ts';

export interface ActivityStore {
  /** Writes events that report no change of state: a refusal, an operator's action. All others go with the change itself. */
  recordEntries(entries: readonly Entry[]): Promise<void>;
}
