import type { TotpChangesStrings } from '../en/totp-changes.js';

export const totpChanges: TotpChangesStrings = {
  addedNow: 'La aplicación de autenticación se añadió.',
  replaceHelp:
    '¿Cambia de teléfono? Configure primero la nueva aplicación. La anterior sigue funcionando hasta que la elimine.',
  remove: 'Eliminar',
  removeAsk: (name) => `¿Eliminar ${name}? Ya no podrá iniciar sesión con códigos de esta aplicación.`,
  removeLastAsk: (name) =>
    `¿Eliminar ${name}? Es su último autenticador: se desactivará la autenticación multifactor y sus códigos de recuperación dejarán de ser válidos.`,
  removeOldAsk: (name) => `La nueva aplicación funciona. ¿Eliminar la anterior, ${name}?`,
  removeLast: 'Eliminar y desactivar',
  keep: 'Conservar ambas',
};
