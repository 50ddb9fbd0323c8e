import type { SignInStrings } from '../en/sign-in.js';

export const signIn: SignInStrings = {
  heading: 'Connexion',
  login: 'Adresse e-mail',
  password: 'Mot de passe',
  show: 'Afficher',
  showPassword: 'Afficher le mot de passe',
  hide: 'Masquer',
  hidePassword: 'Masquer le mot de passe',
  submit: 'Se connecter',
  submitting: 'Connexion en cours…',
  signedIn: 'Connexion réussie',
  signedInAs: (name) => `Session ouverte au nom de ${name}`,
};
