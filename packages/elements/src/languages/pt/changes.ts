import type { ChangesStrings } from '../en/changes.js';

export const changes: ChangesStrings = {
  name: 'Nome',
  save: 'Salvar',
  nameMissing: 'Digite um nome.',
  renamed: (name) => `O novo nome é ${name}.`,
  removed: (name) => `Removido: ${name}.`,
  working: 'Um momento…',
};
