import type { PasskeySignInStrings } from '../en/passkey-sign-in.js';

export const passkeySignIn: PasskeySignInStrings = {
  signIn: 'Zaloguj się kluczem dostępu',
  waiting: 'Czekamy na klucz dostępu…',
  signedIn: 'Logowanie się powiodło.',
};
