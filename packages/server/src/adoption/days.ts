/** Milliseconds. */
export const DAY = 86_400_000;

/** The day that a moment is in, in UTC, numbered from 1970. */
export const dayOf = (at: number): number => Math.floor(at / DAY);

/** As ISO 8601 has it. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Days one after another, both included. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

/** Up to a month is told by the day, more by the week. */
const LONGEST_BY_DAY = 31;
const WEEK = 7;

/** How long the points of a chart are. */
export const stepOf = ({ first, last }: DaySpan): 'day' | 'week' =>
  last - first < LONGEST_BY_DAY ? 'day' : 'week';

/** The points of a chart, oldest first; of weeks, the last may be shorter. */
export function pointsOf(span: DaySpan): readonly DaySpan[] {
  const length = stepOf(span) === 'day' ? 1 : WEEK;
  const points: DaySpan[] = [];
  for (let first = span.first; first <= span.last; first += length)
    points.push({ first, last: Math.min(first + length - 1, span.last) });
  return points;
}
