import type { OtpAccount } from './otpauth.ts';

/** A code and how long it is the current one. */
export interface CurrentCode {
  readonly code: string;
  /** Of the period, 0 to 1. */
  readonly elapsed: number;
  /** Whole seconds, at least 1. */
  readonly secondsLeft: number;
}

/**
 * The code that an authenticator app shows (RFC 6238 with HMAC-SHA-1).
 *
 * @param milliseconds The time, since 1970.
 */
export async function currentCode(account: OtpAccount, milliseconds: number): Promise<CurrentCode> {
  const period = account.period * 1000;
  const step = Math.floor(milliseconds / period);
  const elapsed = (milliseconds - step * period) / period;
  return {
    code: await codeOfStep(account, step),
    elapsed,
    secondsLeft: Math.max(1, Math.ceil((1 - elapsed) * account.period)),
  };
}

async function codeOfStep({ secret, digits }: OtpAccount, step: number): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    decodeBase32(secret),
    { name: 'HMAC', hash: 'SHA-1' },
    false,
    ['sign'],
  );
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const digest = new DataView(await crypto.subtle.sign('HMAC', key, counter));
  // Dynamic truncation, RFC 4226 §5.3.
  const offset = digest.getUint8(digest.byteLength - 1) & 0xf;
  const number = digest.getUint32(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function decodeBase32(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const character of text) {
    held = ((held << 5) | ALPHABET.indexOf(character)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}
