import type { SignInStrings } from '../en/sign-in.js';
import { isolated } from '../format.js';

export const signIn: SignInStrings = {
  heading: 'تسجيل الدخول',
  login: 'عنوان البريد الإلكتروني',
  password: 'كلمة المرور',
  show: 'إظهار',
  showPassword: 'إظهار كلمة المرور',
  hide: 'إخفاء',
  hidePassword: 'إخفاء كلمة المرور',
  submit: 'تسجيل الدخول',
  submitting: 'جارٍ تسجيل الدخول…',
  signedIn: 'تم تسجيل دخولك',
  signedInAs: (name) => `تم تسجيل دخولك باسم ${isolated(name)}`,
};
