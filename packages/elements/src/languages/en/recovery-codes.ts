export const recoveryCodes = {
  heading: 'Recovery codes',
  description: 'They let you sign in when your authenticator is gone. Each works once.',
  none: 'You have no recovery codes yet. You get ten when you set up your first authenticator.',
  /** @param total how many there were */
  left: (count: number, total: number) => `${String(count)} of ${String(total)} left`,
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
  showHeading: 'Save your recovery codes',
  showDescription:
    'If your authenticator is gone, each of these codes signs you in once. They are shown only now: keep them somewhere safe, and not on the same device alone.',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying isn’t possible here. Download or print the codes instead.',
  download: 'Download',
  print: 'Print',
  iHaveSaved: 'I have saved my recovery codes',
  continue: 'Continue',
  confirmed: 'Your recovery codes are saved.',
  /** Heads the file and the printed sheet. @param service such as "notes.example.com" */
  codesFor: (service: string) => `Recovery codes for ${service}`,
};

export type RecoveryCodesStrings = typeof recoveryCodes;
