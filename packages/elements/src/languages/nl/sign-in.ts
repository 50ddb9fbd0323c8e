import type { SignInStrings } from '../en/sign-in.js';

export const signIn: SignInStrings = {
  heading: 'Inloggen',
  login: 'E-mailadres',
  password: 'Wachtwoord',
  show: 'Tonen',
  showPassword: 'Wachtwoord tonen',
  hide: 'Verbergen',
  hidePassword: 'Wachtwoord verbergen',
  submit: 'Inloggen',
  submitting: 'Bezig met inloggen…',
  signedIn: 'U bent ingelogd',
  signedInAs: (name) => `U bent ingelogd als ${name}`,
};
