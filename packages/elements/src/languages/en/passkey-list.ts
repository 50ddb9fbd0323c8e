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
  current: 'Signed in with this one',
  /** @param provider such as "iCloud Keychain"; empty where it is not known */
  synced: (provider: string) =>
    provider
      ? `Synced: on all your devices with ${provider}.`
      : 'Synced: on all your devices with the same password manager.',
  /** It never leaves the device it was made on. */
  bound: 'On one device only. If you lose that device, you lose this passkey.',
  boundKey: 'On this security key only. If you lose the key, you lose this passkey.',
  second:
    'This is your only passkey. Add a second one on another device or a security key, so that you still get in if you lose it.',
  add: 'Add a passkey',
  where: 'Where should it be kept?',
  kind: {
    'this-device': 'On this device',
    phone: 'On a phone or tablet',
    'security-key': 'On a security key',
  },
  kindHelp: {
    'this-device': 'With its fingerprint reader, camera or screen lock.',
    phone: 'Scan a code with it. Works with a device beside you.',
    'security-key': 'A small key that you plug in or hold against the device.',
  },
  noPlatform: 'This device has no screen lock that it could use. Choose another place.',
  shared: 'Is this a shared or public computer? Then don’t keep a passkey on it: use your phone or a key.',
  waiting: 'Follow the steps that your browser shows…',
  addedNow: 'The passkey was added.',
  limit: 'You have twenty passkeys, and more are not possible. Remove one to add another.',
  rename: 'Rename',
  name: 'Name',
  save: 'Save',
  nameMissing: 'Enter a name.',
  /** @param name of a passkey, here and below */
  renamed: (name: string) => `Renamed to ${name}.`,
  remove: 'Remove',
  removeAsk: (name: string) => `Remove ${name}? You can no longer sign in with it.`,
  removeCurrentAsk: (name: string) =>
    `Remove ${name}? You signed in with it just now. You stay signed in, but can’t use it again.`,
  removeLastAsk: (name: string) =>
    `Remove ${name}? It is your last authenticator: multi-factor authentication is turned off, and your recovery codes stop working.`,
  removeLast: 'Remove and turn off',
  removed: (name: string) => `${name} was removed.`,
  working: 'One moment…',
  /** Below the reason why there is no adding a passkey here. */
  instead: 'An authenticator app protects your account as well, and works everywhere.',
  useApp: 'Set up an authenticator app',
};

export type PasskeyListStrings = typeof passkeyList;
