/** Reads CSV as RFC 4180 has it, strictly: what is not well-formed is an error and not a guess. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/y;
  while (cell.lastIndex < text.length) {
    const from = cell.lastIndex;
    const [, content = '', end] = cell.exec(text) ?? [];
    if (end === undefined)
      throw new Error(`not CSV at ${from}: ${JSON.stringify(text.slice(from, from + 40))}`);
    row.push(content.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) throw new Error('the last line has no end');
  return rows;
}

/** The lines below the first, by its names. */
export function recordsOf(text: string): Record<string, string>[] {
  const [names = [], ...rows] = cellsOf(text);
  return rows.map((row) => {
    if (row.length !== names.length) throw new Error(`a line of ${row.length} cells, not ${names.length}`);
    return Object.fromEntries(names.map((name, index) => [name, row[index] ?? '']));
  });
}
