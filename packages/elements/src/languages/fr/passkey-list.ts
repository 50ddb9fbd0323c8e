import type { PasskeyListStrings } from '../en/passkey-list.js';

export const passkeyList: PasskeyListStrings = {
  heading: 'Clés d’accès',
  description:
    'Une clé d’accès vous connecte avec votre empreinte digitale, votre visage ou le verrouillage de l’écran. Il n’y a rien à saisir, et rien qu’une fausse page puisse voler.',
  empty: 'Vous n’avez pas encore de clé d’accès.',
  added: 'Ajoutée le',
  lastUsed: 'Dernière utilisation\u202f:',
  neverUsed: 'Pas encore utilisée',
  current: 'Utilisée en ce moment',
  synced: (provider) =>
    provider
      ? `Synchronisée\u202f: sur tous vos appareils avec ${provider}.`
      : 'Synchronisée\u202f: sur tous vos appareils ayant le même gestionnaire de mots de passe.',
  bound: 'Sur un seul appareil. Si vous perdez cet appareil, vous perdez cette clé d’accès.',
  boundKey:
    'Uniquement sur cette clé de sécurité. Si vous perdez la clé de sécurité, vous perdez cette clé d’accès.',
  second:
    'C’est votre seule clé d’accès. Ajoutez-en une deuxième sur un autre appareil ou une clé de sécurité, afin de garder l’accès si vous la perdez.',
  add: 'Ajouter une clé d’accès',
  limit: 'Vous avez vingt clés d’accès, c’est le maximum. Supprimez-en une pour en ajouter une autre.',
  rename: 'Renommer',
  remove: 'Supprimer',
};
