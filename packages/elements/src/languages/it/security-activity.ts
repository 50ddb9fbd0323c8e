import type { SecurityActivityStrings } from '../en/security-activity.js';

export const securityActivity: SecurityActivityStrings = {
  heading: 'Attività di sicurezza',
  description:
    'Che cosa è successo nel Suo account. Se qualche attività non è Sua, la segnali: Le diremo che cosa fare.',
  workspaceHeading: 'Attività dell’area di lavoro',
  workspaceDescription: 'Che cosa è successo agli account dell’area di lavoro e a opera di chi.',
};
