import { elementOf, shownBy, type Kind, type Story } from '../story.ts';

/** Per element, what has to be shown by at least one of its stories. */
export type Expected = Readonly<Record<string, Readonly<Record<Kind, readonly string[]>>>>;

export interface Row {
  readonly element: string;
  readonly stories: number;
  /** Per kind how many stories show what, in the order in which it is expected. */
  readonly shown: Readonly<Record<Kind, Readonly<Record<string, number>>>>;
}

const kinds: readonly Kind[] = ['state', 'method', 'code'];

/**
 * Counts what stories say that they show.
 *
 * @returns a row for each expected element
 */
export function tableOf(stories: readonly Story[], expected: Expected): readonly Row[] {
  const byElement = Object.groupBy(stories, (story) => elementOf(story) ?? '');
  return Object.entries(expected).map(([element, wanted]) => {
    const own = byElement[element] ?? [];
    const counts = (kind: Kind): Record<string, number> => {
      const found: Record<string, number> = Object.fromEntries(wanted[kind].map((name) => [name, 0]));
      for (const name of own.flatMap((story) => shownBy(story, kind))) found[name] = (found[name] ?? 0) + 1;
      return found;
    };
    return {
      element,
      stories: own.length,
      shown: { state: counts('state'), method: counts('method'), code: counts('code') },
    };
  });
}

/**
 * Holds stories against what is expected of them.
 *
 * @returns in words what no story shows, what stories show that their element does not have, and elements nobody expects; empty when
 * nothing is missing
 */
export function problemsOf(stories: readonly Story[], expected: Expected): readonly string[] {
  const rows = tableOf(stories, expected);
  const missing = rows.flatMap(({ element, stories: count, shown }) => [
    ...(count === 0 ? [`<${element}> has no story`] : []),
    ...kinds.flatMap((kind) =>
      Object.entries(shown[kind])
        .filter(([, times]) => times === 0)
        .map(([name]) => `<${element}> has no story that shows the ${kind} ${name}`),
    ),
  ]);
  const unknown = stories.flatMap((story) => {
    const element = elementOf(story);
    if (element === undefined) return [];
    const wanted = expected[element];
    if (!wanted) return [`${story.id}: nothing is expected of <${element}>`];
    // Stories may show more codes and methods than they must; states are those that the manifest names.
    return shownBy(story, 'state')
      .filter((name) => !wanted.state.includes(name))
      .map((name) => `${story.id}: <${element}> has no state ${name}`);
  });
  return [...missing, ...unknown];
}

/** The table for people. */
export function formatTable(rows: readonly Row[]): string {
  const line = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, times]) => `${name} ${String(times)}`)
      .join(', ');
  return rows
    .map(({ element, stories, shown }) =>
      [
        `<${element}>: ${String(stories)} stories`,
        ...kinds
          .filter((kind) => Object.keys(shown[kind]).length > 0)
          .map((kind) => `  ${`${kind}s`.padEnd(8)} ${line(shown[kind])}`),
      ].join('\n'),
    )
    .join('\n');
}
