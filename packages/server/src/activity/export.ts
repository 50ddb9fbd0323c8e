import type { Attachment } from '../api/call.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';

/** What stands in each column of a table; the names are its first line. */
export type Columns<Event> = Readonly<Record<string, (event: Event) => string | null | undefined>>;

/** The name of a file, with the day on which it was made. */
const filenameOf = (name: string, now: number, ending: string): string =>
  `${name}-${new Date(now).toISOString().slice(0, 10)}.${ending}`;

/** @param pages Is written while it is read. */
export function csvFile<Event>(
  name: string,
  now: number,
  columns: Columns<Event>,
  pages: AsyncIterable<readonly Event[]>,
): Attachment {
  async function* text(): AsyncGenerator<string> {
    let before = BYTE_ORDER_MARK + csvLine(Object.keys(columns));
    for await (const events of pages) {
      const lines = events.map((event) =>
        csvLine(Object.values(columns).map((cellOf) => cellOf(event) ?? '')),
      );
      yield before + lines.join('');
      before = '';
    }
    yield before;
  }
  return { type: 'text/csv', filename: filenameOf(name, now, 'csv'), text: text() };
}

/** One document, `{ "events": […] }`. */
export function jsonFile<Event>(
  name: string,
  now: number,
  pages: AsyncIterable<readonly Event[]>,
): Attachment {
  async function* text(): AsyncGenerator<string> {
    let before = '{"events":[';
    for await (const events of pages) {
      if (events.length === 0) continue;
      yield before + events.map((event) => JSON.stringify(event)).join(',\n');
      before = ',\n';
    }
    yield before === ',\n' ? ']}' : `${before}]}`;
  }
  return { type: 'application/json', filename: filenameOf(name, now, 'json'), text: text() };
}
