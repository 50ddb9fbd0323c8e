import type { SignInStrings } from '../en/sign-in.js';

export const signIn: SignInStrings = {
  heading: 'サインイン',
  login: 'メールアドレス',
  password: 'パスワード',
  show: '表示',
  showPassword: 'パスワードを表示',
  hide: '隠す',
  hidePassword: 'パスワードを隠す',
  submit: 'サインイン',
  submitting: 'サインインしています…',
  signedIn: 'サインインしました',
  signedInAs: (name) => `${name} としてサインインしています`,
};
