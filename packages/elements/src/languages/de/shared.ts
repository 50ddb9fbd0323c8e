import type { SharedStrings } from '../en/shared.js';

export const shared: SharedStrings = {
  loading: 'Wird geladen …',
  tryAgain: 'Erneut versuchen',
  cancel: 'Abbrechen',
  waiting: (wait) => `Zu viele Versuche. Nächster Versuch in ${wait} möglich.`,
};
