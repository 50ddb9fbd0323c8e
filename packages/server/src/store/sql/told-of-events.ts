import type { AuditEvent } from '../../activity/audit-event.ts';
import type { Database, StepResult, Trip, UnitOfWork } from './unit-of-work.ts';

/** Told of the events that were written, once it is certain that they stay. */
export type EventListener = (events: readonly AuditEvent[]) => void;

/** Runs a unit of work as it is, and notes the events that its statements really wrote: one that is written once a minute may be there already. */
function* noting<Result>(work: UnitOfWork<Result>, written: AuditEvent[]): UnitOfWork<Result> {
  let turn = work.next();
  while (!turn.done) {
    const steps: Trip = turn.value;
    const results: readonly StepResult[] = yield steps;
    steps.forEach(({ events }, index) => {
      if (events && results[index]?.affected === events.length) written.push(...events);
    });
    turn = work.next(results);
  }
  return turn.value;
}

/** The same database, with somebody who hears of each event when its transaction has ended well; of what was undone, nobody hears. */
export function toldOfEvents(database: Database, listener: EventListener): Database {
  const telling =
    (run: Database['transaction']): Database['transaction'] =>
    async (work, durable) => {
      let written: AuditEvent[] = [];
      const result = await run(function* () {
        // From the beginning, where the database asks for a retry; and for nothing, where it ends in an undoing.
        written = [];
        const noted: AuditEvent[] = [];
        const verdict = yield* noting(work(), noted);
        written = noted;
        return verdict;
      }, durable);
      if (written.length > 0) listener(written);
      return result;
    };
  return {
    ...database,
    transaction: telling((work, durable) => database.transaction(work, durable)),
  };
}
