const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A length of time as people write it: `'30s'`, `'5m'`, `'24h'`, `'30d'`. */
export type Duration = `${number}${keyof typeof UNITS}`;

const FORM = /^([1-9][0-9]{0,5})([smhd])$/;

/** Whether a text is a `Duration`. */
export function isDuration(text: string): text is Duration {
  return FORM.test(text);
}

/**
 * @returns milliseconds.
 * @throws RangeError when the text is not a whole number followed by s, m, h or d.
 */
export function milliseconds(duration: Duration): number {
  const [, amount, unit] = FORM.exec(duration) ?? [];
  if (amount === undefined || unit === undefined) throw new RangeError(`not a duration: ${duration}`);
  return Number(amount) * UNITS[unit as keyof typeof UNITS];
}
