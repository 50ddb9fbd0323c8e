import type { SecurityActivityStrings } from '../en/security-activity.js';

export const securityActivity: SecurityActivityStrings = {
  heading: 'Actividad de seguridad',
  description:
    'Lo que ha ocurrido en su cuenta. Si algo no lo hizo usted, notifíquelo: le diremos qué hacer.',
  workspaceHeading: 'Actividad del espacio de trabajo',
  workspaceDescription: 'Lo que ha ocurrido en las cuentas de su espacio de trabajo y quién lo hizo.',
};
