/**
 * Protects the keys of the ring themselves (rule K2). With a key management service, the ring holds wrapped keys and this port asks
 * the service to unwrap them, once, at start.
 */
export interface KeyProvider {
  /**
   * @param key 32 bytes.
   * @param keyId The key's name in the ring.
   * @returns the text that goes into the ring.
   */
  wrap(key: Buffer, keyId: string): Promise<string>;
  /** The opposite of `wrap`. Rejects when the service cannot be reached or refuses: the kit then does not start (rule S8). */
  unwrap(wrapped: string, keyId: string): Promise<Buffer>;
}

/** Keys written plainly into the ring, base64url. Whoever can read the configuration can read the keys. */
export const plainKeys: KeyProvider = {
  wrap: (key) => Promise.resolve(key.toString('base64url')),
  unwrap: (wrapped) => Promise.resolve(Buffer.from(wrapped, 'base64url')),
};
