import type { PasskeySignInStrings } from '../en/passkey-sign-in.js';

export const passkeySignIn: PasskeySignInStrings = {
  signIn: 'Mit Passkey anmelden',
  waiting: 'Warten auf Ihren Passkey …',
  signedIn: 'Sie sind angemeldet.',
};
