import type { ErrorStrings } from '../en/errors.js';

export const errors: ErrorStrings = {
  unexpected: 'Er is iets misgegaan. Probeer het opnieuw.',
  offline: 'De server is niet bereikbaar. Controleer uw verbinding en probeer het opnieuw.',
};
