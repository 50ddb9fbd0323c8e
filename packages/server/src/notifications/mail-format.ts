import type { MailFormat } from './languages/mail-language.ts';

const DATE = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const TIME = { ...DATE, hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;

/**
 * Without a region, English dates are those that nobody takes for another day. Codes and addresses are written in the digits 0 to 9, and so
 * are moments beside them, in Arabic too.
 */
const localeOf = (tag: string): string =>
  tag === 'en' ? 'en-GB' : tag.replace(/^ar(?=-|$).*/, '$&-u-nu-latn');

/** A host stores what it likes as a time zone; what is none must not keep a mail from going out. */
function known(timeZone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timeZone ?? 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/**
 * How a mail tells moments. Times name their zone.
 *
 * @param tag BCP 47.
 * @param timeZone The person's, as the host knows it; UTC when it does not.
 */
export function mailFormat(tag: string, timeZone?: string): MailFormat {
  const zone = { timeZone: known(timeZone) };
  const time = new Intl.DateTimeFormat(localeOf(tag), { ...TIME, ...zone });
  const date = new Intl.DateTimeFormat(localeOf(tag), { ...DATE, ...zone });
  return { time: (at) => time.format(at), date: (at) => date.format(at) };
}

const RIGHT_TO_LEFT: ReadonlySet<string | undefined> = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Nkoo',
  'Rohg',
  'Syrc',
  'Thaa',
]);

/** @param tag BCP 47. */
export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script) ? 'rtl' : 'ltr';

/** Keeps a text of another direction, such as a name or an address, from mixing with the sentence around it. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
