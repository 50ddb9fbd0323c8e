export const passkeyList = {
  heading: 'Passkeys',
  description:
    'A passkey signs you in with your fingerprint, face or screen lock. There is nothing to type, and nothing that can be stolen by a false page.',
  empty: 'You have no passkey yet.',
  /** Stands before a date. */
  added: 'Added',
  /** Stands before a relative time, such as "3 days ago". */
  lastUsed: 'Last used',
  neverUsed: 'Not used yet',
  current: 'In use now',
  /** @param provider such as "iCloud Keychain"; empty where it is not known */
  synced: (provider: string) =>
    `Synced: on all your devices with ${provider || 'the same password manager'}.`,
  /** It never leaves the device it was made on. */
  bound: 'On one device only. If you lose it, you lose this passkey.',
  boundKey: 'On this security key only. If you lose it, you lose this passkey.',
  second:
    'This is your only passkey. Add a second one on another device or a security key, so that you still get in if you lose it.',
  add: 'Add a passkey',
  limit: 'Twenty passkeys are the most. Remove one to add another.',
  rename: 'Rename',
  remove: 'Remove',
};

export type PasskeyListStrings = typeof passkeyList;
