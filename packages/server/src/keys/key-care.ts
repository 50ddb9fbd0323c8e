import type { ActivityStore } from '../activity/activity.store.ts';
import { systemEntry } from '../activity/journal.ts';
import type { Clock } from '../ports/clock.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import type { KeyStore } from './keys.store.ts';
import { open, seal, type Place, type Sealed } from '../secrets/sealing.ts';

/** So many values are read at once; each is written by itself, so stopping in the middle loses nothing. */
const BATCH = 200;

/** What a rotation did. */
export interface RotationReport {
  /** Secrets that were sealed anew. */
  readonly moved: number;
  /** Secrets that no key of the ring opens; they are as they were, and cannot be used either. */
  readonly unreadable: readonly Place[];
}

/**
 * Compares each key of the ring with the check value that it left in this database (rule K2): a wrong ring is found at start, and not
 * at the first person who cannot sign in.
 *
 * @throws Error naming the keys that are not the ones this database was written with.
 */
export async function assertKeysFit(store: KeyStore, ring: KeyRing, clock: Clock): Promise<void> {
  const needed = await store.countByKey();
  const missing = needed.map(({ keyId }) => keyId).filter((id) => !ring.ids.includes(id));
  if (missing.length > 0) {
    throw new Error(
      `stored secrets need the keys ${missing.join(', ')}, which are not in the ring; add them back`,
    );
  }
  const checks = ring.ids.map((keyId) => ({ keyId, checkValue: ring.checkValue(keyId) }));
  const wrong = await store.rememberKeyChecks(checks, clock.now());
  if (wrong.length > 0) {
    throw new Error(
      `this database was written with other keys than those given as ${wrong.join(', ')}; give it the ring that it was made with`,
    );
  }
}

/**
 * Seals everything that is under an older key with the current one, while the kit serves. Resumable: what is done is done, and a second
 * run finds only the rest. A secret that cannot be opened holds up no other: it is left alone and reported. Recovery codes are hashes and
 * cannot be sealed anew: an older key stays in the ring until `countByKey` says 0.
 */
export async function rotateKeys(
  store: KeyStore & ActivityStore,
  ring: KeyRing,
  clock: Clock,
): Promise<RotationReport> {
  let moved = 0;
  let after: Place | undefined;
  const unreadable: Place[] = [];
  for (;;) {
    const batch = await store.sealedWithOtherKeys(ring.current, BATCH, after);
    if (batch.length === 0) break;
    for (const { place, sealed } of batch) {
      const plain = openIfPossible(ring, place, sealed);
      if (!plain) unreadable.push(place);
      // Another process or a sign-in may have been quicker; then there is nothing left to do for this one.
      else if (await store.reseal(place, sealed, seal(ring, 'totp-secret', place, plain))) moved += 1;
    }
    after = batch.at(-1)?.place;
  }
  if (moved > 0) {
    await store.recordEntries([
      systemEntry(clock.now(), '', {
        event: 'auth.keys.rotated',
        outcome: 'success',
        details: {
          to: ring.current,
          secrets: moved,
          ...(unreadable.length > 0 && { unreadable: unreadable.length }),
        },
      }),
    ]);
  }
  return { moved, unreadable };
}

function openIfPossible(ring: KeyRing, place: Place, sealed: Sealed): Buffer | undefined {
  try {
    return open(ring, 'totp-secret', place, sealed);
  } catch {
    return undefined;
  }
}
