import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { NodeCryptoPlugin } from '@otplib/plugin-crypto-node';
import { z } from 'zod';
import { verifySync, type HashAlgorithm } from 'otplib';

/** What every authenticator app supports (rule K4). */
const PERIOD_SECONDS = 30;
const OPTIONS = { strategy: 'totp', algorithm: 'sha1', digits: 6, period: PERIOD_SECONDS } as const;

/**
 * A check computes three HMACs with one key. Node is several times quicker with a `KeyObject` that is kept than with the raw bytes each
 * time; the library hands over the same array for all three, which the weak map recognises.
 */
class KeptKeyCrypto extends NodeCryptoPlugin {
  readonly #keys = new WeakMap<Uint8Array, KeyObject>();

  override hmac(algorithm: HashAlgorithm, key: Uint8Array, data: Uint8Array): Uint8Array {
    let kept = this.#keys.get(key);
    if (!kept) {
      kept = createSecretKey(key);
      this.#keys.set(key, kept);
    }
    return createHmac(algorithm, kept).update(data).digest();
  }
}

const crypto = new KeptKeyCrypto();

/** Six digits as a string and nothing else: checked before any secret is loaded, since the library throws on other input (rule K4). */
export const totpCode = z.string().regex(/^[0-9]{6}$/);

/**
 * Finds the time step that a code belongs to: the present one or one beside it. It says nothing about replay; the store does, in the
 * statement that accepts the step.
 *
 * @param secret 20 bytes.
 * @param code Six digits; see `totpCode`.
 * @param now Milliseconds.
 * @returns the time step (30 seconds each since 1970), or `undefined` for a wrong code.
 */
export function matchingStep(secret: Uint8Array, code: string, now: number): number | undefined {
  const result = verifySync({
    ...OPTIONS,
    crypto,
    secret,
    token: code,
    epoch: Math.floor(now / 1000),
    epochTolerance: PERIOD_SECONDS,
  });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}
