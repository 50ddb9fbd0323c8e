import type { RequirementStrings } from '../en/requirement.js';

export const requirement: RequirementStrings = {
  enforced: 'La validation en deux étapes est obligatoire',
  grace: (date) => `Configurez la validation en deux étapes d’ici au ${date}`,
  recommended: 'Protégez votre compte avec la validation en deux étapes',
  passkeyEnforced: 'Une clé d’accès est obligatoire',
  passkeyGrace: (date) => `Ajoutez une clé d’accès d’ici au ${date}`,
  reasons: { role: 'à votre rôle', workspace: 'à votre espace de travail', tier: 'à votre forfait' },
  why: (list) => `Exigence liée ${list}.`,
  whyPasskey: 'Contrairement à un code, une clé d’accès ne peut pas être divulguée sur une fausse page.',
  left: (left) => `Il vous reste ${left}. D’ici là, tout fonctionne comme avant.`,
  blocked:
    'Les actions qui l’exigent sont bloquées jusqu’à la configuration. Tout le reste fonctionne comme avant.',
  blockedSince: (date) =>
    `Les actions qui l’exigent sont bloquées depuis le ${date} et le resteront jusqu’à la configuration. Tout le reste fonctionne comme avant.`,
  recommendedWhy:
    'Plus personne ne pourra se connecter avec votre seul mot de passe. Il suffit d’environ deux minutes.',
  nudge: {
    'set-up-after-incident': 'Protégez votre compte maintenant',
    'add-second-passkey': 'Ajoutez une deuxième clé d’accès',
    'few-recovery-codes': 'Créez de nouveaux codes de récupération',
    'recovery-codes-not-saved': 'Enregistrez vos codes de récupération',
  },
  nudgeWhy: {
    'set-up-after-incident':
      'Une activité inhabituelle a touché votre compte. Avec la validation en deux étapes, personne n’entre avec votre seul mot de passe.',
    'add-second-passkey':
      'Avec une clé d’accès sur un autre appareil ou une clé de sécurité, vous gardez l’accès même si vous perdez la première.',
    'few-recovery-codes':
      'Ils vous donnent accès à votre compte si vous n’avez plus votre moyen d’authentification.',
    'recovery-codes-not-saved':
      'Vous n’avez pas confirmé les avoir enregistrés. Ils vous donnent accès à votre compte si vous n’avez plus votre moyen d’authentification.',
  },
  codesLeft: (count) => (count === 1 ? 'Il n’en reste qu’un.' : `Il n’en reste que ${String(count)}.`),
  noCodesLeft: 'Il n’en reste aucun.',
  setUp: 'Configurer maintenant',
  addPasskey: 'Ajouter une clé d’accès',
  toCodes: 'Voir vos codes de récupération',
  later: 'Plus tard',
  notNow: 'Pas maintenant',
  close: 'Fermer',
  done: 'La configuration est terminée',
  doneCodes: 'Vos codes de récupération sont enregistrés',
  unblocked: 'Ce qui était bloqué est de nouveau accessible.',
  met: 'Plus rien ne vous est demandé ici.',
};
