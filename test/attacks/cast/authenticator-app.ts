import { createHmac } from 'node:crypto';

const STEP_MILLISECONDS = 30_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const stepAt = (milliseconds: number): number => Math.floor(milliseconds / STEP_MILLISECONDS);

/** An authenticator app with one account (RFC 6238). */
export class AuthenticatorApp {
  readonly #key: Buffer;
  /** The last time step whose code it handed out to be used. */
  lastStep = 0;

  /** @param secret base32, as the server shows it */
  constructor(secret: string) {
    const bits = Array.from(secret, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join(
      '',
    );
    this.#key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  }

  codeOfStep(step: number): string {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(step));
    const digest = createHmac('sha1', this.#key).update(counter).digest();
    const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 0xf) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, '0');
  }

  /** Well-formed codes of no step near a time. */
  wrongCodes(milliseconds: number, count: number): readonly string[] {
    const now = stepAt(milliseconds);
    const near = new Set(Array.from({ length: 41 }, (_, index) => this.codeOfStep(now - 20 + index)));
    const codes = Array.from({ length: count + near.size }, (_, index) => String(200_000 + index));
    return codes.filter((code) => !near.has(code)).slice(0, count);
  }
}
