/**
 * A tag that `Intl` refuses must not take an element down: English formats instead. Codes and addresses are written in the digits 0 to 9,
 * and so are all numbers beside them, in Arabic too, unless the tag asks for other digits, such as `ar-EG-u-nu-arab`.
 */
export function formatter<Formatter>(make: (language: string) => Formatter, language: string): Formatter {
  try {
    return make(/^ar\b(?!.*-u-)/i.test(language) ? `${language}-u-nu-latn` : language);
  } catch {
    return make('en');
  }
}

/** Chooses among the forms of a word by the rules of a language. */
export function plural(
  language: string,
  count: number,
  forms: { one: string; other: string } & Partial<Record<Intl.LDMLPluralRule, string>>,
): string {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
}

/**
 * Keeps a text of another direction from mixing with the sentence around it: in a language that is written from right to left, everything
 * that somebody else wrote, such as names, addresses and codes.
 */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/** A day, such as "14 November 2025". @param at ISO 8601. */
export function formatDate(language: string, at: string): string {
  return formatter((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long' }), language).format(
    new Date(at),
  );
}

/** A day and a time, such as "14 Nov 2025, 16:20". @param at ISO 8601. */
export function formatTime(language: string, at: string): string {
  return formatter(
    (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }),
    language,
  ).format(new Date(at));
}

/** "a, b and c" */
export function formatList(language: string, items: readonly string[]): string {
  return formatter((tag) => new Intl.ListFormat(tag), language).format(items);
}

const SPANS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_556_952],
  ['month', 2_629_746],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** How long ago or ahead, such as "3 days ago". @param at ISO 8601. @param now milliseconds since 1970. */
export function formatRelative(language: string, at: string, now: number): string {
  const seconds = (Date.parse(at) - now) / 1000;
  const [unit, size] = SPANS.find(([, span]) => Math.abs(seconds) >= span) ?? ['second', 1];
  return formatter((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }), language).format(
    Math.trunc(seconds / size),
    unit,
  );
}

const WAITS = [
  ['hour', 3600],
  ['minute', 60],
] as const;

/** A span to wait, such as "45 seconds", "2 minutes" or "24 hours". It is rounded up, so that nobody comes back too early. @param seconds at least 0. */
export function formatWait(language: string, seconds: number): string {
  const [unit, size] = WAITS.find(([, span]) => seconds > 1.5 * span) ?? ['second', 1];
  return formatter(
    (tag) => new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }),
    language,
  ).format(Math.ceil(seconds / size));
}
