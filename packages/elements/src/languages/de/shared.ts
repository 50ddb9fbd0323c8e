import type { SharedStrings } from '../en/shared.js';

export const shared: SharedStrings = {
  loading: 'Wird geladen …',
  tryAgain: 'Erneut versuchen',
  cancel: 'Abbrechen',
  device: (name) => name.replace(' on ', ' unter '),
  factor: (name) => name.replace(/^Authenticator app$/, 'Authenticator-App'),
};
