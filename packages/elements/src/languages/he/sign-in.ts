import type { SignInStrings } from '../en/sign-in.js';
import { isolated } from '../format.js';

export const signIn: SignInStrings = {
  heading: 'כניסה',
  login: 'כתובת אימייל',
  password: 'סיסמה',
  show: 'הצגה',
  showPassword: 'הצגת הסיסמה',
  hide: 'הסתרה',
  hidePassword: 'הסתרת הסיסמה',
  submit: 'כניסה',
  submitting: 'מתבצעת כניסה…',
  signedIn: 'נכנסתם לחשבון',
  signedInAs: (name) => `נכנסתם לחשבון בשם ${isolated(name)}`,
};
