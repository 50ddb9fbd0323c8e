import type { WorkspaceActivityStrings } from '../en/workspace-activity.js';

export const workspaceActivity: WorkspaceActivityStrings = {
  notYours: 'Seules les personnes qui administrent cet espace de travail en voient l’activité.',
  nobody: 'Aucun compte connu',
  by: {
    admin: (name) => `par ${name}, administration`,
    support: (name) => `par ${name}, assistance`,
    user: (name) => `par ${name}`,
    system: () => 'par le système',
    unknown: () => 'par une personne inconnue',
  },
  reported: 'La personne a signalé que ce n’était pas elle.',
  reports: 'Ce qui a été signalé',
  policy: 'Règles de l’espace de travail',
  events: {
    'auth.policy.changed': 'Règles de l’espace de travail modifiées',
    'auth.store.restored':
      'Une sauvegarde a été restaurée\u202f: toutes les sessions ont été fermées et aucun code de récupération n’est plus valable',
    'auth.activity.reported': 'La personne a signalé une activité qui n’était pas d’elle',
    other: 'La sécurité d’un compte a été concernée par un événement',
    'other:failure': 'Une opération tentée sur un compte a échoué',
    'other:blocked': 'Une opération tentée sur un compte a été bloquée',
  },
};
