import type { TotpListStrings } from '../en/totp-list.js';

export const totpList: TotpListStrings = {
  heading: 'Apps autenticadores',
  description: 'Apps que mostram códigos para a segunda etapa do login.',
  empty: 'Você ainda não tem nenhum app autenticador.',
  added: 'Adicionado em',
  lastUsed: 'Último uso:',
  neverUsed: 'Ainda não usado',
  locked: 'Bloqueado',
  lockedHelp:
    'Códigos incorretos demais foram digitados. Substitua-o para configurar o app novamente ou remova-o.',
  add: 'Adicionar um app autenticador',
  limit: 'Você tem dez apps autenticadores, e esse é o limite. Remova um para adicionar outro.',
  pending: 'Não concluído',
  pendingHelp: 'Você começou a configurar um app autenticador.',
  resume: 'Concluir',
  discard: 'Descartar',
  discarded: 'Descartado.',
  rename: 'Renomear',
  replace: 'Substituir',
  remove: 'Remover',
};
