import { systemEntry, type Entry } from '../activity/journal.ts';
import type { Clock } from '../ports/clock.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { open, seal, type Place, type Sealed } from '../secrets/sealing.ts';
import { hashOfToken } from '../secrets/tokens.ts';
import type { KeyNeeds, KeyStore, Resealing } from './keys.store.ts';

/** So many values are sealed anew in one transaction: short enough that nobody who signs in meanwhile notices. */
const BATCH = 500;

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
 * @throws Error naming the keys that are missing, or are not the ones this database was written with.
 */
export async function assertKeysFit(store: KeyStore, ring: KeyRing, clock: Clock): Promise<void> {
  const missing = missingKeys(ring, await store.listNeededKeys());
  if (missing.length > 0) {
    throw new Error(
      `stored secrets need the keys ${missing.join(', ')}, which are not in the ring (it has ${ring.ids.join(', ')}); add them back under these names`,
    );
  }
  const wrong = await store.rememberKeyChecks(checksOf(ring), clock.now());
  if (wrong.length > 0) {
    throw new Error(
      `this database was written with other keys than those given as ${wrong.join(', ')}; give it the ring that it was made with`,
    );
  }
}

/** Keys that something stored needs, and the ring has not. */
export const missingKeys = (ring: KeyRing, needed: readonly string[]): readonly string[] =>
  needed.filter((id) => !ring.ids.includes(id));

/** What each key of the ring leaves in a database. */
export const checksOf = (ring: KeyRing): { readonly keyId: string; readonly checkValue: string }[] =>
  ring.ids.map((keyId) => ({ keyId, checkValue: ring.checkValue(keyId) }));

/** How many secrets are sealed with another key than the current one. */
export const sealedWithOthers = (needs: readonly KeyNeeds[], { current }: KeyRing): number =>
  needs.filter(({ keyId }) => keyId !== current).reduce((sum, { secrets }) => sum + secrets, 0);

/**
 * Seals everything that is under an older key with the current one, while the kit serves. Resumable: what is done is done, and a second run
 * finds only the rest; the audit tells of both as of one. A secret that cannot be opened holds up no other: it is left alone and reported. Recovery
 * codes are hashes and cannot be sealed anew: an older key stays in the ring until `countByKey` says 0.
 *
 * @param between Awaited after each few hundred, and told how many of how many were sealed anew so far: to tell others, and to give way to them.
 */
export async function rotateKeys(
  store: KeyStore,
  ring: KeyRing,
  clock: Clock,
  between: (moved: number, waiting: number) => Promise<void> = () => Promise.resolve(),
): Promise<RotationReport> {
  const waiting = sealedWithOthers(await store.countByKey(), ring);
  let moved = 0;
  let after: Place | undefined;
  const unreadable: Place[] = [];
  for (;;) {
    const batch = await store.sealedWithOtherKeys(ring.current, BATCH, after);
    if (batch.length === 0) return { moved, unreadable };
    const values = batch.flatMap(({ place, sealed }): Resealing[] => {
      const plain = openIfPossible(ring, place, sealed);
      if (!plain) unreadable.push(place);
      return plain ? [{ place, from: sealed, to: seal(ring, 'totp-secret', place, plain) }] : [];
    });
    // Another process or a sign-in may have been quicker; then there is nothing left to do for that one.
    moved += await store.reseal(values, [begun(ring.current, waiting, clock.now())]);
    after = batch.at(-1)?.place;
    await between(moved, waiting);
  }
}

/** Written with the first that is sealed anew, and not at the end, which a process that is killed does not see; once for all runs within two days. */
function begun(to: string, secrets: number, now: number): Entry {
  const happening = { event: 'auth.keys.rotated', outcome: 'success', details: { to, secrets } } as const;
  return { ...systemEntry(now, '', happening), once: hashOfToken(`auth.keys.rotated ${to}`) };
}

function openIfPossible(ring: KeyRing, place: Place, sealed: Sealed): Buffer | undefined {
  try {
    return open(ring, 'totp-secret', place, sealed);
  } catch {
    return undefined;
  }
}
