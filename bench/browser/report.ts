import type { BundleSize } from '../../scripts/sizes/bundle-size.ts';
import type { Contender } from './contenders.ts';
import type { Visit } from './visit.ts';

export interface Row {
  readonly contender: Contender;
  readonly visits: readonly Visit[];
}

const PAGES: readonly Contender['page'][] = ['sign-in', 'challenge', 'enrolment'];

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);

/** The page of the documentation, whole. */
export function report(rows: readonly Row[], sizes: ReadonlyMap<string, BundleSize>): string {
  return `# Performance in the browser

Made by \`npm run bench:browser\`; do not edit.

## Until it can be used

From the request of the first script until what the person goes on with is drawn: on a phone as Lighthouse
imagines it, with a processor four times as slow as this one, 150 ms to the server and 1.6 Mbit/s. Nobody has been
there before; nothing is cached. Scripts come compressed from a server that answers at once, so that only the
elements differ. Each number is the median of five visits, one of each in turn.

${PAGES.map((page) =>
  comparison(
    page,
    rows.filter(({ contender }) => contender.page === page),
  ),
).join('\n\n')}

What the pages show is not the same to the letter. Signing in, Hanko asks for the email address first and for the
password on a second page; the kit has both fields on one. Hanko's server is played by what its own
describes, one step of its flow for each page. Not measured are kits whose elements ask a service of theirs what to
show (Clerk, Descope, Corbado, Stytch), which would have to be imitated, and components for React (SuperTokens,
better-auth), which come with a framework.

Layout shift is the sum of all that moves by itself until then, as \`PerformanceObserver\` tells it.

## What each element weighs

In kB of 1000 bytes, after gzip, with Lit in it and in English. *At once* is what a page loads before it can show
and use the element; *on demand* all that may follow, each part when somebody needs it.
[Why, and what it took](decisions/0015-what-the-elements-weigh.md).

| element | at once | on demand |
| --- | ---: | ---: |
${[...sizes].map(([name, size]) => `| \`<${name}>\` | ${kB(size.atOnce)} | ${kB(onDemand(size))} |`).join('\n')}
`;
}

function onDemand({ onDemand: parts }: BundleSize): number {
  return [...parts.values()].reduce((sum, size) => sum + size, 0);
}

function comparison(page: Contender['page'], rows: readonly Row[]): string {
  const of = ({ visits }: Row, what: keyof Visit): number => median(visits.map((visit) => visit[what]));
  const own = rows.find(({ contender }) => contender.kit === 'mfa-kit');
  const lines = rows.map((row) => {
    const ratio = own && row !== own ? `${(of(row, 'usable') / of(own, 'usable')).toFixed(2)} ×` : '1';
    const { kit, tag } = row.contender;
    return `| ${kit}, \`<${tag}>\` | ${ratio} | ${of(row, 'usable').toFixed(0)} ms | ${kB(of(row, 'script'))} | ${of(row, 'shift').toFixed(3)} |`;
  });
  return `### ${page[0]?.toUpperCase() ?? ''}${page.slice(1)}

| | time, relative | time | script, kB | layout shift |
| --- | ---: | ---: | ---: | ---: |
${lines.join('\n')}`;
}
