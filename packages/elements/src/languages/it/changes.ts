import type { ChangesStrings } from '../en/changes.js';

export const changes: ChangesStrings = {
  name: 'Nome',
  save: 'Salva',
  nameMissing: 'Inserire un nome.',
  renamed: (name) => `Il nuovo nome è ${name}.`,
  removed: (name) => `Rimozione completata: ${name}.`,
  working: 'Un momento…',
};
