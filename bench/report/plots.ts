import { TITLES as DATABASES } from '../databases/places.ts';
import type { DatabaseFound } from '../running/measure.ts';
import { TITLES, type Scenario } from '../running/scenarios.ts';
import { COMPARED_AT, ratioTo, scenariosOf, sizesOf, slowdown } from './tables.ts';

interface Bar {
  readonly title: string;
  readonly value: number;
  readonly kind: 'first' | 'second';
}

interface Plot {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** Where a line stands that means something, and what. */
  readonly mark: { readonly at: number; readonly title: string };
  /** What a bar of no length stands for. */
  readonly from: number;
  readonly logarithmic: boolean;
  readonly legend: readonly [string, string];
}

const [WIDTH, LEFT, RIGHT, TOP, ROW] = [760, 190, 70, 64, 24] as const;

/** Follows the reader's colours, as the page does. */
const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .title { font-weight: 600 }
  .first { fill: #1a66d6 }
  .second { fill: #8c959f }
  line { stroke: #cf222e; stroke-dasharray: 4 3 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .first { fill: #6ea8fe }
    .second { fill: #6e7681 }
    line { stroke: #ff7b72 }
  }
`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function svg({ title, bars, mark, from, logarithmic, legend }: Plot): string {
  const most = Math.max(mark.at, ...bars.map(({ value }) => value)) * 1.05;
  const scaled = (value: number): number => (logarithmic ? Math.log(value / from) : value - from);
  const room = WIDTH - LEFT - RIGHT;
  const x = (value: number): number => Math.round(LEFT + (Math.max(0, scaled(value)) / scaled(most)) * room);
  const height = TOP + bars.length * ROW + 16;
  const rows = bars.map(({ title: name, value, kind }, index) => {
    const y = TOP + index * ROW;
    return `<text x="${LEFT - 8}" y="${y + 14}" text-anchor="end">${escaped(name)}</text>
<rect class="${kind}" x="${LEFT}" y="${y + 3}" width="${Math.max(1, x(value) - LEFT)}" height="14" rx="2"/>
<text x="${x(value) + 6}" y="${y + 14}">${value.toFixed(value < 10 ? 2 : 0)} ×</text>`;
  });
  const key = legend.map((text, index) => {
    const left = LEFT + index * 260;
    return `<rect class="${index === 0 ? 'first' : 'second'}" x="${left}" y="34" width="14" height="14" rx="2"/><text x="${left + 20}" y="46">${escaped(text)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">
<style>${STYLE}</style>
<text class="title" x="8" y="20">${escaped(title)}</text>
${key.join('\n')}
${rows.join('\n')}
<line x1="${x(mark.at)}" x2="${x(mark.at)}" y1="${TOP - 4}" y2="${height - 14}"/>
<text x="${x(mark.at)}" y="${height - 2}" text-anchor="middle">${escaped(mark.title)}</text>
</svg>
`;
}

/** How many times as often as the others. */
export function ratioPlot(found: DatabaseFound): string {
  const bar = (scenario: Scenario, other: 'better-auth' | 'tutorial', kind: Bar['kind']): readonly Bar[] => {
    const value = ratioTo(found, other, scenario);
    return value === undefined ? [] : [{ title: kind === 'first' ? TITLES[scenario] : '', value, kind }];
  };
  const bars = scenariosOf(found).flatMap((scenario) => {
    const first = bar(scenario, 'better-auth', 'first');
    const [second] = bar(scenario, 'tutorial', 'second');
    return [...first, ...(second ? [{ ...second, title: first.length === 0 ? TITLES[scenario] : '' }] : [])];
  });
  const least = Math.min(1, ...bars.map(({ value }) => value));
  return svg({
    title: `mfa-kit on ${DATABASES[found.database]} at ${COMPARED_AT} connections: how many times as often`,
    bars,
    mark: { at: 1, title: 'as often' },
    from: least * 0.8,
    logarithmic: true,
    legend: ['as better-auth', 'as a server by tutorials'],
  });
}

/** How many times as long something takes in a larger installation. */
export function growthPlot(found: DatabaseFound): string {
  const [, ...larger] = sizesOf(found);
  const kinds = ['second', 'first'] as const;
  const bars = [...new Set(found.growth.map(({ scenario }) => scenario))].flatMap((scenario) =>
    larger.slice(-2).map((size, index, all): Bar => ({
      title: index === 0 ? TITLES[scenario] : '',
      value: slowdown(found, scenario, size),
      kind: kinds[index + 2 - all.length] ?? 'first',
    })),
  );
  const name = (size: string | undefined): string => `${Number(size ?? 0).toLocaleString('en')} people`;
  return svg({
    title: `${DATABASES[found.database]}: time beside an installation of ${name(sizesOf(found)[0])}`,
    bars,
    mark: { at: 1.3, title: '1.3 ×' },
    from: 0,
    logarithmic: false,
    legend: [name(larger.at(-1)), name(larger.at(-2))],
  });
}
