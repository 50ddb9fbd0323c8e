import type { PasskeySignInStrings } from '../en/passkey-sign-in.js';

export const passkeySignIn: PasskeySignInStrings = {
  signIn: 'Accedi con una passkey',
  waiting: 'In attesa della passkey…',
  signedIn: 'Accesso eseguito.',
};
