import type { ChangesStrings } from '../en/changes.js';

export const changes: ChangesStrings = {
  name: 'Naam',
  save: 'Opslaan',
  nameMissing: 'Voer een naam in.',
  renamed: (name) => `Naam gewijzigd in ${name}.`,
  removed: (name) => `${name} is verwijderd.`,
  working: 'Een moment…',
};
