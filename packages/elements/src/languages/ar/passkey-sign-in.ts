import type { PasskeySignInStrings } from '../en/passkey-sign-in.js';

export const passkeySignIn: PasskeySignInStrings = {
  signIn: 'تسجيل الدخول بمفتاح مرور',
  waiting: 'في انتظار مفتاح المرور…',
  signedIn: 'تم تسجيل دخولك.',
};
