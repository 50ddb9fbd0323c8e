const ELIDED = { il: 'l’', dal: 'dall’', al: 'all’' };

/** A date with the article that stands before it: "il 14 novembre", but "l’8 novembre". @param date begins with the day. */
export function before(article: keyof typeof ELIDED, date: string): string {
  return /^(8|11)\b/.test(date) ? `${ELIDED[article]}${date}` : `${article} ${date}`;
}
