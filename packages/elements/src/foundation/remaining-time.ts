import { formatList, formatter } from '../languages/format.js';

const MINUTE = 60_000;
const UNITS = [
  ['day', 1440 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const;

/**
 * How long there is to wait, in its two largest units, such as "2 days and 23 hours". Minutes are rounded up, so that nobody comes back too
 * early; hours beside days to the nearest, since clocks are never quite the same. Empty once it is over.
 *
 * @param milliseconds to go.
 */
export function formatRemaining(language: string, milliseconds: number): string {
  // Within the last minute before a whole day or hour, that is what it is rounded up to.
  const first = UNITS.findIndex(([, size]) => milliseconds > size - MINUTE);
  if (first < 0) return '';
  const units = UNITS.slice(first, first + 2);
  const smallest = units.at(-1)?.[1] ?? MINUTE;
  const round = smallest === MINUTE ? Math.ceil : Math.round;
  let left = round(milliseconds / smallest) * smallest;
  const parts = units.flatMap(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
    return count ? formatter((tag) => new Intl.NumberFormat(tag, style), language).format(count) : [];
  });
  return formatList(language, parts);
}
