/** What a row of a table of docs/standards may say of a requirement. */
const STATUSES = ['met', 'partly', "host's duty", 'not applicable', 'not yet', 'not met'] as const;

/** How many requirements each section of the chapters V6 and V7 of OWASP ASVS 5.0.0 has. */
export const ASVS_SECTIONS = {
  ...{ '6.1': 3, '6.2': 12, '6.3': 8, '6.4': 6, '6.5': 8, '6.6': 4, '6.7': 2, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 3, '7.6': 2 },
} as const;

/** The success criteria of WCAG 2.2 at the levels A and AA. 4.1.1 is obsolete there and asks nothing. */
export const WCAG_CRITERIA: readonly string[] = [
  ...['1.1.1', '1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5', '1.3.1', '1.3.2', '1.3.3', '1.3.4', '1.3.5'],
  ...['1.4.1', '1.4.2', '1.4.3', '1.4.4', '1.4.5', '1.4.10', '1.4.11', '1.4.12', '1.4.13'],
  ...['2.1.1', '2.1.2', '2.1.4', '2.2.1', '2.2.2', '2.3.1', '2.4.1', '2.4.2', '2.4.3', '2.4.4', '2.4.5'],
  ...['2.4.6', '2.4.7', '2.4.11', '2.5.1', '2.5.2', '2.5.3', '2.5.4', '2.5.7', '2.5.8'],
  ...['3.1.1', '3.1.2', '3.2.1', '3.2.2', '3.2.3', '3.2.4', '3.2.6'],
  ...['3.3.1', '3.3.2', '3.3.3', '3.3.4', '3.3.7', '3.3.8', '4.1.2', '4.1.3'],
];

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
 * The numbers of the requirements of a chapter.
 *
 * @param sections how many requirements each section has
 */
export const requirementsIn = (sections: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(sections).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${String(index + 1)}`),
  );

/**
 * Requirements that a page passes over, or lists twice.
 *
 * @param wanted the numbers of all of them
 */
export function missingRows(page: string, markdown: string, wanted: readonly string[]): readonly string[] {
  const listed = [...markdown.matchAll(ROW)].map(([, number = '']) => number);
  return [
    ...wanted.filter((number) => !listed.includes(number)).map((number) => `${page} has no row ${number}`),
    ...listed
      .filter((number, index) => !wanted.includes(number) || listed.indexOf(number) !== index)
      .map((number) => `${page}: ${number} is listed twice, or does not exist`),
  ];
}
