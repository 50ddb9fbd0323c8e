import type { ChangesStrings } from '../en/changes.js';

export const changes: ChangesStrings = {
  name: 'Nombre',
  save: 'Guardar',
  nameMissing: 'Introduzca un nombre.',
  renamed: (name) => `El nuevo nombre es ${name}.`,
  removed: (name) => `Se eliminó ${name}.`,
  working: 'Un momento…',
};
