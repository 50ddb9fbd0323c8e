import type { EnrollStrings } from '../en/enroll.js';

export const enroll: EnrollStrings = {
  heading: {
    choice: 'Protégez votre compte',
    passkey: 'Configurer une clé d’accès',
    totp: 'Configurer une application d’authentification',
  },
  description: {
    choice:
      'Choisissez comment confirmer votre identité. Plus personne ne pourra se connecter avec votre seul mot de passe.',
    passkey:
      'Connectez-vous avec votre empreinte digitale, votre visage ou le verrouillage de l’écran. Il n’y a rien à saisir.',
    totp: 'Une application sur votre téléphone affiche un nouveau code toutes les 30 secondes. Plus personne ne pourra se connecter avec votre seul mot de passe.',
  },
  use: {
    passkey: 'Utiliser une clé d’accès',
    totp: 'Utiliser une application d’authentification',
  },
  useHelp: {
    passkey:
      'Votre empreinte digitale, votre visage, le verrouillage de l’écran ou une clé de sécurité. Rien à saisir.',
    totp: 'Un code affiché par une application sur votre téléphone. Toute application d’authentification convient.',
  },
  prompting: 'Suivez les étapes indiquées par votre navigateur…',
  sharedComputer:
    'Sur un ordinateur partagé, ne laissez personne voir votre écran et n’y conservez ni clé d’accès ni codes de récupération.',
  start: 'Configurer',
  working: 'Un instant…',
  noMethods: 'Il n’y a rien à configurer ici.',
  doneHeading: {
    passkey: 'Votre clé d’accès est configurée',
    totp: 'Votre application d’authentification est configurée',
  },
  done: {
    passkey: 'Désormais, elle suffit pour vous connecter.',
    totp: 'Désormais, vous confirmez vos connexions avec un code de cette application.',
  },
};
