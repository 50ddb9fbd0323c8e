import type { ErrorStrings } from '../en/errors.js';

export const errors: ErrorStrings = {
  unexpected: 'Un problème est survenu. Veuillez réessayer.',
  offline: 'Le serveur est injoignable. Vérifiez votre connexion et réessayez.',
};
