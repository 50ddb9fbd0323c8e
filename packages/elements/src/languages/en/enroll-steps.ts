/** Setting up an authenticator app, and what comes after a recovery: the steps that follow the choice. */
export const enrollSteps = {
  /** Why it can't be put off, by the method that opened the session. */
  because: {
    'recovery-code':
      'You signed in with a recovery code. Set up an authenticator again before you go on, so that you can sign in next time. You have an hour for it.',
    'account-recovery':
      'You are back in your account. Set up an authenticator again before you go on, so that you can sign in next time. You have an hour for it.',
    other: 'Before you go on, set up an authenticator for your account.',
  } as Readonly<Record<string, string>>,
  scanHeading: 'Connect your app',
  scan: 'Scan this QR code with your authenticator app.',
  qr: 'QR code for your authenticator app',
  cannotScan: 'Can’t scan it? Enter this key in the app:',
  copyKey: 'Copy key',
  copied: 'Copied',
  copyFailed: 'Copying isn’t possible here. Select the key and copy it by hand.',
  openApp: 'Open in authenticator app',
  name: 'Name the app, if you like',
  code: 'Enter the code that the app shows',
  missing: 'Enter all six digits.',
  wrong: 'That code isn’t right. Wait for a new one in your app and try again.',
  clock: 'Still refused? Check that your phone’s time is set automatically: the codes depend on it.',
  verify: 'Confirm',
  verifying: 'Checking…',
  resumeHeading: 'Finish setting up your app',
  resume: 'The app was already scanned. Only the code is missing.',
  newQr: 'Show a new QR code',
  /** A minute before what was begun is over. */
  ending: 'This expires in a minute. If you need longer, show a new QR code.',
  startAgain: 'Start again',
  waited: 'You can try again now.',
  /** Leads back to the choice. */
  choose: 'Choose another way',
  oldHeading: 'Remove old authenticators?',
  old: 'Your new authenticator works. Remove those that you have lost or no longer use.',
  remove: 'Remove',
  /** @param name of an authenticator */
  removed: (name: string) => `${name} was removed.`,
  finish: 'Done',
};

export type EnrollStepsStrings = typeof enrollSteps;
