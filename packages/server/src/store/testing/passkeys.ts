import { randomBytes } from 'node:crypto';
import type {
  Ceremony,
  PasskeyRegistration,
  StoredPasskey,
  UsedPasskey,
} from '../../passkeys/passkeys.store.ts';
import { newId } from '../../secrets/ids.ts';
import { newToken } from '../../secrets/tokens.ts';
import { MINUTE, recoveryCodeSet, roomAt, START, type Person } from './person.ts';

/** The cap that the tests use; the rule's own number is the feature's. */
export const MOST_PASSKEYS = 20;

/** What a device would have made. The store does not look into keys. */
export const passkeyOf = (person: Person, change: Partial<StoredPasskey> = {}): StoredPasskey => ({
  userId: person.id,
  id: newId(),
  credentialId: newId(),
  publicKey: newId(),
  counter: 0,
  name: 'Phone',
  aaguid: '00000000-0000-0000-0000-000000000000',
  transports: ['hybrid', 'internal'],
  backupEligible: true,
  backedUp: true,
  createdAt: START,
  ...change,
});

export async function registrationOf(
  person: Person,
  passkey: StoredPasskey = passkeyOf(person),
  change: Partial<PasskeyRegistration> = {},
): Promise<PasskeyRegistration> {
  const { epoch, totpFactors, passkeys } = await person.facts(passkey.createdAt);
  return {
    passkey,
    epoch,
    rotation: person.rotation(passkey.createdAt),
    others: roomAt(passkey.createdAt),
    ...(totpFactors + passkeys === 0 && { recoveryCodes: recoveryCodeSet(passkey.createdAt) }),
    entries: [],
    ...change,
  };
}

/** Adds a passkey the way people do. */
export async function addPasskey(
  person: Person,
  change: Partial<StoredPasskey> = {},
): Promise<StoredPasskey> {
  const registration = await registrationOf(person, passkeyOf(person, change));
  const verdict = await person.store.registerPasskey(registration, MOST_PASSKEYS);
  if (verdict !== 'registered') throw new Error(`the passkey was not registered: ${verdict}`);
  person.tookOver(registration.rotation);
  return registration.passkey;
}

/** An assertion that was accepted. */
export const useOf = ({ id }: StoredPasskey, change: Partial<UsedPasskey> = {}): UsedPasskey => ({
  method: 'passkey',
  passkeyId: id,
  counter: 0,
  backedUp: true,
  anyCounter: false,
  ...change,
});

export const newHandle = (): string => randomBytes(64).toString('base64url');

export const newCeremony = (change: Partial<Ceremony> = {}): Ceremony => ({
  challengeHash: newToken().hash,
  purpose: 'step-up',
  owner: newId(),
  options: { userVerification: 'preferred' },
  expiresAt: START + 5 * MINUTE,
  ...change,
});
