import type { ErrorStrings } from '../en/errors.js';

export const errors: ErrorStrings = {
  unexpected: 'Etwas ist schiefgegangen. Bitte versuchen Sie es noch einmal.',
  offline: 'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
};
