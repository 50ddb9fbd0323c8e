import type { ChangesStrings } from '../en/changes.js';

export const changes: ChangesStrings = {
  name: 'Name',
  save: 'Speichern',
  nameMissing: 'Geben Sie einen Namen ein.',
  renamed: (name) => `Umbenannt in ${name}.`,
  removed: (name) => `${name} wurde entfernt.`,
  working: 'Einen Moment …',
};
