import type { PasskeySignInStrings } from '../en/passkey-sign-in.js';

export const passkeySignIn: PasskeySignInStrings = {
  signIn: 'כניסה באמצעות מפתח גישה',
  waiting: 'בהמתנה למפתח הגישה…',
  signedIn: 'נכנסתם לחשבון.',
};
