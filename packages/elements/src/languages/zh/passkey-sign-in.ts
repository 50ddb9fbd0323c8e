import type { PasskeySignInStrings } from '../en/passkey-sign-in.js';

export const passkeySignIn: PasskeySignInStrings = {
  signIn: '使用通行密钥登录',
  waiting: '正在等待您的通行密钥…',
  signedIn: '您已登录。',
};
