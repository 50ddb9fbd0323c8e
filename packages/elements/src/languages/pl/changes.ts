import type { ChangesStrings } from '../en/changes.js';

export const changes: ChangesStrings = {
  name: 'Nazwa',
  save: 'Zapisz',
  nameMissing: 'Wpisz nazwę.',
  renamed: (name) => `Nowa nazwa: ${name}.`,
  removed: (name) => `Usunięto: ${name}.`,
  working: 'Chwileczkę…',
};
