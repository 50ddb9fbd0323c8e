/** What a row of a table of docs/standards may say of a requirement. */
const STATUSES = ['met', 'partly', "host's duty", 'not applicable', 'not yet', 'not met'] as const;

/** How many requirements each section of the chapters V6 and V7 of OWASP ASVS 5.0.0 has. */
export const ASVS_SECTIONS = {
  ...{ '6.1': 3, '6.2': 12, '6.3': 8, '6.4': 6, '6.5': 8, '6.6': 4, '6.7': 2, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 3, '7.6': 2 },
} as const;

/** What has to be shown, not only said. */
const SHOWN: readonly string[] = ['met', 'partly'];

const LINK = /\]\([^)\s]+\)/;

/** A row that begins with the number of a requirement: `| 6.1.1 | …`. */
const ROW = /^\| *([0-9B]+(?:\.[0-9]+)+[^|]*?) *\|(.*)\|$/gm;

/**
 * Rows that say nothing of use: an unknown status, or a claim without evidence.
 *
 * @param page path of the page
 * @param markdown its text
 * @param statusColumn place of the status among the cells behind the number
 * @returns what is wrong, for people
 */
export function wrongRows(page: string, markdown: string, statusColumn: number): readonly string[] {
  return [...markdown.matchAll(ROW)].flatMap(([, number = '', rest = '']) => {
    const status = rest.split('|')[statusColumn]?.trim() ?? '';
    if (!(STATUSES as readonly string[]).includes(status))
      return [`${page}: ${number} has the status "${status}"`];
    return SHOWN.includes(status) && !LINK.test(rest)
      ? [`${page}: ${number} is ${status}, by no evidence`]
      : [];
  });
}

/**
 * Requirements of a chapter that a page passes over, or lists twice.
 *
 * @param sections how many requirements each section has
 */
export function missingRows(
  page: string,
  markdown: string,
  sections: Readonly<Record<string, number>>,
): readonly string[] {
  const listed = [...markdown.matchAll(ROW)].map(([, number = '']) => number);
  const wanted = Object.entries(sections).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${String(index + 1)}`),
  );
  return [
    ...wanted.filter((number) => !listed.includes(number)).map((number) => `${page} has no row ${number}`),
    ...listed
      .filter((number, index) => !wanted.includes(number) || listed.indexOf(number) !== index)
      .map((number) => `${page}: ${number} is listed twice, or does not exist`),
  ];
}
