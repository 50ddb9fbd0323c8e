export const challenge = {
  heading: 'Enter your code',
  headingPasskey: 'Confirm with your passkey',
  headingStepUp: 'Confirm it’s you',
  describe: {
    passkey: 'Use your fingerprint, face, screen lock or security key.',
    totp: 'Open your authenticator app and enter the code it shows.',
    'recovery-code': 'Enter one of the recovery codes you saved. Each works once.',
    password: 'Enter your password to go on.',
  } as Readonly<Record<string, string>>,
  label: {
    totp: 'Code from your authenticator app',
    'recovery-code': 'Recovery code',
    password: 'Password',
  } as Readonly<Record<string, string>>,
  /** Offers another method. */
  use: {
    passkey: 'Use your passkey',
    totp: 'Use your authenticator app',
    'recovery-code': 'Use a recovery code',
    password: 'Use your password',
  } as Readonly<Record<string, string>>,
  missing: {
    totp: 'Enter all six digits.',
    'recovery-code': 'Enter a recovery code.',
    password: 'Enter your password.',
  } as Readonly<Record<string, string>>,
  wrong: {
    totp: 'That code isn’t right. Wait for a new one in your app and try again.',
    'recovery-code': 'That recovery code isn’t right or was used before. Check it or take another.',
    password: 'That password isn’t right. Please try again.',
  } as Readonly<Record<string, string>>,
  /** Above the other methods, once the dialog of the browser was closed twice. */
  passkeyInVain: 'Isn’t it working? Confirm another way:',
  verify: 'Verify',
  verifying: 'Checking…',
  verified: 'Confirmed',
  rememberDevice: 'Skip this step on this device for 30 days',
  lostDevice: 'Lost your device?',
  lostDeviceHelp:
    'Use a recovery code if you saved them. Without one, ask the people who run this service for help getting back in.',
  noMethods: 'There is no way to confirm it’s you here yet. Set up two-step sign-in first.',
  startAgain: 'Start again',
  waited: 'You can try again now.',
};

export type ChallengeStrings = typeof challenge;
