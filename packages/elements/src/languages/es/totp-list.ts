import type { TotpListStrings } from '../en/totp-list.js';

export const totpList: TotpListStrings = {
  heading: 'Aplicaciones de autenticación',
  description: 'Aplicaciones que muestran códigos para el segundo paso del inicio de sesión.',
  empty: 'Todavía no tiene ninguna aplicación de autenticación.',
  added: 'Añadida el',
  lastUsed: 'Último uso:',
  neverUsed: 'Todavía sin usar',
  locked: 'Bloqueada',
  lockedHelp:
    'Se introdujeron demasiados códigos incorrectos. Reemplácela para volver a configurar la aplicación, o elimínela.',
  add: 'Añadir una aplicación de autenticación',
  limit: 'Tiene diez aplicaciones de autenticación y no se admiten más. Elimine una para añadir otra.',
  pending: 'Sin terminar',
  pendingHelp: 'Ha empezado a configurar una aplicación de autenticación.',
  resume: 'Terminar',
  discard: 'Descartar',
  discarded: 'Descartado.',
  rename: 'Renombrar',
  replace: 'Reemplazar',
  remove: 'Eliminar',
};
