import type { ErrorStrings } from '../en/errors.js';

export const errors: ErrorStrings = {
  unexpected: 'Coś poszło nie tak. Spróbuj ponownie.',
  offline: 'Nie można połączyć się z serwerem. Sprawdź połączenie i spróbuj ponownie.',
};
