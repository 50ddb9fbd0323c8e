import type { PasskeySignInStrings } from '../en/passkey-sign-in.js';

export const passkeySignIn: PasskeySignInStrings = {
  signIn: 'Inloggen met een passkey',
  waiting: 'Wachten op uw passkey…',
  signedIn: 'U bent ingelogd.',
};
