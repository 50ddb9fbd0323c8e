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
  limit: 'Ten authenticator apps are the most. Remove one to add another.',
  pending: 'Not finished',
  pendingHelp: 'You have begun to set up an authenticator app.',
  resume: 'Finish',
  discard: 'Discard',
  discarded: 'Discarded.',
  rename: 'Rename',
  replace: 'Replace',
  remove: 'Remove',
};

export type TotpListStrings = typeof totpList;
