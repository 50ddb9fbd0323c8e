import type { RecoveryCodesStrings } from '../en/recovery-codes.js';

export const recoveryCodes: RecoveryCodesStrings = {
  heading: 'Códigos de recuperação',
  description: 'Eles permitem entrar quando você fica sem seu autenticador. Cada um funciona uma vez.',
  none: 'Você ainda não tem códigos de recuperação. Você recebe dez ao configurar seu primeiro autenticador.',
  left: (count, total) => `Restantes: ${String(count)} de ${String(total)}`,
  made: (date) => `Criados em ${date}.`,
  saved: 'Você confirmou que os salvou.',
  notSaved: 'Você não confirmou que os salvou. Se não os tem, crie novos.',
  few: 'Restam poucos códigos. Crie novos antes que acabem.',
  used: 'Todos os códigos foram usados. Crie novos: sem eles, perder seu autenticador deixa você sem acesso.',
  regenerate: 'Criar novos códigos',
  ask: 'Criar dez novos códigos? Os antigos deixam de funcionar imediatamente, onde quer que você os guarde.',
  confirmRegenerate: 'Substituir os códigos antigos',
  working: 'Um momento…',
  confirmed: 'Seus códigos de recuperação estão salvos.',
};
