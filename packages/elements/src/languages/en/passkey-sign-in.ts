export const passkeySignIn = {
  signIn: 'Sign in with a passkey',
  waiting: 'Waiting for your passkey…',
  signedIn: 'You are signed in.',
};

export type PasskeySignInStrings = typeof passkeySignIn;
