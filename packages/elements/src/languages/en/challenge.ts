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
  verify: 'Verify',
  verifying: 'Checking…',
  verified: 'Confirmed',
  rememberDevice: 'Skip this step on this device for 30 days',
  lostDevice: 'Lost your device?',
  lostDeviceHelp: 'Use a recovery code if you saved them. Without one, ask the people who run this service.',
  noMethods: 'There is no way to confirm it’s you here yet. Set up two-step sign-in first.',
  startAgain: 'Start again',
};

export type ChallengeStrings = typeof challenge;
