import { randomPart } from '../secrets/ids.ts';
import { cursorAfter, filterOf, limitOf, type ActivityQuery } from './activity-query.ts';
import type { ActivityPage, RecordedEvent } from './activity.store.ts';

/** Reads a part of one list, whosever it is. */
export type Read = (page: ActivityPage) => Promise<readonly RecordedEvent[]>;

/** So many events are read at once for a file: it may be long, and the server's memory is not. */
const READ_AT_ONCE = 200;

/** One page of a list. One event more is read, which tells whether there is a next one. */
export async function pageOf(
  read: Read,
  query: ActivityQuery,
): Promise<{ readonly events: readonly RecordedEvent[]; readonly next: string | null }> {
  const limit = limitOf(query);
  const { cursor: before } = query;
  const found = await read({ ...filterOf(query), ...(before && { before }), most: limit + 1 });
  const events = found.slice(0, limit);
  const last = events.at(-1);
  return { events, next: last && found.length > limit ? cursorAfter(last) : null };
}

/** The same list to its end, or to its limit where there is one. */
export async function* pagesOf(read: Read, query: ActivityQuery): AsyncGenerator<readonly RecordedEvent[]> {
  let before = query.cursor;
  let left = query.limit ?? Infinity;
  while (left > 0) {
    const most = Math.min(READ_AT_ONCE, left);
    const events = await read({ ...filterOf(query), ...(before && { before }), most });
    yield events;
    left -= events.length;
    const last = events.at(-1);
    if (!last || events.length < most) return;
    before = { at: last.at, id: randomPart(last.id) };
  }
}
