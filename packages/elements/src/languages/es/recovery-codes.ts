import type { RecoveryCodesStrings } from '../en/recovery-codes.js';
import { plural } from '../format.js';

export const recoveryCodes: RecoveryCodesStrings = {
  heading: 'Códigos de recuperación',
  description: 'Le permiten iniciar sesión cuando ya no tiene su autenticador. Cada uno sirve una sola vez.',
  none: 'Todavía no tiene códigos de recuperación. Recibirá diez cuando configure su primer autenticador.',
  left: (count, total) =>
    plural('es', count, {
      one: `Queda ${String(count)} de ${String(total)}`,
      other: `Quedan ${String(count)} de ${String(total)}`,
    }),
  made: (date) => `Creados el ${date}.`,
  saved: 'Ha confirmado que los guardó.',
  notSaved: 'No ha confirmado que los guardó. Si no los tiene, cree otros nuevos.',
  few: 'Quedan pocos códigos. Cree otros nuevos antes de que se acaben.',
  used: 'Todos los códigos están usados. Cree otros nuevos: sin ellos, perder su autenticador le deja sin acceso.',
  regenerate: 'Crear códigos nuevos',
  ask: '¿Crear diez códigos nuevos? Los anteriores dejan de ser válidos de inmediato, dondequiera que los guarde.',
  confirmRegenerate: 'Reemplazar los códigos anteriores',
  working: 'Un momento…',
  confirmed: 'Sus códigos de recuperación están guardados.',
};
