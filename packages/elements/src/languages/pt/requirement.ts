import type { RequirementStrings } from '../en/requirement.js';
import { plural } from '../format.js';

export const requirement: RequirementStrings = {
  enforced: 'A verificação em duas etapas é obrigatória',
  grace: (date) => `Configure a verificação em duas etapas até ${date}`,
  recommended: 'Proteja sua conta com a verificação em duas etapas',
  passkeyEnforced: 'Uma chave de acesso é obrigatória',
  passkeyGrace: (date) => `Adicione uma chave de acesso até ${date}`,
  reasons: { role: 'sua função', workspace: 'seu espaço de trabalho', tier: 'seu plano' },
  why: (list) => `Motivo da exigência: ${list}.`,
  whyPasskey: 'Ao contrário de um código, uma chave de acesso não pode ser revelada em uma página falsa.',
  left: (left) => `Tempo restante: ${left}. Até lá, tudo funciona como antes.`,
  blocked:
    'As ações que a exigem ficam bloqueadas até que ela seja configurada. Todo o resto funciona como antes.',
  blockedSince: (date) =>
    `As ações que a exigem estão bloqueadas desde ${date} e serão liberadas assim que ela for configurada. Todo o resto funciona como antes.`,
  recommendedWhy: 'Ninguém mais poderá entrar só com a sua senha. Leva cerca de dois minutos.',
  nudge: {
    'set-up-after-incident': 'Proteja sua conta agora',
    'add-second-passkey': 'Adicione uma segunda chave de acesso',
    'few-recovery-codes': 'Crie novos códigos de recuperação',
    'recovery-codes-not-saved': 'Salve seus códigos de recuperação',
  },
  nudgeWhy: {
    'set-up-after-incident':
      'Algo incomum aconteceu com a sua conta. Com a verificação em duas etapas, ninguém entra só com a sua senha.',
    'add-second-passkey':
      'Com uma em outro dispositivo ou em uma chave de segurança, você ainda consegue entrar se perder a primeira.',
    'few-recovery-codes': 'Eles permitem entrar quando você fica sem seu autenticador.',
    'recovery-codes-not-saved':
      'Você não confirmou que os salvou. Eles permitem entrar quando você fica sem seu autenticador.',
  },
  codesLeft: (count) =>
    plural('pt', count, {
      one: `Resta só ${String(count)}.`,
      other: `Restam só ${String(count)}.`,
    }),
  noCodesLeft: 'Não resta nenhum.',
  setUp: 'Configurar agora',
  addPasskey: 'Adicionar uma chave de acesso',
  toCodes: 'Ir para seus códigos de recuperação',
  later: 'Mais tarde',
  notNow: 'Agora não',
  close: 'Fechar',
  done: 'Tudo está configurado',
  doneCodes: 'Seus códigos de recuperação estão salvos',
  unblocked: 'O que estava bloqueado foi liberado.',
  met: 'Nada mais é pedido a você aqui.',
};
