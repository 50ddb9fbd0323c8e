import { LOOKED_UP_BY } from '../../packages/server/src/store/testing/looked-up-by.ts';

/** What each table of the store is looked up by; a test of the store proves it. */
export function tablesTable(): string {
  const rows = Object.entries(LOOKED_UP_BY).map(([table, { columns, person, what, small }]) =>
    [
      `\`${table}\``,
      columns.map((column) => `\`${column}\``).join(', '),
      what,
      person === undefined ? '' : `\`${person}\``,
      small ?? '',
    ].join(' | '),
  );
  const head = 'table | found by | which is | holds the person as | may be read whole, since';
  return [head, '--- | --- | --- | --- | ---', ...rows].map((row) => `| ${row} |`).join('\n');
}
