import type { TotpListStrings } from '../en/totp-list.js';

export const totpList: TotpListStrings = {
  heading: 'Applications d’authentification',
  description: 'Elles affichent des codes pour la deuxième étape de la connexion.',
  empty: 'Vous n’avez pas encore d’application d’authentification.',
  added: 'Ajoutée le',
  lastUsed: 'Dernière utilisation\u202f:',
  neverUsed: 'Pas encore utilisée',
  locked: 'Verrouillée',
  lockedHelp:
    'Trop de codes incorrects ont été saisis. Remplacez l’application pour la configurer de nouveau, ou supprimez-la.',
  add: 'Ajouter une application d’authentification',
  limit:
    'Vous avez dix applications d’authentification, c’est le maximum. Supprimez-en une pour en ajouter une autre.',
  pending: 'Inachevée',
  pendingHelp: 'Vous avez commencé à configurer une application d’authentification.',
  resume: 'Terminer',
  discard: 'Abandonner',
  discarded: 'Configuration abandonnée.',
  rename: 'Renommer',
  replace: 'Remplacer',
  remove: 'Supprimer',
};
