import type { ChallengeStrings } from '../en/challenge.js';

export const challenge: ChallengeStrings = {
  heading: 'Saisissez votre code',
  headingPasskey: 'Confirmez avec votre clé d’accès',
  headingStepUp: 'Confirmez votre identité',
  describe: {
    passkey:
      'Utilisez votre empreinte digitale, votre visage, le verrouillage de l’écran ou une clé de sécurité.',
    totp: 'Ouvrez votre application d’authentification et saisissez le code affiché.',
    'recovery-code':
      'Saisissez l’un des codes de récupération que vous avez enregistrés. Chacun ne sert qu’une fois.',
    password: 'Saisissez votre mot de passe pour continuer.',
  },
  label: {
    totp: 'Code de votre application d’authentification',
    'recovery-code': 'Code de récupération',
    password: 'Mot de passe',
  },
  use: {
    passkey: 'Utiliser votre clé d’accès',
    totp: 'Utiliser votre application d’authentification',
    'recovery-code': 'Utiliser un code de récupération',
    password: 'Utiliser votre mot de passe',
  },
  verify: 'Valider',
  verifying: 'Vérification…',
  verified: 'Confirmé',
  rememberDevice: 'Ne plus demander cette étape sur cet appareil pendant 30 jours',
  lostDevice: 'Appareil perdu\u202f?',
  lostDeviceHelp:
    'Utilisez un code de récupération si vous en avez enregistré. Sinon, demandez aux responsables de ce service de vous aider à retrouver l’accès.',
  noMethods:
    'Aucun moyen de confirmer votre identité n’existe encore ici. Configurez d’abord la validation en deux étapes.',
  startAgain: 'Recommencer',
};
