import type { MembersListStrings } from '../en/members-list.js';
import { plural } from '../format.js';

export const membersList: MembersListStrings = {
  status: 'Mostrar',
  everybody: 'Todas las personas',
  statuses: {
    none: 'Sin segundo paso',
    totp: 'Solo con aplicación de autenticación',
    passkey: 'Solo con llaves de acceso',
    both: 'Con llaves de acceso y aplicación',
    grace: 'Todavía dentro del plazo',
    enforced: 'Con el plazo vencido',
    exempt: 'Con exención temporal',
  },
  mfa: {
    none: 'Todavía sin segundo paso',
    totp: 'Aplicación de autenticación',
    passkey: 'Llave de acceso',
    both: 'Llave de acceso y aplicación de autenticación',
  },
  you: 'Usted',
  hasUntil: (deadline, wait) => `Tiene hasta el ${deadline} para configurarlo (${wait}).`,
  overdue: (deadline) => `Debería haberlo configurado antes del ${deadline}: lo que lo exige está bloqueado.`,
  lastSignIn: (ago) => `Último inicio de sesión: ${ago}`,
  neverSignedIn: 'Ningún inicio de sesión registrado',
  empty: 'Este espacio de trabajo no tiene miembros.',
  nothingFound: 'Nadie, entre todos los miembros.',
  nobodyYet: 'Nadie hasta ahora. Muestre más para seguir buscando.',
  found: (count, isAll) =>
    isAll
      ? plural('es', count, {
          one: `Se muestra ${String(count)} miembro.`,
          other: `Se muestran ${String(count)} miembros.`,
        })
      : plural('es', count, {
          one: `Se muestra el primer miembro (${String(count)}).`,
          other: `Se muestran los primeros ${String(count)} miembros.`,
        }),
  showMore: 'Mostrar más',
  moreShown: (count, isAll) =>
    `${plural('es', count, {
      one: `Se muestra ${String(count)} miembro más.`,
      other: `Se muestran ${String(count)} miembros más.`,
    })}${isAll ? ' Ya se muestran todos.' : ''}`,
  notYours: 'Solo quienes administran este espacio de trabajo ven sus miembros.',
  working: 'Un momento…',
  reason: 'Motivo',
  reasonHint: 'Se conserva junto con su nombre. No incluya códigos, contraseñas ni datos de salud.',
  missingReason: 'Indique el motivo. Se conserva.',

  reset: 'Restablecer',
  resetHeading: (name) => `¿Restablecer el segundo paso de ${name}?`,
  resetWhat: [
    'Se eliminan sus llaves de acceso, aplicaciones de autenticación y códigos de recuperación.',
    'Se cierran todas sus sesiones y se olvidan sus dispositivos recordados.',
    'En el próximo inicio de sesión usa su contraseña y, antes que nada, configura un nuevo segundo paso.',
    'Recibe un aviso por correo electrónico.',
  ],
  resetCheck:
    'Asegúrese primero de que realmente lo pide esa persona: en persona o llamando a un número que usted conozca.',
  resetConfirm: 'Restablecer ahora',
  wasReset: (name) => `Se restableció el segundo paso de ${name}.`,
  resetMark: 'Restablecido ahora mismo',
  oneself: 'Para su propia cuenta, pídaselo a otro administrador.',

  exempt: 'Eximir temporalmente',
  exemptHeading: (name) => `¿Eximir temporalmente a ${name}?`,
  exemptWhat:
    'Hasta el final de ese día no se le bloquea nada por no tener un segundo paso. Su plazo se mantiene y vuelve a aplicarse después de ese día.',
  until: 'Último día',
  missingUntil: 'Elija el último día: después de hoy y, como máximo, dentro de 90 días.',
  exemptConfirm: 'Eximir',
  wasExempted: (name, day) => `Exención de ${name} hasta el ${day}.`,
  exemptMark: (day) => `Exención hasta el ${day}`,
};
