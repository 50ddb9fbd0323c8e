import type { SharedStrings } from '../en/shared.js';

export const shared: SharedStrings = {
  loading: 'Chargement…',
  tryAgain: 'Réessayer',
  cancel: 'Annuler',
  device: (name) => name.replace(' on ', ' sous '),
  factor: (name) =>
    name.replace(/^Authenticator app$/, 'Application d’authentification').replace(/^Passkey$/, 'Clé d’accès'),
};
