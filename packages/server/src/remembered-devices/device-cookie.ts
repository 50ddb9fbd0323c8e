import { looksLikeToken } from '../secrets/tokens.ts';

/**
 * What a browser holds of one remembered device: the series names it for as long as it is remembered, the token proves it and is a new
 * one after each use. Both are secret (rule K1): whoever has not seen the cookie can neither use the device nor have it forgotten.
 */
export interface HeldDevice {
  readonly series: string;
  readonly token: string;
}

/** People who share a browser each have a device of their own in its cookie. So many, and the one longest there makes room. */
const MOST_IN_A_BROWSER = 4;

/** Reads the cookie of remembered devices. What is not of its form is nothing. */
export function readDevices(cookie: string | undefined): readonly HeldDevice[] {
  const bySeries = new Map<string, HeldDevice>();
  for (const part of (cookie ?? '').split('~')) {
    const [series = '', token = '', ...others] = part.split('.');
    if (others.length === 0 && looksLikeToken(series) && looksLikeToken(token)) {
      bySeries.set(series, { series, token });
    }
  }
  return [...bySeries.values()].slice(-MOST_IN_A_BROWSER);
}

/** Only characters that a cookie's value carries as they are. */
export const writeDevices = (devices: readonly HeldDevice[]): string =>
  devices
    .slice(-MOST_IN_A_BROWSER)
    .map(({ series, token }) => `${series}.${token}`)
    .join('~');
