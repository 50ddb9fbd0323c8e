import type { ActiveSessionsStrings } from '../en/active-sessions.js';

export const activeSessions: ActiveSessionsStrings = {
  heading: 'Onde sua conta está aberta',
  description: 'Não reconhece alguma destas sessões? Encerre-a e depois altere sua senha.',
  current: 'Este dispositivo',
  unknown: 'Navegador desconhecido',
  lastSeen: 'Última atividade:',
  since: 'aberta em',
  proven: (methods) => `Confirmada com ${methods}`,
  method: {
    password: 'senha',
    passkey: 'chave de acesso',
    totp: 'app autenticador',
    'recovery-code': 'código de recuperação',
    'remembered-device': 'dispositivo memorizado',
    'account-recovery': 'recuperação da conta',
  },
  empty: 'Sua conta não está aberta em nenhum outro lugar.',
  revoke: (current) => (current ? 'Sair' : 'Encerrar'),
  ask: (name, current) =>
    current
      ? 'Sair da conta neste navegador?'
      : `Encerrar a sessão em ${name}? O acesso termina imediatamente.`,
  revoked: (name) => `A sessão em ${name} foi encerrada.`,
  revokeAll: 'Encerrar todas as outras',
  askAll:
    'Encerrar todas as outras sessões? Esta continua aberta. Todos os dispositivos memorizados também serão esquecidos, inclusive este: no próximo login, a segunda etapa será pedida novamente.',
  revokedAll: 'Todas as outras sessões foram encerradas e todos os dispositivos memorizados, esquecidos.',
  working: 'Um momento…',
};
