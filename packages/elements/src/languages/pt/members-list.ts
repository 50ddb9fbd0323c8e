import type { MembersListStrings } from '../en/members-list.js';
import { plural } from '../format.js';

export const membersList: MembersListStrings = {
  status: 'Mostrar',
  everybody: 'Todas as pessoas',
  statuses: {
    none: 'Sem segunda etapa',
    totp: 'Só com app autenticador',
    passkey: 'Só com chaves de acesso',
    both: 'Com chaves de acesso e app',
    grace: 'Ainda dentro do prazo',
    enforced: 'Com o prazo encerrado',
    exempt: 'Com dispensa temporária',
  },
  mfa: {
    none: 'Ainda sem segunda etapa',
    totp: 'App autenticador',
    passkey: 'Chave de acesso',
    both: 'Chave de acesso e app autenticador',
  },
  you: 'Você',
  hasUntil: (deadline, wait) => `Tem até ${deadline} para configurar (${wait}).`,
  overdue: (deadline) =>
    `Deveria ter configurado até ${deadline}: o que exige a segunda etapa está bloqueado.`,
  lastSignIn: (ago) => `Último login: ${ago}`,
  neverSignedIn: 'Nenhum login registrado',
  empty: 'Este espaço de trabalho não tem membros.',
  nothingFound: 'Ninguém, entre todos os membros.',
  nobodyYet: 'Ninguém até agora. Mostre mais para continuar procurando.',
  found: (count, isAll) =>
    isAll
      ? plural('pt', count, {
          one: `${String(count)} membro exibido.`,
          other: `${String(count)} membros exibidos.`,
        })
      : plural('pt', count, {
          one: `O primeiro membro é exibido (${String(count)}).`,
          other: `Os primeiros ${String(count)} membros são exibidos.`,
        }),
  showMore: 'Mostrar mais',
  moreShown: (count, isAll) =>
    `${plural('pt', count, {
      one: `Mais ${String(count)} membro exibido.`,
      other: `Mais ${String(count)} membros exibidos.`,
    })}${isAll ? ' Todos já são exibidos.' : ''}`,
  notYours: 'Só quem administra este espaço de trabalho vê os membros.',
  working: 'Um momento…',
  reason: 'Motivo',
  reasonHint: 'Ele fica registrado com o seu nome. Não inclua códigos, senhas nem dados de saúde.',
  missingReason: 'Informe o motivo. Ele fica registrado.',

  reset: 'Redefinir',
  resetHeading: (name) => `Redefinir a segunda etapa de ${name}?`,
  resetWhat: [
    'As chaves de acesso, os apps autenticadores e os códigos de recuperação dessa pessoa são removidos.',
    'Todas as sessões dela são encerradas, e seus dispositivos memorizados são esquecidos.',
    'No próximo login, ela usa a senha e, antes de qualquer outra coisa, configura uma nova segunda etapa.',
    'Ela é avisada por e-mail.',
  ],
  resetCheck:
    'Primeiro tenha certeza de que é mesmo essa pessoa quem pede: pessoalmente ou ligando para um número que você conhece.',
  resetConfirm: 'Redefinir agora',
  wasReset: (name) => `A segunda etapa de ${name} foi redefinida.`,
  resetMark: 'Redefinida agora mesmo',
  oneself: 'Para a sua própria conta, fale com outro administrador.',

  exempt: 'Dispensar temporariamente',
  exemptHeading: (name) => `Dispensar ${name} temporariamente?`,
  exemptWhat:
    'Até o fim desse dia, nada é bloqueado para essa pessoa por ela não ter uma segunda etapa. O prazo dela não muda e volta a valer depois desse dia.',
  until: 'Último dia',
  missingUntil: 'Escolha o último dia: depois de hoje e no máximo 90 dias à frente.',
  exemptConfirm: 'Dispensar',
  wasExempted: (name, day) => `Dispensa de ${name} até ${day}.`,
  exemptMark: (day) => `Dispensa até ${day}`,
};
