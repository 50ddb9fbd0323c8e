import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing, Purpose } from './key-ring.ts';
import { Problem } from '../api/problem.ts';

/** Where a sealed value lives. It goes into the additional data, so that a value copied to another row does not open there (rule K2). */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly row: string;
  readonly user: string;
}

/** A sealed value and the key that sealed it. */
export interface Sealed {
  readonly keyId: string;
  /** Nonce (12 bytes), ciphertext and tag (16 bytes), base64url. */
  readonly box: string;
}

const additionalData = (place: Place): Buffer =>
  Buffer.from(JSON.stringify([place.table, place.column, place.row, place.user]));

/** AES-256-GCM with a fresh nonce, under the ring's current key. */
export function seal(ring: KeyRing, purpose: Purpose, place: Place, plaintext: Buffer): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', ring.currentKey(purpose), nonce).setAAD(additionalData(place));
  const box = Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  return { keyId: ring.current, box: box.toString('base64url') };
}

/**
 * @throws Problem `unavailable` when the key is not in the ring.
 * @throws Error when the value was altered or belongs to another place.
 */
export function open(ring: KeyRing, purpose: Purpose, place: Place, sealed: Sealed): Buffer {
  const key = ring.key(sealed.keyId, purpose);
  if (!key) throw new Problem('unavailable', { reason: `key ${sealed.keyId} is not in the ring` });
  const box = Buffer.from(sealed.box, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, 12), { authTagLength: 16 })
    .setAAD(additionalData(place))
    .setAuthTag(box.subarray(-16));
  return Buffer.concat([decipher.update(box.subarray(12, -16)), decipher.final()]);
}
