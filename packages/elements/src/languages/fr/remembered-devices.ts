import type { RememberedDevicesStrings } from '../en/remembered-devices.js';

export const rememberedDevices: RememberedDevicesStrings = {
  heading: 'Appareils mémorisés',
  description:
    'Sur un appareil mémorisé, votre mot de passe suffit pour vous connecter, pendant 30 jours au plus\u202f; les actions sensibles demandent toujours davantage.',
  current: 'Cet appareil',
  unknown: 'Navigateur inconnu',
  lastUsed: 'Dernière utilisation\u202f:',
  neverUsed: 'Pas encore utilisé',
  since: 'Mémorisé le',
  until: 'jusqu’au',
  empty: 'Aucun appareil n’est mémorisé.',
  revoke: () => 'Oublier',
  ask: (name, current) =>
    current
      ? 'Oublier ce navigateur\u202f? Votre prochaine connexion ici demandera la deuxième étape.'
      : `Oublier ${name}\u202f? La prochaine connexion sur cet appareil demandera la deuxième étape.`,
  revoked: (name) => `Appareil oublié\u202f: ${name}.`,
  revokeAll: 'Tout oublier',
  askAll:
    'Oublier tous les appareils mémorisés\u202f? La prochaine connexion sur chacun d’eux demandera la deuxième étape.',
  revokedAll: 'Tous les appareils mémorisés ont été oubliés.',
  working: 'Un instant…',
};
