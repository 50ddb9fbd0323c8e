import { formatter } from '../languages/format.js';

/** A share, such as "74.2%". @param share from 0 to 1; null where it is one of nothing. @param none stands for that. */
export function formatShare(language: string, share: number | null, none: string): string {
  if (share === null) return none;
  return formatter(
    (tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 }),
    language,
  ).format(share);
}

/** A count, such as "1,204". */
export function formatCount(language: string, count: number): string {
  return formatter((tag) => new Intl.NumberFormat(tag), language).format(count);
}

/** A day in UTC, such as "Mar 2, 2026", wherever the person is. @param day such as `2026-03-02`. */
export function formatDay(language: string, day: string): string {
  return formatter(
    (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' }),
    language,
  ).format(new Date(day));
}
