/** Changing something about authenticator apps. */
export const totpChanges = {
  addedNow: 'The authenticator app was added.',
  replaceHelp:
    'Moving to a new phone? Set up the new app first. The old one goes on working until you remove it.',
  remove: 'Remove',
  /** @param name of an authenticator app, here and below */
  removeAsk: (name: string) => `Remove ${name}? You can no longer sign in with codes from this app.`,
  removeLastAsk: (name: string) =>
    `Remove ${name}? It is your last authenticator: multi-factor authentication is turned off, and your recovery codes stop working.`,
  removeOldAsk: (name: string) => `The new app works. Remove the old one, ${name}?`,
  removeLast: 'Remove and turn off',
  keep: 'Keep both',
};

export type TotpChangesStrings = typeof totpChanges;
