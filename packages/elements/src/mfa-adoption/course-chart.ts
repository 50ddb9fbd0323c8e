import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Adoption, AdoptionPoint } from '../client/views-administration.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { adoptionFigures as english } from '../languages/en/adoption-figures.js';
import { formatDay, formatShare } from './amounts.js';

/** The drawing is this wide and high, in its own units; it is stretched to the room that there is, and only the lines keep their width. */
const SIZE = 100;

const SHARES = [1, 0.75, 0.5, 0.25, 0];

interface Dot {
  x: number;
  y: number;
}

/** A point of which a share can be told. */
type Told = AdoptionPoint & { share: number };

const isTold = (point: AdoptionPoint): point is Told => point.share !== null;

/** The share of people with a second step over time, as a line, with what it says in words. The numbers are in the table below it. */
export function renderCourse(element: MfaElement, { series }: Adoption): TemplateResult {
  const texts = element.strings('adoptionFigures', english);
  const { language } = element;
  const told = series.filter(isTold);
  const [first, last] = [told[0], told.at(-1)];
  const share = (point: Told): string => formatShare(language, point.share, texts.none);
  const words = (): string => {
    if (!first || !last) return texts.noCourse;
    const end = formatDay(language, last.to);
    if (first === last) return texts.onlyPoint(share(last), end);
    return texts.course(share(first), formatDay(language, first.from), share(last), end);
  };
  return html`<figure part="chart" aria-labelledby="course-title">
    <figcaption>
      <h3 id="course-title">${texts.chart}</h3>
      <p part="hint" id="course">${words()}</p>
    </figcaption>
    ${first ? renderPlot(language, series) : ''}
  </figure>`;
}

function renderPlot(language: string, series: readonly AdoptionPoint[]): TemplateResult {
  const ends = [series[0]?.from, series.at(-1)?.to];
  return html`<div class="plot">
    <ol class="shares" aria-hidden="true">
      ${SHARES.map((share) => html`<li>${formatShare(language, share, '')}</li>`)}
    </ol>
    <svg
      viewBox="0 0 ${SIZE} ${SIZE}"
      preserveAspectRatio="none"
      role="img"
      aria-labelledby="course-title"
      aria-describedby="course"
    >
      ${SHARES.map((share) => svg`<path class="grid" d="M0 ${heightOf(share)}H${SIZE}" />`)}
      ${stretches(series).map(renderStretch)}
    </svg>
    <p class="days" aria-hidden="true">
      ${ends.map((day) => (day ? html`<span>${formatDay(language, day)}</span>` : ''))}
    </p>
  </div>`;
}

/** Where nobody counted the line is broken: nothing is drawn that nobody knows. */
function stretches(series: readonly AdoptionPoint[]): Dot[][] {
  const found: Dot[][] = [[]];
  for (const [index, { share }] of series.entries()) {
    if (share === null) found.push([]);
    else
      found.at(-1)?.push({ x: round((index / Math.max(1, series.length - 1)) * SIZE), y: heightOf(share) });
  }
  return found.filter((dots) => dots.length > 0);
}

function renderStretch(dots: readonly Dot[]): SVGTemplateResult {
  // A line to where it is already makes a dot of a point alone.
  const look = dots.length > 1 ? 'line' : 'line dot';
  const line = dots.map(({ x, y }) => `${String(x)} ${String(y)}`).join('L');
  const [first, last] = [dots[0]?.x ?? 0, dots.at(-1)?.x ?? 0];
  return svg`<path class="area" d="M${line}L${last} ${SIZE}H${first}Z" /><path class=${look} d="M${line}h0" />`;
}

const heightOf = (share: number): number => round(SIZE - share * SIZE);

const round = (length: number): number => Math.round(length * 100) / 100;
