import type { RequirementStrings } from '../en/requirement.js';
import { plural } from '../format.js';

export const requirement: RequirementStrings = {
  enforced: 'La verificación en dos pasos es obligatoria',
  grace: (date) => `Configure la verificación en dos pasos antes del ${date}`,
  recommended: 'Proteja su cuenta con la verificación en dos pasos',
  passkeyEnforced: 'Una llave de acceso es obligatoria',
  passkeyGrace: (date) => `Añada una llave de acceso antes del ${date}`,
  reasons: { role: 'su rol', workspace: 'su espacio de trabajo', tier: 'su plan' },
  why: (list) => `Motivo de esta exigencia: ${list}.`,
  whyPasskey: 'A diferencia de un código, una llave de acceso no se puede revelar en una página falsa.',
  left: (left) => `Tiempo restante: ${left}. Hasta entonces, todo funciona como antes.`,
  blocked:
    'Las acciones que la exigen están bloqueadas hasta que se configure. Todo lo demás funciona como antes.',
  blockedSince: (date) =>
    `Las acciones que la exigen están bloqueadas desde el ${date} y se desbloquean en cuanto se configure. Todo lo demás funciona como antes.`,
  recommendedWhy: 'Ya nadie podrá iniciar sesión solo con su contraseña. Se tarda unos dos minutos.',
  nudge: {
    'set-up-after-incident': 'Proteja su cuenta ahora',
    'add-second-passkey': 'Añada una segunda llave de acceso',
    'few-recovery-codes': 'Cree nuevos códigos de recuperación',
    'recovery-codes-not-saved': 'Guarde sus códigos de recuperación',
  },
  nudgeWhy: {
    'set-up-after-incident':
      'Ha ocurrido algo inusual en su cuenta. Con la verificación en dos pasos, nadie entra solo con su contraseña.',
    'add-second-passkey':
      'Con otra en un dispositivo distinto o en una llave de seguridad, podrá entrar aunque pierda la primera.',
    'few-recovery-codes': 'Le permiten entrar cuando ya no tiene su autenticador.',
    'recovery-codes-not-saved':
      'No ha confirmado que los guardó. Le permiten entrar cuando ya no tiene su autenticador.',
  },
  codesLeft: (count) =>
    plural('es', count, {
      one: `Solo queda ${String(count)}.`,
      other: `Solo quedan ${String(count)}.`,
    }),
  noCodesLeft: 'No queda ninguno.',
  setUp: 'Configurar ahora',
  addPasskey: 'Añadir una llave de acceso',
  toCodes: 'Ir a sus códigos de recuperación',
  later: 'Más tarde',
  notNow: 'Ahora no',
  close: 'Cerrar',
  done: 'Todo está configurado',
  doneCodes: 'Sus códigos de recuperación están guardados',
  unblocked: 'Lo que estaba bloqueado vuelve a estar disponible.',
  met: 'Aquí ya no se le pide nada más.',
};
