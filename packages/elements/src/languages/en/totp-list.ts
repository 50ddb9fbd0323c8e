export const totpList = {
  heading: 'Authenticator apps',
  description: 'Apps that show codes for the second step of signing in.',
  empty: 'You have no authenticator app yet.',
  /** Stands before a date. */
  added: 'Added',
  /** Stands before a relative time, such as "3 days ago". */
  lastUsed: 'Last used',
  neverUsed: 'Not used yet',
  locked: 'Locked',
  lockedHelp: 'Too many wrong codes were entered. Replace it to set the app up again, or remove it.',
  add: 'Add an authenticator app',
  limit: 'You have ten authenticator apps, and more are not possible. Remove one to add another.',
  pending: 'Not finished',
  pendingHelp: 'You have begun to set up an authenticator app.',
  resume: 'Finish',
  discard: 'Discard',
  discarded: 'Discarded.',
  rename: 'Rename',
  name: 'Name',
  save: 'Save',
  nameMissing: 'Enter a name.',
  /** @param name of an authenticator app, here and below */
  renamed: (name: string) => `Renamed to ${name}.`,
  replace: 'Replace',
  replaceHelp:
    'Moving to a new phone? Set up the new app first. The old one goes on working until you remove it.',
  remove: 'Remove',
  removeAsk: (name: string) => `Remove ${name}? You can no longer sign in with codes from this app.`,
  removeLastAsk: (name: string) =>
    `Remove ${name}? It is your last authenticator: multi-factor authentication is turned off, and your recovery codes stop working.`,
  removeOldAsk: (name: string) => `The new app works. Remove the old one, ${name}?`,
  removeLast: 'Remove and turn off',
  removed: (name: string) => `${name} was removed.`,
  addedNow: 'The authenticator app was added.',
  keep: 'Keep both',
  working: 'One moment…',
};

export type TotpListStrings = typeof totpList;
