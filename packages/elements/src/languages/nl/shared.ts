import type { SharedStrings } from '../en/shared.js';

export const shared: SharedStrings = {
  loading: 'Laden…',
  tryAgain: 'Opnieuw proberen',
  cancel: 'Annuleren',
  device: (name) => name.replace(' on ', ' op '),
  factor: (name) => name.replace(/^Authenticator app$/, 'Authenticator-app'),
};
