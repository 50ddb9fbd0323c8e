import { randomBytes } from 'node:crypto';

/** Crockford's base32: no I, L, O or U, so that a code read aloud or written by hand comes back the same (rule K3). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FORM = /^[0-9A-HJKMNP-TV-Z]{16}$/;
const SELECTOR_LENGTH = 4;
const LENGTH = 16;

/** A recovery code in its two parts: the selector (20 bits) finds the row, the verifier (60 bits) is the secret. */
export interface RecoveryCode {
  readonly selector: string;
  readonly verifier: string;
}

const randomCharacters = (count: number): string =>
  // 256 is a multiple of 32, so the remainder is as even as the bytes.
  Array.from(randomBytes(count), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');

/** New codes, with selectors that differ. */
export function newRecoveryCodes(count: number): readonly RecoveryCode[] {
  const selectors = new Set<string>();
  while (selectors.size < count) selectors.add(randomCharacters(SELECTOR_LENGTH));
  return [...selectors].map((selector) => ({
    selector,
    verifier: randomCharacters(LENGTH - SELECTOR_LENGTH),
  }));
}

/** As a person sees it: `XXXX-XXXX-XXXX-XXXX`. */
export function formatRecoveryCode({ selector, verifier }: RecoveryCode): string {
  return (selector + verifier).replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * Reads a code as a person typed it: any case, any spaces and dashes, full-width letters, I and L for 1, O for 0 (rule K3).
 *
 * @returns `undefined` when it cannot be a code, however it is read.
 */
export function parseRecoveryCode(typed: string): RecoveryCode | undefined {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase()
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  return FORM.test(text)
    ? { selector: text.slice(0, SELECTOR_LENGTH), verifier: text.slice(SELECTOR_LENGTH) }
    : undefined;
}
