import { checksOf, missingKeys } from '../keys/key-care.ts';
import type { KeyStore } from '../keys/keys.store.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { foundIf, type Finding } from './finding.ts';

/** Holds the ring against the database, and changes nothing: what a start would refuse, and what a rotation left. */
export async function examineKeys(store: KeyStore, ring: KeyRing): Promise<readonly Finding[]> {
  const needs = await store.countByKey();
  const lasting = needs.filter(({ secrets, recoveryCodes }) => secrets + recoveryCodes > 0);
  const missing = missingKeys(
    ring,
    lasting.map(({ keyId }) => keyId),
  );
  const stored = new Map((await store.listKeyChecks()).map((check) => [check.keyId, check.checkValue]));
  const other = checksOf(ring)
    .filter(({ keyId, checkValue }) => (stored.get(keyId) ?? checkValue) !== checkValue)
    .map(({ keyId }) => keyId);
  const older = lasting.filter(({ keyId, secrets }) => keyId !== ring.current && secrets > 0);
  const unneeded = ring.ids.filter((id) => id !== ring.current && !needs.some(({ keyId }) => keyId === id));
  return [
    ...foundIf(missing.length > 0, 'keys.missing', missing.join(', ')),
    ...foundIf(other.length > 0, 'keys.other', other.join(', ')),
    ...foundIf(
      older.length > 0,
      'keys.unfinished',
      older.map(({ keyId, secrets }) => `${secrets} with ${keyId}`).join(', '),
    ),
    ...foundIf(unneeded.length > 0, 'keys.removable', unneeded.join(', ')),
  ];
}
