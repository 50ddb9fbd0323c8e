import type { ActivityFeedStrings } from '../en/activity-feed.js';
import { plural } from '../format.js';

export const activityFeed: ActivityFeedStrings = {
  empty: 'Il ne s’est encore rien passé.',
  nothingFound: 'Aucun résultat.',
  current: 'Cette session',
  unknownDevice: 'Navigateur inconnu',
  unusual: 'Inhabituel',
  reportedBefore: 'Signalé',
  suspicion: {
    'new-device': 'Depuis un navigateur jamais utilisé auparavant avec ce compte.',
    'new-network': 'Depuis un réseau jamais utilisé auparavant avec ce compte.',
    'counter-anomaly': 'Le compteur de la clé d’accès est incohérent, comme celui d’une copie.',
    replay: 'Un élément à usage unique a été utilisé une nouvelle fois.',
    'many-failures': 'Après de nombreux échecs en peu de temps.',
    reported: 'Vous avez signalé que ce n’était pas vous.',
  },
  method: {
    password: 'Mot de passe',
    passkey: 'Clé d’accès',
    totp: 'Application d’authentification',
    'recovery-code': 'Code de récupération',
    'remembered-device': 'Appareil mémorisé',
    'account-recovery': 'Récupération du compte',
  },
  withFactor: (method, name) => `${method} «\u202f${name}\u202f»`,
  showOlder: 'Afficher les plus anciens',
  olderShown: (count, isAll) =>
    `${plural('fr', count, {
      one: `${String(count)} événement plus ancien affiché.`,
      other: `${String(count)} événements plus anciens affichés.`,
    })}${isAll ? ' C’est tout.' : ''}`,
  found: (count, isAll) =>
    isAll
      ? plural('fr', count, {
          one: `${String(count)} événement trouvé.`,
          other: `${String(count)} événements trouvés.`,
        })
      : plural('fr', count, {
          one: `Le dernier événement est affiché (${String(count)}).`,
          other: `Les ${String(count)} derniers événements sont affichés.`,
        }),

  filter: 'Filtrer',
  filterOn: 'Filtrer (actif)',
  apply: 'Appliquer',
  clear: 'Effacer les filtres',
  type: 'Ce qui s’est passé',
  anything: 'Tout',
  outcome: 'Résultat',
  anyOutcome: 'Tous les résultats',
  outcomes: { success: 'Réussite', failure: 'Échec', blocked: 'Blocage' },
  ip: 'Adresse IP',
  from: 'Du',
  to: 'Au',
  refused: {
    ip: 'Ce n’est pas une adresse IP. Copiez-en une dans la liste, par exemple 192.0.2.14.',
    dates: 'Le dernier jour précède le premier. Modifiez l’un des deux.',
  },
  group: {
    signIns: 'Connexions',
    factors: 'Facteurs',
    recovery: 'Moyens de récupération',
    sessions: 'Sessions et appareils',
    warnings: 'Avertissements',
    other: 'Autre',
  },
  types: {
    'auth.sign_in': 'Connexions',
    'auth.2fa': 'Seconds facteurs',
    'auth.step_up': 'Nouvelles confirmations',
    'auth.passkey': 'Clés d’accès',
    'auth.totp': 'Applications d’authentification',
    'auth.password': 'Mot de passe',
    'auth.recovery_codes': 'Nouveaux codes de récupération',
    'auth.recovery_code': 'Codes de récupération utilisés',
    'auth.recovery': 'Récupération du compte',
    'auth.session': 'Sessions fermées',
    'auth.device': 'Appareils mémorisés',
    'auth.2fa.brute_force_blocked': 'Trop de tentatives',
    'auth.2fa.replay_attempt': 'Codes utilisés deux fois',
    'auth.2fa.factor_locked': 'Applications et codes de récupération verrouillés',
    'auth.passkey.counter_anomaly': 'Clés d’accès peut-être copiées',
    'auth.activity': 'Ce que vous avez signalé',
    'auth.enforcement': 'Ce que votre organisation exige',
  },

  download: 'Télécharger les résultats\u202f:',
  downloadAs: (format) => `Télécharger au format ${format}`,

  notMe: 'Ce n’était pas moi',
  ask: 'Était-ce quelqu’un d’autre\u202f? Alors signalez-le. Rien n’est encore fermé ni modifié\u202f: nous vous dirons ensuite quoi faire.',
  report: 'Signaler',
  working: 'Un instant…',
  reported: 'Le signalement est enregistré.',
  whatNow: 'Le signalement est enregistré. Faites maintenant ceci\u202f:',
  advice: {
    'end-sessions': 'L’auteur est peut-être encore connecté. Fermez toutes les autres sessions.',
    'change-password': 'Changez votre mot de passe.',
    'new-recovery-codes':
      'Créez de nouveaux codes de récupération\u202f; les anciens ne seront plus valables.',
    'review-factors':
      'Supprimez chaque clé d’accès et chaque application d’authentification que vous ne reconnaissez pas.',
  },
  goTo: {
    'end-sessions': 'Voir vos sessions',
    'new-recovery-codes': 'Voir vos codes de récupération',
    'review-factors': 'Voir vos clés d’accès et applications',
  },
  done: 'Terminé',
};
