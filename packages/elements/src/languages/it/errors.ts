import type { ErrorStrings } from '../en/errors.js';

export const errors: ErrorStrings = {
  unexpected: 'Si è verificato un problema. Riprovare.',
  offline: 'Il server non è raggiungibile. Controllare la connessione e riprovare.',
};
