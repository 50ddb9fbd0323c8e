/** How many rules of each kind there are: state changes, limits, secrets, WebAuthn, browser, recovery and administration. */
const FAMILIES = { S: 9, L: 6, K: 6, W: 9, B: 7, R: 6 } as const;

const RULES = Object.entries(FAMILIES).flatMap(([family, count]) =>
  Array.from({ length: count }, (_, index) => `${family}${String(index + 1)}`),
);

/** A rule where it is said what it is: `- **S1** One guarded statement …`. */
const DEFINITION = /^- \*\*([SLKWBR]\d)\*\*/gm;
const CITED = /\b[SLKWBR]\d\b/g;

const definedIn = (markdown: string): readonly string[] =>
  [...markdown.matchAll(DEFINITION)].map(([, rule = '']) => rule);

/** A section of a page, from its heading to the next of the same rank. */
function section(markdown: string, heading: string): string {
  const [, ...after] = markdown.split(`\n## ${heading}\n`);
  return after.join('').split(/^## /m)[0] ?? '';
}

/**
 * Holds the rules against the tests: each is said in docs/security.md and cited by the title of a test, or said to be not built yet in
 * docs/threat-model.md and cited by none.
 *
 * @param security the text of docs/security.md
 * @param threatModel the text of docs/threat-model.md
 * @param titles of all tests
 * @returns what is wrong, for people
 */
export function wrongRules(
  security: string,
  threatModel: string,
  titles: Iterable<string>,
): readonly string[] {
  const built = new Set(definedIn(security));
  const notBuilt = new Set(definedIn(section(threatModel, 'Not built yet')));
  const cited = new Set([...titles].flatMap((title) => title.match(CITED) ?? []));
  return [
    ...RULES.flatMap((rule) => {
      if (built.has(rule) && notBuilt.has(rule))
        return [`${rule} is in docs/security.md, and not built yet by docs/threat-model.md`];
      if (built.has(rule)) return cited.has(rule) ? [] : [`no test cites ${rule} of docs/security.md`];
      if (!notBuilt.has(rule))
        return [`${rule} is neither in docs/security.md nor not built yet by docs/threat-model.md`];
      return cited.has(rule) ? [`a test cites ${rule}, which is not built yet by docs/threat-model.md`] : [];
    }),
    ...[...built, ...notBuilt, ...cited]
      .filter((rule, index, all) => !RULES.includes(rule) && all.indexOf(rule) === index)
      .map((rule) => `there is no rule ${rule}`),
  ];
}
