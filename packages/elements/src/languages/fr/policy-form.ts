import type { PolicyFormStrings } from '../en/policy-form.js';
import { plural } from '../format.js';

const days = (count: number): string =>
  plural('fr', count, { one: `${String(count)} jour`, other: `${String(count)} jours` });

const grace = (count: number): string =>
  count
    ? `Les personnes qui ne l’ont pas encore disposent de ${days(count)}, à compter de la première demande. Ensuite, ce qui l’exige est bloqué pour elles jusqu’à ce qu’elles l’aient configurée.`
    : 'Pour les personnes qui ne l’ont pas encore, ce qui l’exige est bloqué immédiatement, jusqu’à ce qu’elles l’aient configurée.';

const roles = 'Un rôle compte au plus 64 caractères, et il y en a au plus 100. Vérifiez les virgules.';

export const policyForm: PolicyFormStrings = {
  required: 'Obligatoire pour tout le monde dans cet espace de travail',
  requiredHint:
    'Désactivé\u202f: seulement les rôles ci-dessous et les personnes pour qui votre forfait l’exige.',
  roles: 'Rôles pour lesquels elle est toujours obligatoire',
  rolesHint: 'Avec les mots de votre application, séparés par des virgules. Exemple\u202f: admin, owner',
  phishingResistantRoles: 'Rôles pour lesquels seule une clé d’accès compte',
  phishingResistantRolesHint:
    'Contrairement à un code, une clé d’accès ne peut pas être divulguée sur une fausse page. À séparer aussi par des virgules.',
  graceDays: 'Nombre de jours pour la configurer',
  graceDaysHint: 'De 0 à 365, à compter de la première demande faite à la personne.',
  rememberDevice: 'Chacun peut faire mémoriser un de ses appareils',
  rememberDeviceHint: 'La deuxième étape n’y est pas demandée à chaque connexion.',
  wrong: {
    graceDays: 'Saisissez un nombre entier de 0 à 365.',
    roles,
    phishingResistantRoles: roles,
  },
  consequences: 'Ce qui change à l’enregistrement',
  nothing: 'Vous n’avez rien modifié.',
  unclear: 'Corrigez ce qui est signalé ci-dessus\u202f; le résultat s’affichera ici.',
  requiredOn: (count) =>
    `La validation en deux étapes est obligatoire pour tout le monde dans l’espace de travail. ${grace(count)}`,
  requiredOff:
    'L’espace de travail n’impose plus la validation en deux étapes à personne. Les délais déjà commencés sont conservés pour le jour où vous l’exigerez de nouveau.',
  rolesAdded: (list, count) =>
    `Désormais, la validation en deux étapes est obligatoire pour ces rôles\u202f: ${list}. ${grace(count)}`,
  rolesRemoved: (list) => `Elle n’est plus obligatoire pour ces rôles\u202f: ${list}.`,
  passkeyAdded: (list, count) =>
    `Ces rôles ont besoin d’une clé d’accès et ne confirment avec rien d’autre\u202f: ${list}. ${
      count
        ? `Les personnes qui n’en ont pas disposent de ${days(count)}\u202f; jusque-là, rien ne change pour elles.`
        : 'Les personnes qui n’en ont pas doivent en créer une immédiatement.'
    }`,
  passkeyRemoved: (list) =>
    `Pour ces rôles, une application d’authentification compte de nouveau\u202f: ${list}.`,
  graceChanged: (count) =>
    `Toute personne à qui elle est demandée pour la première fois à partir de maintenant ${
      count ? `dispose de ${days(count)}` : 'ne dispose d’aucun délai'
    }. Les délais déjà commencés ne changent pas.`,
  rememberOn: 'Chacun peut faire mémoriser un de ses appareils.',
  rememberOff: 'La deuxième étape est demandée à tout le monde à chaque connexion.',
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  discard: 'Annuler les modifications',
  saved: 'Enregistré. Cela s’applique dès maintenant.',
  notYours:
    'Seules les personnes qui administrent l’espace de travail peuvent voir et modifier ces réglages.',
};
