import type { Database, Step, UnitOfWork } from '../sql/unit-of-work.ts';

function* noting<Result>(work: UnitOfWork<Result>, note: (step: Step) => void): UnitOfWork<Result> {
  let turn = work.next();
  while (!turn.done) {
    turn.value.forEach(note);
    turn = work.next(yield turn.value);
  }
  return turn.value;
}

/** The same database, with somebody who hears of each statement that it is given, and of what goes with it. */
export const notedSteps = (database: Database, note: (step: Step) => void): Database => ({
  ...database,
  read: (work) => database.read(() => noting(work(), note)),
  lookUp: (work) => database.lookUp(() => noting(work(), note)),
  transaction: (work, durable) => database.transaction(() => noting(work(), note), durable),
});
