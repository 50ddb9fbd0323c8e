import type { SharedStrings } from '../en/shared.js';

export const shared: SharedStrings = {
  loading: 'Caricamento…',
  tryAgain: 'Riprova',
  cancel: 'Annulla',
  device: (name) => name.replace(' on ', ' su '),
  factor: (name) => name.replace(/^Authenticator app$/, 'App di autenticazione'),
};
