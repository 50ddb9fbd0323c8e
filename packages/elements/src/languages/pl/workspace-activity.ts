import type { WorkspaceActivityStrings } from '../en/workspace-activity.js';

export const workspaceActivity: WorkspaceActivityStrings = {
  notYours: 'Aktywność tego obszaru roboczego widzą tylko osoby, które nim administrują.',
  nobody: 'Brak znanego konta',
  by: {
    admin: (name) => `przez: ${name}, administracja`,
    support: (name) => `przez: ${name}, pomoc techniczna`,
    user: (name) => `przez: ${name}`,
    system: () => 'przez system',
    unknown: () => 'przez nieznaną osobę',
  },
  reported: 'Ta osoba zgłosiła, że to nie ona.',
  reports: 'Zgłoszenia',
  policy: 'Zasady obszaru roboczego',
  events: {
    'auth.policy.changed': 'Zmieniono zasady obszaru roboczego',
    'auth.store.restored':
      'Przywrócono kopię zapasową: wszystkich wylogowano, a wszystkie kody odzyskiwania przestały działać',
    'auth.activity.reported': 'Ta osoba zgłosiła coś, czego nie zrobiła',
    other: 'Wydarzyło się coś związanego z bezpieczeństwem konta',
    'other:failure': 'Nieudana próba użycia konta',
    'other:blocked': 'Zablokowana próba użycia konta',
  },
};
