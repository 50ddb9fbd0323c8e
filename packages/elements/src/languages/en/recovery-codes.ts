export const recoveryCodes = {
  heading: 'Recovery codes',
  description: 'They let you sign in when your authenticator is gone. Each works once.',
  none: 'You have no recovery codes yet. You get ten when you set up your first authenticator.',
  /** @param total how many there were */
  left: (count: number, total: number) => `${count} of ${total} left`,
  /** @param date such as "14 November 2025" */
  made: (date: string) => `Made on ${date}.`,
  saved: 'You confirmed that you saved them.',
  notSaved: 'You have not confirmed that you saved them. If you don’t have them, make new ones.',
  few: 'Few codes are left. Make new ones before you run out.',
  used: 'All codes are used. Make new ones: without them, losing your authenticator locks you out.',
  regenerate: 'Make new codes',
  ask: 'Make ten new codes? The old ones stop working at once, wherever you keep them.',
  confirmRegenerate: 'Replace the old codes',
  working: 'One moment…',
  confirmed: 'Your recovery codes are saved.',
};

export type RecoveryCodesStrings = typeof recoveryCodes;
