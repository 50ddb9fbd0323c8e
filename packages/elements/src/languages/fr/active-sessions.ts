import type { ActiveSessionsStrings } from '../en/active-sessions.js';

export const activeSessions: ActiveSessionsStrings = {
  heading: 'Où votre compte est connecté',
  description: 'Une session vous est inconnue\u202f? Fermez-la, puis changez votre mot de passe.',
  current: 'Cet appareil',
  unknown: 'Navigateur inconnu',
  lastSeen: 'Dernière activité\u202f:',
  since: 'ouverte le',
  proven: (methods) => `Confirmée par ${methods}`,
  method: {
    password: 'un mot de passe',
    passkey: 'une clé d’accès',
    totp: 'une application d’authentification',
    'recovery-code': 'un code de récupération',
    'remembered-device': 'un appareil mémorisé',
    'account-recovery': 'la récupération du compte',
  },
  empty: 'Votre compte n’est connecté nulle part ailleurs.',
  revoke: (current) => (current ? 'Se déconnecter' : 'Fermer'),
  ask: (name, current) =>
    current
      ? 'Vous déconnecter de ce navigateur\u202f?'
      : `Fermer la session dans ${name}\u202f? Elle sera déconnectée immédiatement.`,
  revoked: (name) => `La session dans ${name} a été fermée.`,
  revokeAll: 'Fermer toutes les autres',
  askAll:
    'Fermer toutes les autres sessions\u202f? Celle-ci reste ouverte. Tous les appareils mémorisés sont également oubliés, y compris celui-ci\u202f: votre prochaine connexion demandera de nouveau la deuxième étape.',
  revokedAll: 'Toutes les autres sessions ont été fermées et tous les appareils mémorisés oubliés.',
  working: 'Un instant…',
};
