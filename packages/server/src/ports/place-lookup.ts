/**
 * Tells where an address is, roughly: "Vienna, Austria". The kit has no such list of its own; a host that has one brings it, and people
 * find a place beside each of their sessions.
 */
export interface PlaceLookup {
  /**
   * @param ip IPv4 or IPv6, as the kit saw it.
   * @returns a place as people would call it, or `undefined` when it is not known. What fails, or takes longer than half a second, is
   * taken as unknown: a list is never held up by it. It is asked
   * once at a time for an address, and for a hundred addresses at once at most; what there would be more is unknown.
   */
  find(ip: string): Promise<string | undefined> | string | undefined;
}
