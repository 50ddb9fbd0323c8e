import type { SecurityActivityStrings } from '../en/security-activity.js';

export const securityActivity: SecurityActivityStrings = {
  heading: 'Activité de sécurité',
  description:
    'Ce qui s’est passé sur votre compte. Si quelque chose ne venait pas de vous, signalez-le\u202f: nous vous dirons quoi faire.',
  workspaceHeading: 'Activité de l’espace de travail',
  workspaceDescription:
    'Ce qui s’est passé sur les comptes de votre espace de travail, et qui en est à l’origine.',
};
