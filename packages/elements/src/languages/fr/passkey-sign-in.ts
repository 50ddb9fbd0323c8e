import type { PasskeySignInStrings } from '../en/passkey-sign-in.js';

export const passkeySignIn: PasskeySignInStrings = {
  signIn: 'Se connecter avec une clé d’accès',
  waiting: 'En attente de votre clé d’accès…',
  signedIn: 'Connexion réussie.',
};
