const NAME = /'(auth\.[a-z0-9_.]+)'/g;
const TOLD = /`(auth\.[a-z0-9_.]+)`/g;

/**
 * Holds the table of audit events against the events that exist.
 *
 * @param page the text of docs/security.md
 * @param source the module that names all events
 * @returns what is wrong, for people
 */
export function wrongAuditEvents(page: string, source: string): readonly string[] {
  const names = new Set([...source.matchAll(NAME)].map(([, name = '']) => name));
  const told = new Set([...page.matchAll(TOLD)].map(([, name = '']) => name));
  return [
    ...[...names].filter((name) => !told.has(name)).map((name) => `docs/security.md does not list ${name}`),
    ...[...told]
      .filter((name) => !names.has(name))
      .map((name) => `docs/security.md lists ${name}, which does not exist`),
  ];
}
