import type { SignInStrings } from '../en/sign-in.js';

export const signIn: SignInStrings = {
  heading: 'Anmelden',
  login: 'E-Mail-Adresse',
  password: 'Passwort',
  missingLogin: 'Geben Sie Ihre E-Mail-Adresse ein.',
  missingPassword: 'Geben Sie Ihr Passwort ein.',
  wrong: 'Anmeldename und Passwort passen nicht zusammen. Bitte prüfen Sie beides.',
  show: 'Anzeigen',
  showPassword: 'Passwort anzeigen',
  hide: 'Verbergen',
  hidePassword: 'Passwort verbergen',
  submit: 'Anmelden',
  submitting: 'Anmeldung läuft …',
  signedIn: 'Sie sind angemeldet',
  signedInAs: (name) => `Sie sind angemeldet als ${name}`,
};
