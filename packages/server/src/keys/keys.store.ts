import type { Place, Sealed } from '../secrets/sealing.ts';

/** Sealed values and key checks, as the ring's own care needs them. */
export interface KeyStore {
  /** Stores the check value of a key not seen before. @returns the stored value, this one or an older. */
  rememberKeyCheck(keyId: string, checkValue: string, now: number): Promise<string>;
  /** Some of the values that are not sealed with this key. */
  sealedWithOtherKeys(
    keyId: string,
    most: number,
  ): Promise<readonly { readonly place: Place; readonly sealed: Sealed }[]>;
  /** @returns whether the value was still the one that was read. */
  reseal(place: Place, from: Sealed, to: Sealed): Promise<boolean>;
  /** How many stored values still need each key. */
  countByKey(): Promise<
    readonly { readonly keyId: string; readonly secrets: number; readonly recoveryCodes: number }[]
  >;
}
