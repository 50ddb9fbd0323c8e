import type { SignInStrings } from '../en/sign-in.js';

export const signIn: SignInStrings = {
  heading: 'Accesso',
  login: 'Indirizzo email',
  password: 'Password',
  show: 'Mostra',
  showPassword: 'Mostra password',
  hide: 'Nascondi',
  hidePassword: 'Nascondi password',
  submit: 'Accedi',
  submitting: 'Accesso in corso…',
  signedIn: 'Accesso eseguito',
  signedInAs: (name) => `Accesso eseguito come ${name}`,
};
