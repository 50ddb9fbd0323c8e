import { setTimeout as pause } from 'node:timers/promises';
import { assertKeysFit, rotateKeys, sealedWithOthers } from '../keys/key-care.ts';
import type { KeyNeeds } from '../keys/keys.store.ts';
import { followClock } from '../ports/clock-of-database.ts';
import { systemClock, type Clock } from '../ports/clock.ts';
import { plainKeys } from '../ports/key-provider.ts';
import { generateKeyRing, KEY_ID, type KeyRing } from '../secrets/key-ring.ts';
import type { Store } from '../store/store.ts';
import type { Given } from './given.ts';
import { UsageError } from './usage-error.ts';

/** Between two batches of a rotation, so that a server on the same SQLite file gets its turns. Milliseconds. */
const GIVING_WAY = 20;
/** A line each so many secrets. */
const TOLD_EVERY = 5_000;

/** Prints a ring with one new key; with a provider in the configuration, wrapped by it. */
export async function printNewRing(id = 'k1', { configuration }: Given): Promise<void> {
  if (!KEY_ID.test(id)) throw new UsageError('--id has to be 1 to 32 letters, digits, - or _');
  const { keys } = generateKeyRing();
  const key = Buffer.from(keys['k1'] ?? '', 'base64url');
  const provider = configuration?.keyProvider ?? plainKeys;
  console.log(JSON.stringify({ current: id, keys: { [id]: await provider.wrap(key, id) } }));
}

/** Compares the ring with the database, and prints what each key is still needed for. */
export async function checkKeys(store: Store, ring: KeyRing): Promise<void> {
  await assertKeysFit(store, ring, systemClock);
  printNeeds(await store.countByKey(), ring);
}

/** @throws Error when something is left that is not sealed with the current key. */
export async function rotate(store: Store, ring: KeyRing): Promise<void> {
  await withClock(store, async (clock) => {
    await assertKeysFit(store, ring, clock);
    let told = 0;
    const { moved, unreadable } = await rotateKeys(store, ring, clock, async (sofar, waiting) => {
      if (sofar - told >= TOLD_EVERY) {
        told = sofar;
        console.log(`${sofar} of ${waiting} secrets so far`);
      }
      await pause(GIVING_WAY);
    });
    console.log(`${moved} secrets sealed anew with ${ring.current}`);
    const needs = await store.countByKey();
    printNeeds(needs, ring);
    for (const { user, row } of unreadable)
      console.error(`cannot be opened: the authenticator ${row} of the person ${user}`);
    if (unreadable.length > 0) {
      throw new Error(
        `${unreadable.length} secrets were left as they are; those authenticators have to be set up again`,
      );
    }
    const left = sealedWithOthers(needs, ring);
    if (left > 0) {
      throw new Error(
        `${left} secrets were sealed with another key meanwhile: a process still has it as its current one; restart it with this ring and run this again`,
      );
    }
  });
}

function printNeeds(needs: readonly KeyNeeds[], { ids, current }: KeyRing): void {
  const inRing = ids.map(
    (keyId) =>
      needs.find((one) => one.keyId === keyId) ?? { keyId, secrets: 0, recoveryCodes: 0, passing: 0 },
  );
  const others = needs.filter(({ keyId }) => !ids.includes(keyId));
  for (const { keyId, secrets, recoveryCodes, passing } of [...inRing, ...others]) {
    const role = !ids.includes(keyId)
      ? 'not in the ring'
      : keyId === current
        ? 'current'
        : secrets + recoveryCodes + passing === 0
          ? 'not used'
          : 'still needed';
    const shortly = passing > 0 ? `, ${passing} that pass within the hour` : '';
    console.log(`${keyId}: ${secrets} secrets, ${recoveryCodes} recovery codes${shortly}; ${role}`);
  }
}

/** Where the database has a clock, the audit is by that (rule S9). */
async function withClock(store: Store, use: (clock: Clock) => Promise<void>): Promise<void> {
  const following = store.time && (await followClock(store.time));
  try {
    await use(following ?? systemClock);
  } finally {
    following?.stop();
  }
}
