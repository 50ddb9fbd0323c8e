import type { Alive } from '../sessions/sessions.store.ts';

export interface OperationsStore {
  /** How many sessions are alive, of everybody. */
  countSessions(alive: Alive): Promise<number>;
}
