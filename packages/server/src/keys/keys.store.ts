import type { Place, Sealed } from '../secrets/sealing.ts';

/** What tells one key from another of the same name. */
export interface KeyCheck {
  readonly keyId: string;
  readonly checkValue: string;
}

/** Sealed values and key checks, as the ring's own care needs them. */
export interface KeyStore {
  /**
   * Stores the check values of keys not seen before, unless one of the others is not what it was: a wrong ring leaves no trace.
   *
   * @returns the ids of keys that are stored with another value.
   */
  rememberKeyChecks(checks: readonly KeyCheck[], now: number): Promise<readonly string[]>;
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
  /** @returns whether the value was still the one that was read. */
  reseal(place: Place, from: Sealed, to: Sealed): Promise<boolean>;
  /** How many stored values still need each key. */
  countByKey(): Promise<
    readonly { readonly keyId: string; readonly secrets: number; readonly recoveryCodes: number }[]
  >;
}
