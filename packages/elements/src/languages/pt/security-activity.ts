import type { SecurityActivityStrings } from '../en/security-activity.js';

export const securityActivity: SecurityActivityStrings = {
  heading: 'Atividade de segurança',
  description:
    'O que aconteceu com a sua conta. Se algo não foi feito por você, denuncie: diremos o que fazer.',
  workspaceHeading: 'Atividade do espaço de trabalho',
  workspaceDescription: 'O que aconteceu com as contas do seu espaço de trabalho e quem fez isso.',
};
