import type { ErrorStrings } from '../en/errors.js';

export const errors: ErrorStrings = {
  unexpected: 'Etwas ist schiefgegangen. Bitte versuchen Sie es noch einmal.',
  offline: 'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  unavailable:
    'Das ist gerade nicht möglich, und nichts wurde geändert. Bitte versuchen Sie es gleich noch einmal.',
  session_required: 'Sie sind abgemeldet. Bitte melden Sie sich wieder an.',
  challenge_expired: 'Diese Anmeldung hat zu lange gedauert und ist abgelaufen. Bitte beginnen Sie von vorn.',
  too_many_attempts: 'Zu viele Versuche. Bitte warten Sie, bevor Sie es noch einmal versuchen.',
  factor_locked:
    'Diese Authenticator-App ist nach zu vielen falschen Codes gesperrt. Melden Sie sich auf einem anderen Weg an und richten Sie sie danach neu ein.',
  forbidden: 'Dazu sind Sie nicht berechtigt.',
};
