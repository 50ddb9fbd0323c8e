import type { ActivityStore } from '../../activity/activity.store.ts';
import { writeEntries } from './journal.sql.ts';
import type { Database } from './unit-of-work.ts';

export function sqlActivityStore(database: Database): ActivityStore {
  return { recordEntries: (entries) => database.transaction(() => writeEntries(entries)) };
}
