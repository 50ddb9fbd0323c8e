import type { SharedStrings } from '../en/shared.js';

export const shared: SharedStrings = {
  loading: 'Caricamento…',
  tryAgain: 'Riprova',
  cancel: 'Annulla',
};
