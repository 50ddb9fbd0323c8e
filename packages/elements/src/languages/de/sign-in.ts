import type { SignInStrings } from '../en/sign-in.js';

export const signIn: SignInStrings = {
  heading: 'Anmelden',
  login: 'E-Mail-Adresse',
  password: 'Passwort',
  show: 'Anzeigen',
  showPassword: 'Passwort anzeigen',
  hide: 'Verbergen',
  hidePassword: 'Passwort verbergen',
  submit: 'Anmelden',
  submitting: 'Anmeldung läuft …',
  signedIn: 'Sie sind angemeldet',
  signedInAs: (name) => `Sie sind angemeldet als ${name}`,
};
