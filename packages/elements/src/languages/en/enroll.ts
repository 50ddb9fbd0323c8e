export const enroll = {
  heading: {
    choice: 'Protect your account',
    passkey: 'Set up a passkey',
    totp: 'Set up an authenticator app',
  },
  description: {
    choice: 'Choose how you confirm that it’s you. Nobody can sign in with your password alone any more.',
    passkey: 'Sign in with your fingerprint, face or screen lock. There is nothing to type.',
    totp: 'An app on your phone shows a new code every 30 seconds. Nobody can sign in with your password alone any more.',
  },
  use: { passkey: 'Use a passkey', totp: 'Use an authenticator app' },
  useHelp: {
    passkey: 'Your fingerprint, face, screen lock or security key. Nothing to type.',
    totp: 'A code from an app on your phone. Any app will do.',
  },
  prompting: 'Follow the steps your browser shows…',
  sharedComputer:
    'On a shared computer, let nobody see your screen, and keep no passkey or recovery codes on it.',
  start: 'Set up',
  working: 'One moment…',
  noMethods: 'There is nothing to set up here.',
  doneHeading: { passkey: 'Your passkey is set up', totp: 'Your authenticator app is set up' },
  done: {
    passkey: 'From now on, you can sign in with it alone.',
    totp: 'From now on, you confirm with a code from it when you sign in.',
  },
};

export type EnrollStrings = typeof enroll;
