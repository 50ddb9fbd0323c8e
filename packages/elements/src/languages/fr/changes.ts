import type { ChangesStrings } from '../en/changes.js';

export const changes: ChangesStrings = {
  name: 'Nom',
  save: 'Enregistrer',
  nameMissing: 'Saisissez un nom.',
  renamed: (name) => `Nouveau nom\u202f: ${name}.`,
  removed: (name) => `Suppression effectuée\u202f: ${name}.`,
  working: 'Un instant…',
};
