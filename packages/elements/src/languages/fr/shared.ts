import type { SharedStrings } from '../en/shared.js';

export const shared: SharedStrings = {
  loading: 'Chargement…',
  tryAgain: 'Réessayer',
  cancel: 'Annuler',
  device: (name) => name.replace(' on ', ' sous '),
};
