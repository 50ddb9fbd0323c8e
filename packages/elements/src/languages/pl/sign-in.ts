import type { SignInStrings } from '../en/sign-in.js';

export const signIn: SignInStrings = {
  heading: 'Logowanie',
  login: 'Adres e-mail',
  password: 'Hasło',
  show: 'Pokaż',
  showPassword: 'Pokaż hasło',
  hide: 'Ukryj',
  hidePassword: 'Ukryj hasło',
  submit: 'Zaloguj się',
  submitting: 'Logowanie…',
  signedIn: 'Logowanie się powiodło',
  signedInAs: (name) => `Zalogowane konto: ${name}`,
};
