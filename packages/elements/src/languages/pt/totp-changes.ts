import type { TotpChangesStrings } from '../en/totp-changes.js';

export const totpChanges: TotpChangesStrings = {
  addedNow: 'O app autenticador foi adicionado.',
  replaceHelp:
    'Vai trocar de telefone? Configure primeiro o novo app. O antigo continua funcionando até você removê-lo.',
  remove: 'Remover',
  removeAsk: (name) => `Remover ${name}? Você não poderá mais entrar com códigos deste app.`,
  removeLastAsk: (name) =>
    `Remover ${name}? É o seu último autenticador: a autenticação multifator será desativada, e seus códigos de recuperação deixarão de funcionar.`,
  removeOldAsk: (name) => `O novo app funciona. Remover o antigo, ${name}?`,
  removeLast: 'Remover e desativar',
  keep: 'Manter os dois',
};
