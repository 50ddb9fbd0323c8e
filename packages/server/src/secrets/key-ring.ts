import { createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import type { KeyProvider } from '../ports/key-provider.ts';
import { plainKeys } from '../ports/key-provider.ts';

/** Length of each key of the ring. */
export const KEY_BYTES = 32;

/** What a key may be called. */
export const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/;

/** What a key is used for. One key derived per purpose, so that no two uses can be played against each other (rule K2). */
export type Purpose =
  'totp-secret' | 'recovery-code-pepper' | 'recovery-ask' | 'member-cursor' | 'case-cursor' | 'check';

/** The ring as it is configured: all keys that something may still be sealed with, and which one seals from now on. */
export interface KeyRingSettings {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}

/** Keys in memory, derived on first use and kept: making a `KeyObject` anew for each call costs more than the cipher. */
export interface KeyRing {
  readonly current: string;
  readonly ids: readonly string[];
  /** @returns the key, or `undefined` when the ring does not hold it. */
  key(id: string, purpose: Purpose): KeyObject | undefined;
  currentKey(purpose: Purpose): KeyObject;
  /** A value that only this key can have made; stored at first start and compared at each later one. */
  checkValue(id: string): string;
}

/** A ring with one new key, `k1`. */
export function generateKeyRing(): KeyRingSettings {
  return { current: 'k1', keys: { k1: randomBytes(KEY_BYTES).toString('base64url') } };
}

/**
 * Unwraps and derives.
 *
 * @throws Error when a key is not 32 bytes, or when the provider fails; it says which.
 */
export async function openKeyRing(
  settings: KeyRingSettings,
  provider: KeyProvider = plainKeys,
): Promise<KeyRing> {
  const roots = new Map<string, Buffer>();
  for (const [id, wrapped] of Object.entries(settings.keys)) {
    const root = await unwrapped(provider, wrapped, id);
    if (root.length !== KEY_BYTES)
      throw new Error(`key ${id}: expected ${KEY_BYTES} bytes, found ${root.length}`);
    roots.set(id, root);
  }
  const derived = new Map<string, KeyObject>();

  function key(id: string, purpose: Purpose): KeyObject | undefined {
    const name = `${purpose}/${id}`;
    const known = derived.get(name);
    if (known) return known;
    const root = roots.get(id);
    if (!root) return undefined;
    const made = createSecretKey(
      Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `mfa-kit/${purpose}`, 32)),
    );
    derived.set(name, made);
    return made;
  }

  function keyInRing(id: string, purpose: Purpose): KeyObject {
    const found = key(id, purpose);
    if (!found) throw new Error(`key ${id} is not in the ring`);
    return found;
  }

  keyInRing(settings.current, 'check');
  return {
    current: settings.current,
    ids: [...roots.keys()],
    key,
    currentKey: (purpose) => keyInRing(settings.current, purpose),
    checkValue: (id) => createHmac('sha256', keyInRing(id, 'check')).update(id).digest('base64url'),
  };
}

async function unwrapped(provider: KeyProvider, wrapped: string, id: string): Promise<Buffer> {
  try {
    return await provider.unwrap(wrapped, id);
  } catch (cause) {
    throw new Error(`key ${id} could not be unwrapped: ${(cause as Error).message}`, { cause });
  }
}
