import type { PasskeySignInStrings } from '../en/passkey-sign-in.js';

export const passkeySignIn: PasskeySignInStrings = {
  signIn: 'パスキーでサインイン',
  waiting: 'パスキーを待っています…',
  signedIn: 'サインインしました。',
};
