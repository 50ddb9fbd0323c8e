/** What an authenticator app keeps of an account. */
export interface OtpAccount {
  readonly issuer: string;
  readonly account: string;
  /** Base32 without padding. */
  readonly secret: string;
  readonly digits: number;
  /** Seconds. */
  readonly period: number;
}

/**
 * Reads what a QR code holds, or a secret that was copied as text.
 *
 * @param text `otpauth://totp/…`, or base32 in any grouping.
 * @returns undefined for anything else, and for codes that this app cannot make (HOTP, other hashes).
 */
export function parseOtpAccount(text: string): OtpAccount | undefined {
  const trimmed = text.trim();
  if (!/^otpauth:/i.test(trimmed)) return fromSecret(trimmed);
  if (!URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  const parameters = url.searchParams;
  const secret = normalSecret(parameters.get('secret') ?? '');
  const digits = Number(parameters.get('digits') ?? 6);
  const period = Number(parameters.get('period') ?? 30);
  const usual = url.host === 'totp' && (parameters.get('algorithm') ?? 'SHA1').toUpperCase() === 'SHA1';
  if (!usual || !secret || ![6, 7, 8].includes(digits) || !Number.isInteger(period) || period < 1)
    return undefined;
  const [account = '', prefix = ''] = labelOf(url).split(/:\s*/, 2).reverse();
  return { issuer: parameters.get('issuer') ?? prefix, account, secret, digits, period };
}

function fromSecret(text: string): OtpAccount | undefined {
  const secret = normalSecret(text);
  // Fewer than 80 bits is no secret anybody issues, but a word that happens to be base32.
  return secret && secret.length >= 16
    ? { issuer: '', account: '', secret, digits: 6, period: 30 }
    : undefined;
}

function labelOf(url: URL): string {
  try {
    return decodeURIComponent(url.pathname.replace(/^\//, ''));
  } catch {
    return url.pathname.replace(/^\//, '');
  }
}

function normalSecret(text: string): string | undefined {
  const secret = text.replaceAll(/[\s-]/g, '').replace(/=+$/, '').toUpperCase();
  return /^[A-Z2-7]+$/.test(secret) ? secret : undefined;
}
