import type { Entry } from '../activity/journal.ts';
import type { Place, Sealed } from '../secrets/sealing.ts';

/** What tells one key from another of the same name. */
export interface KeyCheck {
  readonly keyId: string;
  readonly checkValue: string;
}

/** What of the database one key is needed for. */
export interface KeyNeeds {
  readonly keyId: string;
  /** Secrets of authenticators. */
  readonly secrets: number;
  readonly recoveryCodes: number;
  /** Enrolments that are not confirmed yet, and recoveries that were only just asked for: within the hour they are gone by themselves. */
  readonly passing: number;
}

/** A value to be sealed with another key. */
export interface Resealing {
  readonly place: Place;
  /** What was read. */
  readonly from: Sealed;
  readonly to: Sealed;
}

/** Sealed values and key checks, as the ring's own care needs them. */
export interface KeyStore {
  /**
   * Stores the check values of keys not seen before, unless one of the others is not what it was: a wrong ring leaves no trace.
   *
   * @returns the ids of keys that are stored with another value.
   */
  rememberKeyChecks(checks: readonly KeyCheck[], now: number): Promise<readonly string[]>;
  /** Every check value that was stored, in the order of the names. */
  listKeyChecks(): Promise<readonly KeyCheck[]>;
  /** The keys that something lasting needs, by name. As quick with a hundred million rows as with none. */
  listNeededKeys(): Promise<readonly string[]>;
  /**
   * Some of the values that are not sealed with this key, in the order of their places.
   *
   * @param after The last place of the call before; without it, from the beginning.
   */
  sealedWithOtherKeys(
    keyId: string,
    most: number,
    after?: Place,
  ): Promise<readonly { readonly place: Place; readonly sealed: Sealed }[]>;
  /**
   * Writes those that are still as they were read, with what is to be said of them, in one transaction.
   *
   * @param entries Written only if any of them was.
   * @returns how many.
   */
  reseal(values: readonly Resealing[], entries: readonly Entry[]): Promise<number>;
  /** How much of what is stored still needs each key. Reads an index whole. */
  countByKey(): Promise<readonly KeyNeeds[]>;
}
