import type { ErrorStrings } from '../en/errors.js';

export const errors: ErrorStrings = {
  unexpected: 'Se ha producido un error. Inténtelo de nuevo.',
  offline: 'No se puede acceder al servidor. Compruebe su conexión e inténtelo de nuevo.',
};
