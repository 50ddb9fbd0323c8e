import type { WorkspaceActivityStrings } from '../en/workspace-activity.js';

export const workspaceActivity: WorkspaceActivityStrings = {
  notYours: 'Só quem administra este espaço de trabalho vê a atividade.',
  nobody: 'Nenhuma conta conhecida',
  by: {
    admin: (name) => `por ${name}, administração`,
    support: (name) => `por ${name}, suporte`,
    user: (name) => `por ${name}`,
    system: () => 'pelo sistema',
    unknown: () => 'por alguém desconhecido',
  },
  reported: 'A pessoa informou que não foi ela.',
  reports: 'O que foi denunciado',
  policy: 'Política do espaço de trabalho',
  events: {
    'auth.policy.changed': 'Política do espaço de trabalho alterada',
    'auth.store.restored':
      'Um backup foi restaurado: todas as sessões foram encerradas e todos os códigos de recuperação deixaram de funcionar',
    'auth.activity.reported': 'A pessoa denunciou algo que não foi feito por ela',
    other: 'Algo aconteceu com a segurança de uma conta',
    'other:failure': 'Algo foi tentado com uma conta e falhou',
    'other:blocked': 'Algo foi tentado com uma conta e bloqueado',
  },
};
