import type { WorkspaceActivityStrings } from '../en/workspace-activity.js';

export const workspaceActivity: WorkspaceActivityStrings = {
  notYours: 'Alleen wie deze werkruimte beheert, ziet de activiteit.',
  nobody: 'Geen bekend account',
  by: {
    admin: (name) => `door ${name}, beheer`,
    support: (name) => `door ${name}, support`,
    user: (name) => `door ${name}`,
    system: () => 'door het systeem',
    unknown: () => 'door een onbekende',
  },
  reported: 'De persoon heeft gemeld dit niet te zijn geweest.',
  reports: 'Wat er is gemeld',
  policy: 'Beleid van de werkruimte',
  events: {
    'auth.policy.changed': 'Beleid van de werkruimte gewijzigd',
    'auth.store.restored':
      'Er is een back-up teruggezet: iedereen is uitgelogd en geen enkele herstelcode werkt nog',
    'auth.activity.reported': 'De persoon heeft iets gemeld dat niet van hem of haar was',
    other: 'Er is iets gebeurd met de beveiliging van een account',
    'other:failure': 'Er is iets met een account geprobeerd en mislukt',
    'other:blocked': 'Er is iets met een account geprobeerd en geblokkeerd',
  },
};
