import type { ErrorStrings } from '../en/errors.js';

export const errors: ErrorStrings = {
  unexpected: 'משהו השתבש. נסו שוב.',
  offline: 'אין אפשרות להתחבר לשרת. בדקו את החיבור לאינטרנט ונסו שוב.',
};
