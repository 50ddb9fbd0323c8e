import type { WorkspaceActivityStrings } from '../en/workspace-activity.js';

export const workspaceActivity: WorkspaceActivityStrings = {
  notYours: 'Die Aktivität sieht nur, wer diesen Arbeitsbereich verwaltet.',
  nobody: 'Kein bekanntes Konto',
  by: {
    admin: (name) => `durch ${name}, Verwaltung`,
    support: (name) => `durch ${name}, Support`,
    user: (name) => `durch ${name}`,
    system: () => 'durch das System',
    unknown: () => 'durch Unbekannte',
  },
  reported: 'Die Person hat gemeldet, dass sie das nicht war.',
  reports: 'Was gemeldet wurde',
  policy: 'Vorgaben des Arbeitsbereichs',
  events: {
    'auth.policy.changed': 'Vorgaben des Arbeitsbereichs geändert',
    'auth.store.restored':
      'Eine Sicherung wurde zurückgespielt: Alle wurden abgemeldet, und alle Wiederherstellungscodes gelten nicht mehr',
    'auth.activity.reported': 'Die Person hat etwas gemeldet, das sie nicht war',
    other: 'Etwas ist mit der Sicherheit eines Kontos geschehen',
    'other:failure': 'Etwas wurde mit einem Konto versucht und ist fehlgeschlagen',
    'other:blocked': 'Etwas wurde mit einem Konto versucht und verhindert',
  },
};
