/** Changing something about passkeys. */
export const passkeyChanges = {
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
  waiting: 'Follow the steps your browser shows…',
  addedNow: 'The passkey was added.',
  remove: 'Remove',
  /** @param name of a passkey, here and below */
  removeAsk: (name: string) => `Remove ${name}? You can no longer sign in with it.`,
  removeCurrentAsk: (name: string) =>
    `Remove ${name}? It is the one in use now. You stay signed in, but can’t use it again.`,
  removeLastAsk: (name: string) =>
    `Remove ${name}? It is your last authenticator: multi-factor authentication is turned off, and your recovery codes stop working.`,
  removeLast: 'Remove and turn off',
  /** Below the reason why there is no adding a passkey here. */
  instead: 'An authenticator app protects your account as well, and works everywhere.',
  useApp: 'Set up an authenticator app',
};

export type PasskeyChangesStrings = typeof passkeyChanges;
