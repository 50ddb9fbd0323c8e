/** A row of the table in docs/errors.md: `` | `invalid_code` | 401 | … | ``. */
const ROW = /^\| `([a-z_-]+)` +\| (\d{3}|none) +\|/gm;

/**
 * Holds the page of error codes against the codes that exist.
 *
 * @param page the text of docs/errors.md
 * @param codes the status of each code that exists
 * @param ofBrowser those that come from no server
 * @returns what is wrong, for people
 */
export function wrongErrorCodes(
  page: string,
  codes: Readonly<Record<string, number>>,
  ofBrowser: readonly string[],
): readonly string[] {
  const told = new Map([...page.matchAll(ROW)].map(([, code = '', status]) => [code, status]));
  return [
    ...Object.entries(codes).flatMap(([code, status]) => {
      if (!told.has(code)) return [`docs/errors.md does not list ${code}`];
      return told.get(code) === String(status)
        ? []
        : [`docs/errors.md says ${String(told.get(code))} for ${code}, which answers ${String(status)}`];
    }),
    ...ofBrowser
      .filter((code) => told.get(code) !== 'none')
      .map((code) => `docs/errors.md does not list ${code}, of the browser`),
    ...[...told]
      .filter(([code, status]) => (status === 'none' ? !ofBrowser.includes(code) : !(code in codes)))
      .map(([code]) => `docs/errors.md lists ${code}, which no call answers`),
  ];
}

/** The codes that no server answers: of answers that never came, and of a passkey's ceremony. @param ceremonies text of the module with their type */
export function codesOfBrowser(ceremonies: string): readonly string[] {
  const [, union = ''] = /export type CeremonyErrorCode =([^;]*);/.exec(ceremonies) ?? [];
  return ['offline', 'unexpected', ...[...union.matchAll(/\| '([a-z-]+)'/g)].map(([, code = '']) => code)];
}
