import type { WorkspaceActivityStrings } from '../en/workspace-activity.js';

export const workspaceActivity: WorkspaceActivityStrings = {
  notYours: 'Solo quienes administran este espacio de trabajo ven su actividad.',
  nobody: 'Ninguna cuenta conocida',
  by: {
    admin: (name) => `por ${name}, administración`,
    support: (name) => `por ${name}, soporte`,
    user: (name) => `por ${name}`,
    system: () => 'por el sistema',
    unknown: () => 'por alguien desconocido',
  },
  reported: 'La persona informó de que no fue ella.',
  reports: 'Lo que se notificó',
  policy: 'Política del espacio de trabajo',
  events: {
    'auth.policy.changed': 'Política del espacio de trabajo cambiada',
    'auth.store.restored':
      'Se restauró una copia de seguridad: se cerraron todas las sesiones y todos los códigos de recuperación dejaron de ser válidos',
    'auth.activity.reported': 'La persona informó de algo que no hizo',
    other: 'Ha ocurrido algo relacionado con la seguridad de una cuenta',
    'other:failure': 'Se intentó algo con una cuenta y falló',
    'other:blocked': 'Se intentó algo con una cuenta y se bloqueó',
  },
};
