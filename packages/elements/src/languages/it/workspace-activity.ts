import type { WorkspaceActivityStrings } from '../en/workspace-activity.js';

export const workspaceActivity: WorkspaceActivityStrings = {
  notYours: 'Solo chi amministra quest’area di lavoro ne vede l’attività.',
  nobody: 'Nessun account conosciuto',
  by: {
    admin: (name) => `da ${name}, amministrazione`,
    support: (name) => `da ${name}, assistenza`,
    user: (name) => `da ${name}`,
    system: () => 'dal sistema',
    unknown: () => 'da una persona sconosciuta',
  },
  reported: 'La persona ha segnalato che l’attività non era sua.',
  reports: 'Le segnalazioni ricevute',
  policy: 'Criteri dell’area di lavoro',
  events: {
    'auth.policy.changed': 'Criteri dell’area di lavoro modificati',
    'auth.store.restored':
      'È stato ripristinato un backup: tutte le sessioni sono state chiuse e nessun codice di recupero è più valido',
    'auth.activity.reported': 'La persona ha segnalato un’attività non sua',
    other: 'È successo qualcosa che riguarda la sicurezza di un account',
    'other:failure': 'Un’operazione tentata con un account non è riuscita',
    'other:blocked': 'Un’operazione tentata con un account è stata bloccata',
  },
};
