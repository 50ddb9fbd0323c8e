import type { SecurityActivityStrings } from '../en/security-activity.js';

export const securityActivity: SecurityActivityStrings = {
  heading: 'Aktywność związana z bezpieczeństwem',
  description: 'Co działo się z Twoim kontem. Jeśli to nie Ty, zgłoś to: podpowiemy, co zrobić.',
  workspaceHeading: 'Aktywność w obszarze roboczym',
  workspaceDescription: 'Co działo się z kontami w Twoim obszarze roboczym i kto to zrobił.',
};
