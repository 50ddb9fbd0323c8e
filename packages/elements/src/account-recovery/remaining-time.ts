import { formatList, formatter } from '../languages/format.js';

const MINUTE = 60_000;
const UNITS = [
  ['day', 1440 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const;

/**
 * How long there is to wait, in its two largest units, such as "2 days and 23 hours". What is left of the smaller one counts as a whole, so
 * that nobody comes back too early. Empty once it is over.
 *
 * @param milliseconds to go.
 */
export function formatRemaining(language: string, milliseconds: number): string {
  // Within the last minute before a whole day or hour, that is what it is rounded up to.
  const first = UNITS.findIndex(([, size]) => milliseconds > size - MINUTE);
  if (first < 0) return '';
  const units = UNITS.slice(first, first + 2);
  const smallest = units.at(-1)?.[1] ?? MINUTE;
  let left = Math.ceil(milliseconds / smallest) * smallest;
  const parts = units.flatMap(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
    return count ? formatter((tag) => new Intl.NumberFormat(tag, style), language).format(count) : [];
  });
  return formatList(language, parts);
}
