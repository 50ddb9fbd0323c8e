import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellsOf } from './testing/csv-reader.ts';
import { BYTE_ORDER_MARK } from './csv.ts';
import { csvFile, jsonFile } from './export.ts';

interface Thing {
  readonly name: string;
  readonly note: string | null;
}

const NOW = Date.UTC(2026, 0, 15, 23, 59, 59, 999);
const columns = { name: ({ name }: Thing) => name, note: ({ note }: Thing) => note };
const things: Thing[] = [
  { name: 'one', note: null },
  { name: '=two', note: '"' },
  { name: 'three', note: 'ä\r\nb' },
];

async function* pages(...list: Thing[][]): AsyncGenerator<readonly Thing[]> {
  for (const page of list) yield await Promise.resolve(page);
}

async function whole(text: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const piece of text) all += piece;
  return all;
}

describe('A file to save', () => {
  it('is named after what is in it and the day on which it was made', () => {
    assert.equal(
      csvFile('security-activity', NOW, columns, pages()).filename,
      'security-activity-2026-01-15.csv',
    );
    assert.equal(jsonFile('audit', NOW, pages()).filename, 'audit-2026-01-15.json');
  });

  it('has as a table the same lines however the pages are cut, below one line of names', async () => {
    const expected = [
      ['name', 'note'],
      ['one', ''],
      ["'=two", '"'],
      ['three', 'ä\r\nb'],
    ];
    for (const cut of [[things], [[things[0]!], things.slice(1)], [things, []], [[], things]]) {
      const text = await whole(csvFile('x', NOW, columns, pages(...cut)).text);
      assert.ok(text.startsWith(BYTE_ORDER_MARK));
      assert.deepEqual(cellsOf(text.slice(1)), expected);
    }
  });

  it('is as a document the same however the pages are cut', async () => {
    for (const cut of [[things], [[things[0]!], things.slice(1)], [things, []], [[], things]])
      assert.deepEqual(JSON.parse(await whole(jsonFile('x', NOW, pages(...cut)).text)), { events: things });
  });

  it('is whole and well-formed when there is nothing in it', async () => {
    for (const cut of [[], [[]]]) {
      assert.equal(
        await whole(csvFile('x', NOW, columns, pages(...cut)).text),
        `${BYTE_ORDER_MARK}"name","note"\r\n`,
      );
      assert.deepEqual(JSON.parse(await whole(jsonFile('x', NOW, pages(...cut)).text)), { events: [] });
    }
  });

  it('reads a page only when the one before it was written', async () => {
    let read = 0;
    async function* counted(): AsyncGenerator<readonly Thing[]> {
      for (;;) {
        read += 1;
        yield await Promise.resolve(things);
      }
    }
    const text = csvFile('x', NOW, columns, counted()).text[Symbol.asyncIterator]();
    await text.next();
    await text.next();
    assert.equal(read, 2);
  });
});
