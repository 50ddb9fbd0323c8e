import type { PolicyFormStrings } from '../en/policy-form.js';
import { plural } from '../format.js';

const days = (count: number): string =>
  plural('es', count, { one: `${String(count)} día`, other: `${String(count)} días` });

const grace = (count: number): string =>
  count
    ? `Quienes todavía no la tengan disponen de ${days(count)}, contados desde que se les pide por primera vez. Después, lo que la exige queda bloqueado hasta que la configuren.`
    : 'Para quienes todavía no la tengan, lo que la exige queda bloqueado de inmediato, hasta que la configuren.';

const roles = 'Un rol tiene como máximo 64 caracteres y hay como máximo 100. Compruebe las comas.';

export const policyForm: PolicyFormStrings = {
  required: 'Obligatoria para todas las personas de este espacio de trabajo',
  requiredHint: 'Desactivado: solo los roles de abajo y las personas a quienes se la exige su plan.',
  roles: 'Roles para los que es obligatoria en cualquier caso',
  rolesHint: 'Con las palabras de su aplicación, separadas por comas. Ejemplo: admin, owner',
  phishingResistantRoles: 'Roles para los que solo cuenta una llave de acceso',
  phishingResistantRolesHint:
    'A diferencia de un código, una llave de acceso no se puede revelar en una página falsa. También separados por comas.',
  graceDays: 'Días de plazo para configurarla',
  graceDaysHint: 'De 0 a 365, contados desde que se pide a alguien por primera vez.',
  rememberDevice: 'Cada persona puede hacer que se recuerde un dispositivo suyo',
  rememberDeviceHint: 'En él no se pide el segundo paso en cada inicio de sesión.',
  wrong: {
    graceDays: 'Introduzca un número entero de 0 a 365.',
    roles,
    phishingResistantRoles: roles,
  },
  consequences: 'Qué cambia al guardar',
  nothing: 'No ha cambiado nada.',
  unclear: 'Corrija lo que está marcado arriba y podrá leerlo aquí.',
  requiredOn: (count) =>
    `La verificación en dos pasos es obligatoria para todas las personas del espacio de trabajo. ${grace(count)}`,
  requiredOff:
    'El espacio de trabajo ya no exige a nadie la verificación en dos pasos. Los plazos ya empezados se conservan para el día en que vuelva a exigirla.',
  rolesAdded: (list, count) =>
    `La verificación en dos pasos es obligatoria desde ahora para estos roles: ${list}. ${grace(count)}`,
  rolesRemoved: (list) => `Ya no es obligatoria para estos roles: ${list}.`,
  passkeyAdded: (list, count) =>
    `Estos roles necesitan una llave de acceso y no confirman con nada más: ${list}. ${
      count
        ? `Quienes no tengan una disponen de ${days(count)}; hasta entonces, todo sigue como antes.`
        : 'Quienes no tengan una deben crearla de inmediato.'
    }`,
  passkeyRemoved: (list) => `Para estos roles vuelve a contar una aplicación de autenticación: ${list}.`,
  graceChanged: (count) =>
    `Las personas a quienes se pida por primera vez a partir de ahora ${
      count ? `disponen de ${days(count)}` : 'no disponen de ningún plazo'
    }. Los plazos ya empezados siguen como están.`,
  rememberOn: 'Cada persona puede hacer que se recuerde un dispositivo suyo.',
  rememberOff: 'A todas las personas se les pide el segundo paso en cada inicio de sesión.',
  save: 'Guardar',
  saving: 'Guardando…',
  discard: 'Descartar cambios',
  saved: 'Guardado. Se aplica desde ahora.',
  notYours: 'Solo quienes administran el espacio de trabajo pueden ver y cambiar esto.',
};
