/** A member of the union that names all messages: `  | 'mail not sent'`. */
const NAME = /^ {2}\| '([^']+)';?$/gm;
/** A row of the table: `` | `mail not sent` | warn | … | ``. */
const ROW = /^\| `([^`]+)` +\| (info|warn|error)(?:, (info|warn|error))? +\|/gm;

/**
 * Holds the page of log messages against the messages that exist.
 *
 * @param page the text of docs/operators/logs.md
 * @param source the module that names all messages
 * @returns what is wrong, for people
 */
export function wrongLogMessages(page: string, source: string): readonly string[] {
  const names = new Set([...source.matchAll(NAME)].map(([, name = '']) => name));
  const told = new Set([...page.matchAll(ROW)].map(([, name = '']) => name));
  return [
    ...(names.size === 0 ? ['no log message was found in the code'] : []),
    ...[...names]
      .filter((name) => !told.has(name))
      .map((name) => `docs/operators/logs.md does not list "${name}"`),
    ...[...told]
      .filter((name) => !names.has(name))
      .map((name) => `docs/operators/logs.md lists "${name}", which is not logged`),
  ];
}
